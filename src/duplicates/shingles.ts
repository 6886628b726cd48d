import type { NumberedWords, WordNumbers } from '../analysis/analyzed-word.js'
import type { Language } from '../language/language.js'
import { mix } from './mix.js'

/**
 * Words in a shingle. Two are too common (`in the`) to tell texts apart, and every changed word breaks as many
 * shingles as they have words.
 */
export const SHINGLE_WORDS = 3

/** Odd numbers, another for each place of a shingle: the same words in another order are another shingle. */
const FACTORS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d].map((factor) => factor | 0)

/**
 * Hashes of every three consecutive words of a passage, in order, with repetitions (Broder 1997: "On the resemblance
 * and containment of documents"). Words count by their terms, so that an inflection or an accent is no change.
 * The language is part of the hash: the same words in another language are other shingles.
 */
export class Shingles {
  private readonly salt: number
  /** Of the facts of a word, which one its hash is. */
  private readonly hash: number
  private known = 0
  /** Of the words of a passage, and of its shingles; made once, because making a list takes longer than filling it. */
  private row = new Int32Array(256)
  private shingles = new Uint32Array(256)

  /** @param words Numbers the words of the passages. */
  constructor(
    private readonly words: Pick<WordNumbers, 'size' | 'at' | 'facts'>,
    language: Language,
  ) {
    this.salt = hashWord(language)
    this.hash = words.facts.reserve(1)
  }

  /** @returns a list that is valid until the next passage. */
  of({ length, numbers, joined }: NumberedWords): Uint32Array {
    while (this.known < this.words.size) this.register(this.known++)
    if (this.row.length < length) {
      this.row = new Int32Array(2 * length)
      this.shingles = new Uint32Array(2 * length)
    }
    const { row, shingles, salt, hash } = this
    const { list, width } = this.words.facts
    let words = 0
    // Chains of words are none.
    for (let i = 0; i < length; i++)
      if (joined[i] === 0) row[words++] = list[numbers[i]! * width + hash]!
    const count = Math.max(0, words - SHINGLE_WORDS + 1)
    for (let i = 0; i < count; i++) {
      let sum = salt
      for (let j = 0; j < SHINGLE_WORDS; j++) sum += Math.imul(row[i + j]!, FACTORS[j]!)
      shingles[i] = mix(sum | 0)
    }
    return shingles.subarray(0, count)
  }

  private register(number: number): void {
    const { list, width } = this.words.facts
    list[number * width + this.hash] = hashWord(this.words.at(number).tokens[0]!.term)
  }
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
