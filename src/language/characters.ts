/** Kinds of characters, as bits: Unicode's general categories, as far as words are made of them. */
export const LETTER = 1
export const MARK = 2
export const NUMBER = 4
/** Invisible, inside words: soft hyphen, joiners. */
export const FORMAT = 8

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER],
  [/\p{M}/u, MARK],
  [/\p{N}/u, NUMBER],
  [/\p{Cf}/u, FORMAT],
]

/** No kind: what has to be looked up. */
const UNKNOWN = 128
/** By code unit: the kinds of characters of the basic plane, as they come up; surrogates are always looked up. */
export const known = new Uint8Array(0x10000).fill(UNKNOWN)

function lookUp(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? 0
  if (codePoint < known.length && !isSurrogate(codePoint)) known[codePoint] = kind
  return kind
}

/**
 * A text as UTF-16 code units, to be gone through several times: reading a character of a string takes several times as long, the more so where
 * the string is a part of another.
 */
export interface CodeUnits {
  units: Uint16Array
  length: number
}

/** Lists that grow to the longest text. */
export class CodeUnitReader implements CodeUnits {
  units = new Uint16Array(1024)
  length = 0

  /** @returns itself, valid until the next text. */
  read(text: string): CodeUnits {
    if (this.units.length < text.length) this.units = new Uint16Array(2 * text.length)
    const { units } = this
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
    this.length = text.length
    return this
  }
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800
}

function isPair({ units, length }: CodeUnits, at: number): boolean {
  if ((units[at]! & 0xfc00) !== 0xd800 || at + 1 >= length) return false
  return (units[at + 1]! & 0xfc00) === 0xdc00
}

function codePointAt({ units }: CodeUnits, at: number): number {
  return 0x10000 + ((units[at]! & 0x3ff) << 10) + (units[at + 1]! & 0x3ff)
}

/** How many code units the character has that stands there, if it is of some kinds; 0 where it is not. */
export function sizeOf(text: CodeUnits, at: number, kinds: number): number {
  const unit = text.units[at]!
  const kind = known[unit]!
  if (kind !== UNKNOWN) return Number((kind & kinds) !== 0)
  const size = isPair(text, at) ? 2 : 1
  return (lookUp(size === 2 ? codePointAt(text, at) : unit) & kinds) === 0 ? 0 : size
}

/** Where the characters end, from `start` on, that are of some kinds. */
export function endOf(text: CodeUnits, start: number, kinds: number): number {
  const { units, length } = text
  let at = start
  while (at < length) {
    if ((known[units[at]!]! & kinds) !== 0) at++
    else {
      const size = sizeOf(text, at, kinds)
      if (size === 0) break
      at += size
    }
  }
  return at
}

/** The first place from `start` on at which a character is of some kinds; the text's length where there is none. */
export function nextOf(text: CodeUnits, start: number, kinds: number): number {
  const { units, length } = text
  let at = start
  while (at < length) {
    const kind = known[units[at]!]!
    if ((kind & kinds) !== 0) return at
    if (kind === UNKNOWN) {
      if (sizeOf(text, at, kinds) > 0) return at
      if (isPair(text, at)) at++
    }
    at++
  }
  return length
}
