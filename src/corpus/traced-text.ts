import { SourceMap } from './source-map.js'

/** Every kind of white space, and NEL, which `\s` leaves out. */
const SPACE = '\\s\\u0085'
/** Invisible characters that are layout or damage, never part of a word. */
const INVISIBLE =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\ufeff\\ufffd\\p{Surrogate}'
const UNTIDY = new RegExp(`[${SPACE}${INVISIBLE}]+`, 'gu')
const HAS_SPACE = new RegExp(`(?!\\ufeff)[${SPACE}]`, 'u')
const PLAIN_SPACE = ' '

/** A text under construction that knows, for each of its characters, where in the file it stood. */
export class TracedText {
  text = ''
  readonly map = new SourceMap()

  /** The stretch `[start, end)` of a file's text as it stands there. */
  static of(source: string, start = 0, end = source.length): TracedText {
    return new TracedText().put(source.slice(start, end), start)
  }

  get length(): number {
    return this.text.length
  }

  /** Appends text that stands at `source` in the file, or that stands for what is there. */
  put(text: string, source: number): this {
    if (text === '') return this
    this.map.add(this.text.length, source, text.length)
    this.text += text
    return this
  }

  /** Appends text that is nowhere in the file. */
  insert(text: string): this {
    this.text += text
    return this
  }

  /** Appends a stretch of another traced text. */
  append(other: TracedText, start = 0, end = other.length): this {
    this.map.append(other.map, start, end, this.text.length - start)
    this.text += other.text.slice(start, end)
    return this
  }

  slice(start: number, end = this.length): TracedText {
    return new TracedText().append(this, start, end)
  }

  /** The same words with one plain space wherever there was white space, and nothing invisible; itself where that is so already. */
  tidy(): TracedText {
    if (isTidy(this.text)) return this
    const tidied = new TracedText()
    let from = 0
    // Remembered, since looking at the end of a string that grows takes time in proportion to it.
    let endsWithSpace = false
    for (const match of this.text.matchAll(UNTIDY)) {
      if (match[0] === PLAIN_SPACE && match.index > from) continue
      tidied.append(this, from, match.index)
      if (match.index > from) endsWithSpace = this.text[match.index - 1] === PLAIN_SPACE
      if (HAS_SPACE.test(match[0]) && tidied.length > 0 && !endsWithSpace) {
        tidied.put(PLAIN_SPACE, this.map.toSource(match.index))
        endsWithSpace = true
      }
      from = match.index + match[0].length
    }
    tidied.append(this, from)
    return tidied.text.endsWith(PLAIN_SPACE) ? tidied.slice(0, tidied.length - 1) : tidied
  }
}

/** By UTF-16 code unit: what may stand in a tidy text, what may stand there one at a time, and what may not, or is rare. */
const [TIDY, SPACE_UNIT, UNTIDY_UNIT] = [0, 1, 2]
const kinds = new Uint8Array(0x10000).fill(UNTIDY_UNIT)
/** Printable ASCII, letters of the Latin to the Georgian script, and dashes, quotation marks, bullets and dots. */
const TIDY_UNITS = [
  [0x21, 0x7f],
  [0xa1, 0x1680],
  [0x2010, 0x2028],
] as const
for (const [first, end] of TIDY_UNITS) kinds.fill(TIDY, first, end)
kinds[PLAIN_SPACE.charCodeAt(0)] = SPACE_UNIT

/** True where nothing is to be tidied. It may be false for a tidy text with rare characters, too. */
function isTidy(text: string): boolean {
  let untidy = 0
  let before = SPACE_UNIT
  // Without a branch, as words are counted.
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)]!
    untidy |= kind & (before | UNTIDY_UNIT)
    before = kind
  }
  return untidy === 0 && (before !== SPACE_UNIT || text === '')
}

/** `TracedText.tidy` for a text whose place in the file does not matter. */
export function tidyText(text: string): string {
  return TracedText.of(text).tidy().text
}
