import { foldDiacritics, normalForm } from '../analysis/fold.js'
import type { Range } from '../highlight/excerpt.js'
import type { Highlight, HighlightKind } from '../highlight/highlight.js'
import type { Language } from '../language/language.js'
import type { Hit, SearchResponse } from './hit.js'
import { SORTS } from './sort.js'
import type { Provenance } from './translations.js'

/** Orders of lines: those of hits, or by the words to the left or right of the match. */
export const CONCORDANCE_SORTS = [...SORTS, 'left', 'right'] as const

export type ConcordanceSort = (typeof CONCORDANCE_SORTS)[number]

/** Lines are made for so many matches at most, and from so many passages, the first in their order. */
export const MAX_LINES = 10_000

/** Characters on either side of a match. */
export const DEFAULT_WIDTH = 40
export const MIN_WIDTH = 10
export const MAX_WIDTH = 200

/** The matches of a search with what stands around them: keyword in context. */
export interface Concordance extends Omit<SearchResponse, 'hits'> {
  /** Number of matches in all passages that match, up to {@link MAX_LINES}. */
  totalLines: number
  /** False where there are more matches than that. */
  complete: boolean
  /** The window's lines, in the order that was asked for. */
  lines: ConcordanceLine[]
}

/** A match and what stands around it in its passage; `left + match + right` reads as running text. */
export interface ConcordanceLine {
  /** 1 for the first in the order that was asked for. */
  rank: number
  left: string
  /** Whole words: a compound where a part of it matched, all of a phrase. */
  match: string
  right: string
  kind: HighlightKind
  /** Which word of the query it translates, the first where there are several; present for translations. */
  translation?: Provenance
  /** The match in the passage's text, UTF-16 offsets. */
  start: number
  end: number
  /** What was found of a compound, in the same offsets, the first where there are several; present where that is not all of the match. */
  part?: Range
  passage: { id: string; language: Language; speaker: string | null }
  document: Hit['document']
}

/** A match, not yet cut to a width. */
interface Match {
  hit: Hit
  mark: Mark
}

/** What is marked, as whole words. */
interface Mark extends Highlight {
  /** What was found of it, where that is not all. */
  part?: Range
}

/** The matches of some hits, up to {@link MAX_LINES}, and whether these are all. */
export async function collectMatches(
  hits: AsyncIterable<Hit> | Hit[],
): Promise<{ matches: Match[]; complete: boolean }> {
  const matches: Match[] = []
  for await (const hit of hits) {
    if (hit.rank > MAX_LINES) return { matches, complete: false }
    const own = marksOf(hit).map((mark) => ({ hit, mark }))
    const room = MAX_LINES - matches.length
    matches.push(...own.slice(0, room))
    if (own.length > room) return { matches, complete: false }
  }
  return { matches, complete: true }
}

/** By the words beside the match, the nearest first; on the left that means from right to left. */
export function sortMatches(matches: readonly Match[], side: 'left' | 'right'): Match[] {
  return matches
    .map((match) => ({ match, key: neighbours(match, side) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map(({ match }) => match)
}

export function toLine({ hit, mark }: Match, rank: number, width: number): ConcordanceLine {
  const { passage, document } = hit
  const { id, language, speaker, text } = passage
  return {
    rank,
    left: lastOf(oneLine(text.slice(0, mark.start)), width),
    match: oneLine(text.slice(mark.start, mark.end)),
    right: firstOf(oneLine(text.slice(mark.end)), width),
    kind: mark.kind,
    ...(mark.translation ? { translation: mark.translation } : {}),
    start: mark.start,
    end: mark.end,
    ...(mark.part ? { part: mark.part } : {}),
    passage: { id, language, speaker },
    document,
  }
}

/** What is marked in a hit, as whole words, the words of a phrase together. */
function marksOf({ passage: { text }, highlights }: Hit): Mark[] {
  const marks: Mark[] = []
  for (const highlight of highlights) {
    const mark = mayBePart(highlight) ? widened(text, highlight) : highlight
    const last = marks[marks.length - 1]
    if (last && continues(text, last, mark)) last.end = Math.max(last.end, mark.end)
    else marks.push({ ...mark })
  }
  return marks
}

/** True for what may be a part of a compound. */
function mayBePart({ kind }: Highlight): boolean {
  return kind === 'part' || kind === 'translation'
}

/** True for another part of the same word, for the next word of a phrase, and of what translates one word. */
function continues(text: string, last: Highlight, next: Highlight): boolean {
  if (next.start < last.end) return true
  const isOne =
    last.kind === 'translation'
      ? last.translation?.word === next.translation?.word
      : last.kind === 'phrase' && next.kind === 'phrase'
  return isOne && !/[\p{L}\p{N}]/u.test(text.slice(last.end, next.start))
}

/** A mark that covers the whole of its words. */
function widened(text: string, highlight: Highlight): Mark {
  const { start, end } = highlight
  const whole = wholeWord(text, highlight)
  const isPart = whole.start < start || whole.end > end
  return { ...highlight, ...whole, ...(isPart ? { part: { start, end } } : {}) }
}

/** No word is longer than this. */
const REACH = 100

function wholeWord(text: string, { start, end }: Range): Range {
  const before = text.slice(Math.max(0, start - REACH), start).match(/[\p{L}\p{M}\p{N}]+$/u)
  const after = text.slice(end, end + REACH).match(/^[\p{L}\p{M}\p{N}]+/u)
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) }
}

/** So many words beside a match decide its place. */
const SORT_WORDS = 6
/** Where these words are looked for, in UTF-16 code units. */
const SORT_REACH = 200

/** The words beside a match, nearest first, folded so that case and diacritics do not count. */
function neighbours({ hit, mark }: Match, side: 'left' | 'right'): string {
  const { text } = hit.passage
  const left = side === 'left'
  const beside = left
    ? text.slice(Math.max(0, mark.start - SORT_REACH), mark.start)
    : text.slice(mark.end, mark.end + SORT_REACH)
  const words = beside.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (left) words.reverse()
  // A space sorts before every letter, so that words are compared one after the other.
  return words
    .slice(0, SORT_WORDS)
    .map((word) => foldDiacritics(normalForm(word)))
    .join(' ')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** The last characters of a text, from the beginning of a word where one fits. */
export function lastOf(text: string, width: number): string {
  if (text.length <= width) return text
  const gap = text.indexOf(' ', text.length - width - 1)
  if (gap >= 0 && gap < text.trimEnd().length) return text.slice(gap + 1)
  return text.slice(-width).replace(/^[\uDC00-\uDFFF\p{M}]+/u, '')
}

/** The first characters of a text, up to the end of a word where one fits. */
export function firstOf(text: string, width: number): string {
  if (text.length <= width) return text
  const gap = text.lastIndexOf(' ', width)
  if (gap > 0) return text.slice(0, gap)
  return text.slice(0, width).replace(/[\uD800-\uDBFF]$/, '')
}
