import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'

/**
 * Words in a shingle. Two are too common (`in the`) to tell texts apart, and every changed word breaks as many
 * shingles as they have words: at four, a passage of 75 words with seven changes shares less than half.
 */
const SHINGLE_WORDS = 3

/**
 * Hashes of every three consecutive words of a passage, in order, with repetitions (Broder 1997: "On the resemblance
 * and containment of documents"). Words count by their terms, so that an inflection or an accent is no change.
 * The language is part of the hash: the same words in another language are other shingles.
 */
export function shinglesOf(tokens: readonly Token[], language: Language): Uint32Array {
  const words: number[] = []
  for (const { kind, term } of tokens) if (kind === 'word') words.push(hashWord(term))
  const salt = hashWord(language)
  const shingles = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1))
  for (let i = 0; i < shingles.length; i++) {
    let hash = salt
    for (let j = 0; j < SHINGLE_WORDS; j++) hash = mix(hash ^ words[i + j]!)
    shingles[i] = hash
  }
  return shingles
}

/** The smallest number of words with this many shingles. */
export function wordsFor(shingles: number): number {
  return shingles + SHINGLE_WORDS - 1
}

/** Share of the different shingles of both that both have (the Jaccard coefficient), 0 to 1. */
export function resemblance(one: Uint32Array, other: Uint32Array): number {
  const all = new Set(one)
  const ones = all.size
  const others = new Set(other)
  for (const shingle of others) all.add(shingle)
  return all.size === 0 ? 0 : (ones + others.size - all.size) / all.size
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

/** Spreads every bit over all others (the finalizer of MurmurHash3). */
export function mix(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
