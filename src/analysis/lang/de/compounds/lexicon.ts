import { LINKS, packUnit, type Unit } from './units.js'

/** Sorted words as one string, and where in it those of each beginning are: `scripts/compounds/pack.mjs` makes both. */
export interface PackedWords {
  words: string
  sections: string
}

/**
 * The signs of a packed lexicon, by their number: counts, classes, links and places. No lower-case letter is
 * among them, so a sign ends a word; and nothing that a string literal would have to escape.
 */
export const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#%&()*+,-./:;<=>?@[]^_{|}~'

/** By code unit: one more than the number of the sign; 0 for a letter. */
const NUMBERS = new Uint8Array(256)
for (const [number, sign] of [...SIGNS].entries()) NUMBERS[sign.charCodeAt(0)] = number + 1
const number = (packed: string, at: number) => NUMBERS[packed.charCodeAt(at)]! - 1

/** Words that have so many letters in common stand in one section; none has fewer. */
export const BEGINNING = 3
/** A section's beginning, and its place in four digits, to the base of as many signs as there are. */
const DIGITS = 4
const SECTION = BEGINNING + DIGITS

/** Where the words are that begin so; -1 if there are none. */
function sectionAt(sections: string, beginning: string): number {
  let [from, to] = [0, sections.length / SECTION]
  while (from < to) {
    const middle = (from + to) >> 1
    const at = middle * SECTION
    const found = sections.slice(at, at + BEGINNING)
    if (found === beginning) return placeAt(sections, at + BEGINNING)
    if (found < beginning) from = middle + 1
    else to = middle
  }
  return -1
}

function placeAt(sections: string, at: number): number {
  let place = 0
  for (let i = at; i < at + DIGITS; i++) place = place * SIGNS.length + number(sections, i)
  return place
}

/**
 * Each word is the number of letters it shares with the word before it, its other letters, and its signs (front coding: Witten, Moffat and
 * Bell, "Managing Gigabytes").
 *
 * @param beginning Of the words to visit; empty for all.
 * @param visit Is told where a word's signs are, and tells where they end.
 */
function frontCoded(
  { words, sections }: PackedWords,
  beginning: string,
  visit: (word: string, at: number) => number,
): void {
  const from = beginning === '' ? 0 : sectionAt(sections, beginning)
  if (from < 0) return
  let word = beginning
  for (let at = from; at < words.length; ) {
    const shared = number(words, at)
    // The first of another section; what this one shares with the one before it, is of its beginning.
    if (at > from && shared < beginning.length) return
    let end = at + 1
    while (end < words.length && number(words, end) < 0) end++
    word = word.slice(0, shared) + words.slice(at + 1, end)
    at = visit(word, end)
  }
}

/**
 * Visits the forms that begin with {@link BEGINNING} letters, or all. Each is followed by its class before another part, its last class, and,
 * if it has the first, its link.
 */
export function unpackUnits(
  packed: PackedWords,
  beginning: string,
  visit: (form: string, unit: Unit) => void,
): void {
  const { words } = packed
  frontCoded(packed, beginning, (form, at) => {
    const left = number(words, at)
    const link = left ? number(words, at + 2) : 0
    visit(form, packUnit(left, number(words, at + 1), LINKS[link]!))
    return at + (left ? 3 : 2)
  })
}

/** Visits the words that begin with {@link BEGINNING} letters, or all. */
export function unpackWords(
  packed: PackedWords,
  beginning: string,
  visit: (word: string) => void,
): void {
  frontCoded(packed, beginning, (word, at) => {
    visit(word)
    return at
  })
}
