import type { TranslatedLanguage } from './lexicon.js'

/** Shorter terms are alike by chance. */
const MIN_LENGTH = 4
/** What is left of a term without its endings has at least so many letters. */
const MIN_ROOT = 5
/** Even terms that are spelled alike need not mean the same: become and bekommen, Gift. */
const TRUST = 0.8

/**
 * Endings that words from Latin and Greek have in one language and not in the other, as far as the stemmers
 * leave them: Organisation and organ, babylonisch and Babylonian, Aktivität and active.
 */
const ENDING =
  /(?:ation|ator|ion|at|isier|ier|ierung|is|iz|ismus|ism|isch|ist|iker|ik|ic|ical|itat|iti|al|ell|iv|os|ium|ius|um|us|ian|i|e)$/

/**
 * Spellings of one sound made alike: Fisch, fish; Kategorie, category; Philosophie; Zentrum, centre;
 * Jacht, yacht; Musik.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch/g, 'sh'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/[ckqz]/g, 'c'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/([a-z])\1/g, '$1'],
]

const VOWEL = /[aeiou]/

/**
 * How probably an English and a German term are one word in two spellings (biodivers, biodiversitat): 0
 * for most, at most 0.8. Goes by letters only and knows no meanings, so that it is for words that
 * no lexicon knows; meant for comparing a term with the vocabulary of a collection.
 */
export function isCognate(a: string, b: string): number {
  // Nearly all terms of a vocabulary differ in this, and need no further look.
  if (a.length < MIN_LENGTH || b.length < MIN_LENGTH || initial(a) !== initial(b)) return 0
  const whole = likeness(sounds(a), sounds(b))
  return TRUST * (whole === 1 ? whole : Math.max(whole, likeness(sounds(root(a)), sounds(root(b)))))
}

/**
 * How a term might be spelled in the other language, or nearly so: with or without its endings, with the `k` of German or
 * the `c` of English. Beginnings for a search; what it finds is to be compared by {@link isCognate}.
 */
export function spellings(term: string, language: TranslatedLanguage): string[] {
  const [foreign, own] = language === 'de' ? (['c', 'k'] as const) : (['k', 'c'] as const)
  const spelled = [term, root(term)]
  return [...new Set([...spelled, ...spelled.map((each) => each.replaceAll(foreign, own))])]
}

/** The first letter as it sounds. */
function initial(term: string): string {
  return term.startsWith('ph') ? 'f' : sounds(term[0]!)
}

function sounds(term: string): string {
  return SOUNDS.reduce((spelling, [letters, sound]) => spelling.replace(letters, sound), term)
}

function root(term: string): string {
  const rest = term.replace(ENDING, '')
  return rest === term || rest.length < MIN_ROOT ? term : root(rest)
}

/** 1 for the same letters, 0 for more differences than words of that length may have. */
function likeness(a: string, b: string): number {
  const length = Math.max(a.length, b.length)
  const allowed = allowedDifference(length)
  if (Math.abs(a.length - b.length) > 2 * allowed) return 0
  const found = difference(a, b)
  return found > allowed ? 0 : 1 - found / length
}

/** Nothing in short words, one vowel in words of six letters, one letter from eight, two from twelve. */
function allowedDifference(length: number): number {
  if (length < 6) return 0
  if (length < 8) return 0.5
  return length < 12 ? 1 : 2
}

/** Levenshtein distance in which vowels count half: they change most between the two languages. */
function difference(a: string, b: string): number {
  let above = Float32Array.from(` ${b}`, (_, j) => costs(b.slice(0, j)))
  for (let i = 0; i < a.length; i++) {
    const row = new Float32Array(b.length + 1)
    const removal = cost(a[i]!)
    row[0] = above[0]! + removal
    for (let j = 0; j < b.length; j++) {
      const insertion = cost(b[j]!)
      const change = a[i] === b[j] ? 0 : Math.max(removal, insertion)
      row[j + 1] = Math.min(above[j + 1]! + removal, row[j]! + insertion, above[j]! + change)
    }
    above = row
  }
  return above[b.length]!
}

function costs(letters: string): number {
  return [...letters].reduce((total, letter) => total + cost(letter), 0)
}

function cost(letter: string): number {
  return VOWEL.test(letter) ? 0.5 : 1
}
