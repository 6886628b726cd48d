import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'
import { mix } from './mix.js'

/**
 * Words in a shingle. Two are too common (`in the`) to tell texts apart, and every changed word breaks as many
 * shingles as they have words.
 */
export const SHINGLE_WORDS = 3

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

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}
