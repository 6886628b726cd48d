import type { Highlight } from './highlight.js'

/** Longest excerpt, in UTF-16 code units. A passage that is not longer is its own excerpt. */
export const EXCERPT_LENGTH = 320

export interface Range {
  start: number
  end: number
}

/**
 * The stretch of a passage to show: the window that holds the most different marked words, then the most
 * marks; it begins and ends at word boundaries, at a sentence's beginning where one is near.
 */
export function excerpt(text: string, highlights: readonly Highlight[]): Range {
  if (text.length <= EXCERPT_LENGTH) return { start: 0, end: text.length }
  const [first, last] = bestWindow(text, highlights.map(shortened))
  if (!first || !last) return { start: 0, end: wordEndBefore(text, EXCERPT_LENGTH) }
  const spare = EXCERPT_LENGTH - (last.end - first.start)
  const start = beginning(text, first.start, Math.max(0, first.start - spare))
  const end = wordEndBefore(text, Math.max(last.end, start + EXCERPT_LENGTH))
  return { start, end: end > start ? Math.max(end, last.end) : wholeCharacters(text, last.end) }
}

/** A mark that is longer than an excerpt counts as its beginning. */
function shortened({ start, end, kind }: Highlight): Highlight {
  return { start, end: Math.min(end, start + EXCERPT_LENGTH), kind }
}

/** @param highlights In order and without overlap, none longer than an excerpt. */
function bestWindow(text: string, highlights: readonly Highlight[]): [Highlight?, Highlight?] {
  const words = highlights.map(({ start, end }) => text.slice(start, end).toLowerCase())
  /** How often a word is marked in the window, where it is. */
  const times = new Map<string, number>()
  let after = 0
  let best: [Highlight?, Highlight?] = []
  let most = 0
  for (let i = 0; i < highlights.length; i++) {
    const first = highlights[i]!
    const limit = first.start + EXCERPT_LENGTH
    for (; after < highlights.length && highlights[after]!.end <= limit; after++)
      times.set(words[after]!, (times.get(words[after]!) ?? 0) + 1)
    // One more different word outweighs any number of repetitions.
    const value = times.size * highlights.length + after - i
    if (value > most) {
      most = value
      best = [first, highlights[after - 1]!]
    }
    const left = times.get(words[i]!)! - 1
    if (left > 0) times.set(words[i]!, left)
    else times.delete(words[i]!)
  }
  return best
}

/** Where to begin, at or after `earliest`: a sentence's start if there is one, else half of the way back. */
function beginning(text: string, mark: number, earliest: number): number {
  if (earliest === 0) return 0
  const before = text.slice(earliest, mark)
  const sentence = before.search(/(?<=[.!?…][”“"'’»«)]*\s)\S/u)
  if (sentence >= 0) return earliest + sentence
  return wordStartAfter(text, Math.min(mark, earliest + Math.floor((mark - earliest) / 2)), mark)
}

function wordStartAfter(text: string, from: number, limit: number): number {
  const gap = text.slice(from, limit).search(/\s\S/u)
  return gap < 0 ? limit : from + gap + 1
}

/** The last word end at or before `limit`. */
function wordEndBefore(text: string, limit: number): number {
  if (limit >= text.length) return text.length
  let gap = limit
  while (gap >= 0 && text[gap]!.trim() !== '') gap--
  const end = text.slice(0, gap + 1).trimEnd().length
  return end > 0 ? end : wholeCharacters(text, limit)
}

/** The place, or the one before it where it is inside a surrogate pair: an endless word is cut, no character. */
function wholeCharacters(text: string, place: number): number {
  const around = text.slice(Math.max(0, place - 1), place + 1)
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(around) ? place - 1 : place
}
