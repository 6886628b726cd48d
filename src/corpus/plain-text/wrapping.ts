import { endsSentence, isLabel, startsLowerCase } from '../line-shape.js'
import type { Line } from './lines.js'

/** Lines of prose broken by hand or by an editor are about this long. */
const SHORTEST_WIDTH = 45
const LONGEST_WIDTH = 130
/** How far short of the width a line may stop although the next word would have fitted. */
const SLACK = 6
/** So many lines may be a paragraph although none of them begins in lower case. */
const LONGEST_AMBIGUOUS = 3
/** A line this much of the width is prose, not an entry of a list; less so if it stops at a noun or name. */
const PROSE_SHARE = { lowerCaseEnd: 0.6, other: 0.8 }

/**
 * The width at which each line's stretch was wrapped, where it was: lower-case beginnings of lines
 * show that. A stretch without any (German nouns may all stand first) has the width of the others.
 */
export function wrapWidths(lines: Line[]): Map<Line, number> {
  const stretches = splitStretches(lines)
  const own = stretches.map(ownWidth)
  const usual = own.reduce((widest, width) => Math.max(widest, width), 0)
  const widths = new Map<Line, number>()
  for (const [at, stretch] of stretches.entries()) {
    const width = own[at] || (mayBeWrapped(stretch, usual) ? usual : 0)
    if (width > 0) for (const line of stretch) widths.set(line, width)
  }
  return widths
}

/** Fits into the width of the other stretches, and is too short for a list or fills that width. */
function mayBeWrapped(stretch: Line[], width: number): boolean {
  if (stretch.some((line) => line.content.length > width + SLACK)) return false
  const full = stretch.filter((line, at) => at > 0 && isFull(stretch[at - 1]!, line, width)).length
  return stretch.length <= LONGEST_AMBIGUOUS || full * 2 >= stretch.length - 1
}

function splitStretches(lines: Line[]): Line[][] {
  const stretches: Line[][] = [[]]
  for (const line of lines) {
    if (line.kind === 'text') stretches.at(-1)!.push(line)
    else if (stretches.at(-1)!.length > 0) stretches.push([])
  }
  return stretches
}

/** The longest line, if any line plainly continues on the next one; otherwise 0. */
function ownWidth(stretch: Line[]): number {
  const wraps = stretch.some((line, at) => at > 0 && isPlainlyContinued(stretch[at - 1]!, line))
  if (!wraps) return 0
  const lengths = stretch.map((line) => line.content.length).filter((n) => n <= LONGEST_WIDTH)
  return lengths.reduce((longest, length) => Math.max(longest, length), 0)
}

function isPlainlyContinued(line: Line, next: Line): boolean {
  const { length } = line.content
  if (length < SHORTEST_WIDTH || length > LONGEST_WIDTH || next.marker !== '') return false
  return startsLowerCase(next.content.text) && !endsSentence(line.content.text)
}

/** Whether `line` stops where it does only because the next word would not have fitted into `width`. */
export function isFull(line: Line, next: Line, width: number): boolean {
  if (line.content.length > width + SLACK) return false
  const word = next.content.text.split(' ', 1)[0]!
  return line.content.length + 1 + word.length > width - SLACK
}

/** Whether `line` was wrapped at `width` and `next`, the line below it, goes on with it. */
export function wrapsInto(line: Line, next: Line, width: number | undefined): boolean {
  const { text } = line.content
  if (line.isRow || next.isRow || width === undefined || text.length > width + SLACK) return false
  const full = isFull(line, next, width)
  if (endsSentence(text)) return full && !isLabel(next.content.text)
  if (startsLowerCase(next.content.text)) return true
  const share = /(?:^| )\p{Ll}+$/u.test(text) ? PROSE_SHARE.lowerCaseEnd : PROSE_SHARE.other
  return full || (text.length >= width * share && !isLabel(text))
}

/** Long enough to be prose, or stopping in the middle of things. */
export function isUnfinished(line: Line): boolean {
  const { text } = line.content
  return text.length >= SHORTEST_WIDTH || /[,;–—-]$/u.test(text) || line.marker !== ''
}
