import type { DiagnosticCollector } from './diagnostic.js'
import type { PrefixNode, Span, WordNode } from './query.js'

/**
 * Words within a run without spaces: `whale/orca` is two, `Vater-Sohn`, `12:30` and `1,000` are one.
 * The colon of `Künstler:innen` belongs to the word like the star of `Künstler*innen`.
 */
const PARTS =
  /(?:[^,;:!?/\\…–—<>=[\]{}]|(?<=\p{Nd})[,;:!?/\\…–—<>=[\]{}](?=\p{Nd})|(?<=\p{L}):(?=innen(?!\p{L})))+/gu

/** Punctuation, the word, the stars directly after it, punctuation. */
const WORD = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}]\p{M}*)(\**)(.*)$/su

/** One word and nothing else, as most runs are: it needs none of the others, which take milliseconds to compile. */
const PLAIN = /^[A-Za-z0-9ÄÖÜäöüß]+$/

const IGNORED_INSIDE = /\*|:(?=innen)/g

/** Reads a run of characters without spaces, quotation marks, parentheses or bars as words. */
export function readWords(
  run: string,
  start: number,
  diagnostics: DiagnosticCollector,
): (WordNode | PrefixNode)[] {
  if (PLAIN.test(run)) return [{ type: 'word', text: run, start, end: start + run.length }]
  return [...run.matchAll(PARTS)].flatMap((part) =>
    readWord(part[0], start + part.index, diagnostics),
  )
}

function readWord(
  part: string,
  offset: number,
  diagnostics: DiagnosticCollector,
): (WordNode | PrefixNode)[] {
  reportStrayStar(part, offset, diagnostics)
  const match = WORD.exec(part)
  if (!match) return []
  const [, before = '', core = '', stars = ''] = match
  const text = core.replace(IGNORED_INSIDE, '')
  const start = offset + before.length
  const end = start + core.length
  if (stars === '') return [{ type: 'word', text, start, end }]
  if (isLongEnough(text)) return [{ type: 'prefix', text, start, end: end + 1 }]
  reportShortPrefix(text, { start, end: end + 1 }, diagnostics)
  return [{ type: 'word', text, start, end }]
}

function isLongEnough(prefix: string): boolean {
  return (prefix.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2
}

function reportShortPrefix(text: string, span: Span, diagnostics: DiagnosticCollector): void {
  diagnostics.report(
    'short-prefix',
    span,
    `“${text}*” was read as the word “${text}”; a star needs at least two letters before it.`,
  )
}

/** Remarks on the first star that does not end a word. */
export function reportStrayStar(
  text: string,
  offset: number,
  diagnostics: DiagnosticCollector,
): void {
  if (!text.includes('*')) return
  const stray = text.search(/(?<![\p{L}\p{N}]\p{M}*\**)\*|\*(?=[^\p{L}\p{N}]*[\p{L}\p{N}])/u)
  if (stray < 0) return
  const start = offset + stray
  diagnostics.report(
    'stray-star',
    { start, end: start + 1 },
    `The star at ${start} was ignored; it works at the end of a word: “film*”.`,
  )
}
