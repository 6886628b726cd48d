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

const BLOCK = 256
/** Of the basic plane, a block at a time: most texts need two of them. */
const known = new Uint8Array(0x10000)
const filled = new Uint8Array(0x10000 / BLOCK)

/** The kind of a code point; 0 for what is in no word, and for half a surrogate pair. */
export function kindOf(codePoint: number): number {
  if (codePoint >= 0x10000) return lookUp(codePoint)
  if (filled[codePoint >> 8] === 0) fill(codePoint >> 8)
  return known[codePoint]!
}

function fill(block: number): void {
  for (let code = block * BLOCK; code < (block + 1) * BLOCK; code++) known[code] = lookUp(code)
  filled[block] = 1
}

function lookUp(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  return KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? 0
}

/** Number of code units from `start` on whose characters are all of some kinds. */
export function runLength(text: string, start: number, kinds: number): number {
  let at = start
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const isHigh = unit >= 0xd800 && unit < 0xdc00
    const codePoint = isHigh ? text.codePointAt(at)! : unit
    if ((kindOf(codePoint) & kinds) === 0) break
    at += codePoint > 0xffff ? 2 : 1
  }
  return at - start
}

/** The first place from `start` on at which a character is of some kinds; the text's length where there is none. */
export function nextOf(text: string, start: number, kinds: number): number {
  let at = start
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const isHigh = unit >= 0xd800 && unit < 0xdc00
    const codePoint = isHigh ? text.codePointAt(at)! : unit
    if ((kindOf(codePoint) & kinds) !== 0) return at
    at += codePoint > 0xffff ? 2 : 1
  }
  return text.length
}
