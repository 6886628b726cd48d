import { LINKS, packUnit, type Unit } from './units.js'

/** What the splitter knows: the forms that parts take, and the words that it must not split. */
export interface CompoundLexicon {
  units: ReadonlyMap<string, Unit>
  whole: ReadonlySet<string>
}

/**
 * The signs of a packed lexicon, by their number: counts, classes and links. No lower-case letter is
 * among them, so a sign ends a word; and nothing that a string literal would have to escape.
 */
export const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#%&()*+,-./:;<=>?@[]^_{|}~'

/** By code unit: one more than the number of the sign; 0 for a letter. */
const NUMBERS = new Uint8Array(256)
for (const [number, sign] of [...SIGNS].entries()) NUMBERS[sign.charCodeAt(0)] = number + 1
const number = (packed: string, at: number) => NUMBERS[packed.charCodeAt(at)]! - 1

/**
 * Sorted words as one string, each as the number of letters it shares with the word before it, its
 * other letters, and its signs (front coding: Witten, Moffat and Bell, "Managing Gigabytes").
 */
function frontCoded(packed: string, visit: (word: string, at: number) => number): void {
  let word = ''
  for (let at = 0; at < packed.length; ) {
    const shared = number(packed, at)
    let end = at + 1
    while (end < packed.length && number(packed, end) < 0) end++
    word = word.slice(0, shared) + packed.slice(at + 1, end)
    at = visit(word, end)
  }
}

/** Each word is followed by its class before another part, its last class, and, if it has the first, its link. */
export function unpackUnits(packed: string): Map<string, Unit> {
  const units = new Map<string, Unit>()
  frontCoded(packed, (word, at) => {
    const left = number(packed, at)
    const link = left ? number(packed, at + 2) : 0
    units.set(word, packUnit(left, number(packed, at + 1), LINKS[link]!))
    return at + (left ? 3 : 2)
  })
  return units
}

export function unpackWords(packed: string): Set<string> {
  const words = new Set<string>()
  frontCoded(packed, (word, at) => {
    words.add(word)
    return at
  })
  return words
}
