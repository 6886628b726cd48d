import { type ConcordanceLine, firstOf, lastOf } from '../search/kwic.js'
import type { Output } from './output.js'

/** Between the columns. */
const GAP = '  '
/** The column that says where a line is from: its share of the terminal, and its bounds, in characters. */
const SOURCE = { share: 0.2, least: 12, most: 44 }

/**
 * Lines of a concordance in columns: number, left, match, right, and where it is from. In a terminal the
 * contexts share what room there is.
 */
export function formatLines(lines: readonly ConcordanceLine[], output: Output): string[] {
  const numbers = widest(lines.map(({ rank }) => String(rank)))
  const nodes = lines.map(({ match, right }) => ({ match, ...splitPunctuation(right) }))
  const middle = widest(nodes.map(({ match, punctuation }) => match + punctuation))
  const { columns, colors } = output
  const sourceLimit = columns === undefined ? Number.POSITIVE_INFINITY : sourceWidth(columns)
  const sources = lines.map((line) => sourceOf(line, sourceLimit))
  const taken = numbers + middle + widest(sources) + 3 * GAP.length
  const side =
    columns === undefined ? Number.POSITIVE_INFINITY : Math.max(8, (columns - taken) >> 1)
  const lefts = lines.map(({ left }) => lastOf(left, side))
  const rights = nodes.map(({ rest }) => firstOf(rest, side))
  const [leftWidth, rightWidth] = [widest(lefts), widest(rights)]
  return lines.map(({ rank }, i) => {
    const { match, punctuation } = nodes[i]!
    const node = colors.bold(colors.yellow(match)) + punctuation
    return [
      colors.dim(padStart(String(rank), numbers)),
      padStart(lefts[i]!, leftWidth) + node + padding(match + punctuation, middle),
      rights[i]! + padding(rights[i]!, rightWidth),
      colors.dim(sources[i]!),
    ].join(GAP)
  })
}

/** What touches the match stays with it, so that the right contexts begin with a word. */
function splitPunctuation(right: string): { punctuation: string; rest: string } {
  const punctuation = right.match(/^[^\s\p{L}\p{N}]*/u)![0]
  return { punctuation, rest: right.slice(punctuation.length).trimStart() }
}

function sourceWidth(columns: number): number {
  return Math.min(SOURCE.most, Math.max(SOURCE.least, Math.floor(columns * SOURCE.share)))
}

/** The passage's id where there is room, else the document's, else the end of that. */
function sourceOf({ passage, document }: ConcordanceLine, width: number): string {
  const name = document.id.slice(document.id.lastIndexOf('/') + 1)
  const fitting = [passage.id, document.id, name].find((id) => id.length <= width)
  return fitting ?? `…${name.slice(1 - width)}`
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(length))
}

function padStart(text: string, width: number): string {
  return padding(text, width) + text
}

function padding(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - length(text)))
}

/** Columns that a text takes: a letter and its diacritics are one. */
function length(text: string): number {
  return text.replace(/\p{M}/gu, '').replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '.').length
}
