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

/** True where nothing is to be tidied. It may be false for a tidy text with rare characters, too. */
function isTidy(text: string): boolean {
  let before = SPACE_UNIT
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === SPACE_UNIT ? before === SPACE_UNIT : !isPlainUnit(unit)) return false
    before = unit
  }
  return before !== SPACE_UNIT || text === ''
}

const SPACE_UNIT = 0x20

/** Printable ASCII, letters of the Latin to the Georgian script, and dashes, quotation marks, bullets and dots. */
function isPlainUnit(unit: number): boolean {
  if (unit < 0x7f) return unit > SPACE_UNIT
  return (unit > 0xa0 && unit < 0x1680) || (unit >= 0x2010 && unit < 0x2028)
}

/** `TracedText.tidy` for a text whose place in the file does not matter. */
export function tidyText(text: string): string {
  return TracedText.of(text).tidy().text
}
