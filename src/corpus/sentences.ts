import {
  BEFORE_CARDINALS,
  BEFORE_NUMERALS,
  CLOSING,
  INTRODUCING,
  NUMBERING,
  OPENERS,
  SAYING,
} from './abbreviations.js'

/**
 * Finds where the sentences of an English or German text end.
 *
 * Where it cannot be known whether a stop ends the sentence (`am 3. Tag`, `Peter M. Schmidt`), it does
 * not: two sentences kept together do no harm, half a sentence does.
 *
 * @returns Ascending UTF-16 offsets just after each sentence, its closing quotes and brackets included.
 *   A blank line always ends a sentence, and so does the end of the text; white space belongs to none.
 */
export function sentenceEnds(text: string): number[] {
  return [...ends(text)]
}

/** Where the first sentence ends; 0 in a text without any. */
export function firstSentenceEnd(text: string): number {
  for (const end of ends(text)) return end
  return 0
}

function* ends(text: string): Generator<number> {
  for (const [start, end] of paragraphs(text)) {
    const paragraph = text.slice(start, end)
    let last = -1
    for (const mark of paragraph.matchAll(MARK)) {
      if (!endsSentence(readMark(paragraph, mark))) continue
      last = start + mark.index + mark[0].length
      yield last
    }
    if (last !== end) yield end
  }
}

/** The stretches between blank lines, without the white space around them. */
function* paragraphs(text: string): Generator<[start: number, end: number]> {
  let from = 0
  const upTo = (end: number): [number, number] | undefined => {
    const paragraph = text.slice(from, end).trimEnd()
    const start = from + paragraph.length - paragraph.trimStart().length
    const stop = from + paragraph.length
    from = end
    return paragraph === '' ? undefined : [start, stop]
  }
  for (const gap of text.matchAll(/\n[^\S\n]*(?=\n)/g)) {
    const found = upTo(gap.index)
    if (found) yield found
  }
  const rest = upTo(text.length)
  if (rest) yield rest
}

// Marks, closing quotes and brackets, footnote numbers; then white space. French « quotes » have a
// space inside; before a word such a » opens a quotation instead.
const MARK =
  /(?<![.!?…])([.!?…]+)((?:["'”“’‘»«›‹)\]}]|[ \u00a0\u202f]»(?=\s|$))*)(?:\[\d+\])*(?=\s)/gu

const OPENING = /[\s"'„“”‚‘’»«›‹([{–—•*¿¡-]*/y
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/uy
const SAID = new RegExp(
  `\\s+(?:I|(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3})\\s*(?:${SAYING.join('|')})\\b`,
  'uy',
)

/** A mark and what stands around it. */
interface Mark {
  /** `.`, `...`, `?!` */
  mark: string
  /** Quotes and brackets after the mark. */
  closing: string
  /** The word before the mark without opening quotes and brackets, and the one before that. */
  word: string
  previous: string
  /** Whether the word is the first of its line: `1.` there counts a list. */
  first: boolean
  /** The next word; empty where a symbol comes next. */
  next: string
  /** Whether the next word is an abbreviation or initial itself. */
  nextStopped: boolean
  /** Whether a verb of saying follows: `Peter asked`. */
  said: boolean
}

function readMark(text: string, match: RegExpMatchArray): Mark {
  const at = match.index!
  const after = at + match[0].length
  const [, mark = '', closing = ''] = match
  const least = Math.max(0, at - LOOK_BACK)
  const wordStart = startOf(text, at, least, false)
  const gapStart = startOf(text, wordStart, least, true)
  const previousStart = startOf(text, gapStart, least, false)
  OPENING.lastIndex = after
  OPENING.exec(text)
  const next = matchAt(WORD, text, OPENING.lastIndex)
  return {
    mark,
    closing,
    word: text.slice(wordStart, at).replace(/^.*[([{„“”"'‚‘»«›‹—]/u, ''),
    previous: text.slice(previousStart, gapStart).replace(/[^\p{L}\p{N}]/gu, ''),
    first: wordStart === 0 || text.slice(gapStart, wordStart).includes('\n'),
    next,
    nextStopped: text[OPENING.lastIndex + next.length] === '.',
    said: matchAt(SAID, text, after) !== '',
  }
}

/** Where the white space, or what is none, begins that ends at `end`; not before `least`. */
function startOf(text: string, end: number, least: number, isSpace: boolean): number {
  let start = end
  while (start > least && SPACE.test(text[start - 1]!) === isSpace) start--
  return start
}

const SPACE = /\s/

/** Characters looked at before a mark; longer words are no abbreviations. */
const LOOK_BACK = 80

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function endsSentence(mark: Mark): boolean {
  if (/^\p{Ll}/u.test(mark.next)) return false
  if (mark.mark === '.') return !isAbbreviating(mark)
  // Elisions […] and remarks (!) stand inside a sentence.
  if (/[)\]]/.test(mark.closing)) return opens(mark)
  if (mark.mark.startsWith('..') || mark.mark === '…') return mark.next !== 'I'
  return !(mark.closing && mark.said)
}

/** Whether the next word begins a sentence beyond doubt. */
function opens({ next, nextStopped }: Mark): boolean {
  return (
    /^\p{Lu}/u.test(next) && !nextStopped && OPENERS.has(next.toLowerCase().replace(/['’].*/, ''))
  )
}

/** Whether the single stop belongs to the word before it, and the sentence goes on. */
function isAbbreviating(mark: Mark): boolean {
  const { word, next } = mark
  const last = word.slice(word.search(/[^/–-]*$/)).toLowerCase()
  if (mark.first && LIST_NUMBER.test(word)) return true
  if (INTRODUCING.has(last)) return true
  if (NUMBERING.has(last) && /^\p{N}/u.test(next)) return true
  // z. B., d. h., u. a.
  if (/^\p{Ll}$/u.test(word)) return true
  if (NUMBER.test(word)) return !opens(mark) && !isCounted(mark.previous.toLowerCase())
  if (NUMERAL.test(word)) return isOrdinal(mark)
  return (CLOSING.has(last) || last.endsWith('str') || DOTTED.test(word)) && !opens(mark)
}

const LIST_NUMBER = /^(?:\d{1,3}|\p{L}|[IVXL]{1,5})$/u
/** Numbers short enough for a day, a century or an ordinal; also the end of `9./10.` and `9.11.` */
const NUMBER = /^(?:(?:\d{1,2}[./–-]{1,2})*\d{1,2}|\d{3})$/
/** Roman numerals and the initials of names. */
const NUMERAL = /^(?:[IVXL]+|\p{Lu})$/u
/** `z.B`, `U.S`, `p.m`, `Ph.D`, `v.Chr` */
const DOTTED = /^(?:\p{L}{1,2}\.)+\p{L}{1,4}$/u

/** Whether a number after this word counts something (page 12, Fig. 3) and is no German ordinal. */
function isCounted(previous: string): boolean {
  return BEFORE_CARDINALS.has(previous) || NUMBERING.has(previous) || previous === 'nr'
}

/** Ludwig XIV. and J. S. Bach go on; World War II. and so do I. end. */
function isOrdinal(mark: Mark): boolean {
  if (opens(mark) || BEFORE_NUMERALS.has(mark.previous.toLowerCase())) return false
  return mark.word !== 'I' || !/^(?:do|did|am|was|and|have|can|than|as)$/.test(mark.previous)
}
