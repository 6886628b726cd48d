import type { TranslatedLanguage, TranslationLexicon } from '../translation/lexicon.js'
import type { EvidenceTerm } from './evidence-terms.js'

/**
 * By what words of two documents are the same, and their translations; by number of a word. Strings are hashed to keys of 53 bits: for a few
 * million of them, two with one key are not to be expected, and would make a pair of documents a little more likely.
 */
export interface WordKeys {
  /** Of the term, and of the spelling; the same where these are. */
  terms: Float64Array
  surfaces: Float64Array
  /** Words with translations, ascending, and where those of each end in the lists of their keys and probabilities. */
  translated: Uint32Array
  ends: Uint32Array
  translations: Float64Array
  probabilities: Float64Array
}

/** Translations less probable than this are not followed, nor more than so many. */
const MIN_PROBABILITY = 0.1
const MAX_TRANSLATIONS = 3

/** Words by number. */
interface Words {
  size: number
  at(word: number): Pick<EvidenceTerm, 'term' | 'surface'>
}

/**
 * The keys of some words.
 *
 * @param isTranslated Whether the translations of a word are needed.
 * @param language That they are translated from.
 */
export function wordKeys(
  words: Words,
  isTranslated: (word: number) => boolean,
  lexicon: TranslationLexicon,
  language: TranslatedLanguage,
): WordKeys {
  const [terms, surfaces] = [new Float64Array(words.size), new Float64Array(words.size)]
  const translated: number[] = []
  const ends: number[] = []
  const translations: number[] = []
  const probabilities: number[] = []
  for (let word = 0; word < words.size; word++) {
    const { term, surface } = words.at(word)
    terms[word] = keyOf(term)
    surfaces[word] = term === surface ? terms[word]! : keyOf(surface)
    if (!isTranslated(word)) continue
    for (const { term: other, probability } of lexicon
      .translations(term, language)
      .slice(0, MAX_TRANSLATIONS)) {
      if (probability < MIN_PROBABILITY) continue
      translations.push(keyOf(other))
      probabilities.push(probability)
    }
    if (translations.length === (ends.at(-1) ?? 0)) continue
    translated.push(word)
    ends.push(translations.length)
  }
  return {
    terms,
    surfaces,
    translated: Uint32Array.from(translated),
    ends: Uint32Array.from(ends),
    translations: Float64Array.from(translations),
    probabilities: Float64Array.from(probabilities),
  }
}

/** The words of several lists as one list. */
export function joinWordKeys(all: readonly WordKeys[]): WordKeys {
  const [only] = all
  if (all.length === 1) return only!
  const bases = startsOf(all.map(({ terms }) => terms.length))
  const translations = startsOf(all.map((keys) => keys.translations.length))
  return {
    terms: joined(
      Float64Array,
      all.map(({ terms }) => terms),
    ),
    surfaces: joined(
      Float64Array,
      all.map(({ surfaces }) => surfaces),
    ),
    translated: joined(
      Uint32Array,
      all.map(({ translated }) => translated),
      bases,
    ),
    ends: joined(
      Uint32Array,
      all.map(({ ends }) => ends),
      translations,
    ),
    translations: joined(
      Float64Array,
      all.map((keys) => keys.translations),
    ),
    probabilities: joined(
      Float64Array,
      all.map(({ probabilities }) => probabilities),
    ),
  }
}

function startsOf(lengths: readonly number[]): number[] {
  let start = 0
  return lengths.map((length) => {
    start += length
    return start - length
  })
}

/** @param added To the numbers of each list. */
function joined<T extends Float64Array | Uint32Array>(
  type: new (length: number) => T,
  lists: readonly T[],
  added?: readonly number[],
): T {
  const starts = startsOf(lists.map(({ length }) => length))
  const all = new type(lists.reduce((sum, { length }) => sum + length, 0))
  for (const [i, list] of lists.entries()) {
    all.set(list, starts[i]!)
    const more = added?.[i] ?? 0
    if (more > 0) for (let place = 0; place < list.length; place++) all[starts[i]! + place]! += more
  }
  return all
}

/** The keys of a document's words. */
export function* keysOfDocument(
  { terms, surfaces }: WordKeys,
  lists: Iterable<Uint32Array>,
): Generator<number> {
  for (const list of lists)
    for (const word of list) {
      yield terms[word]!
      yield surfaces[word]!
    }
}

/** Two hashes of 32 and 21 bits as one number: FNV-1a, and the same with another factor, each mixed once more. */
function keyOf(word: string): number {
  let one = 0x811c9dc5
  let other = 0x9747b28c
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x5bd1e995)
    other ^= other >>> 15
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b)
  other = Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
  return ((one ^ (one >>> 13)) >>> 0) * 2 ** 21 + (other >>> 11)
}

/** Gives keys numbers, from 0 in the order in which they come. */
export class KeyNumbers {
  size = 0
  private keys = new Float64Array(1024)
  /** One more than the number of the key that is there, 0 for none; searched on from where a key should be. */
  private slots = new Uint32Array(2048)

  /** The number of a key; -1 for one that has none. */
  find(key: number): number {
    return this.slots[this.slotOf(key)]! - 1
  }

  /**
   * The numbers of many keys: in a loop of its own, where none is made an object on the way.
   *
   * @param others Other keys and their numbers: most of those that are wanted are the same.
   */
  findAll(wanted: Float64Array, others?: { keys: Float64Array; numbers: Int32Array }): Int32Array {
    const { slots, keys } = this
    const last = slots.length - 1
    const numbers = others ? others.numbers.slice() : new Int32Array(wanted.length)
    const known = others?.keys
    for (let i = 0; i < wanted.length; i++) {
      const key = wanted[i]!
      if (known !== undefined && known[i] === key) continue
      let slot = (key / 2 ** 21) & last
      while (slots[slot] !== 0 && keys[slots[slot]! - 1] !== key) slot = (slot + 1) & last
      numbers[i] = slots[slot]! - 1
    }
    return numbers
  }

  /** The number of a key; it gets one if it has none. */
  add(key: number): number {
    const slot = this.slotOf(key)
    const known = this.slots[slot]!
    if (known > 0) return known - 1
    if (this.size === this.keys.length) {
      this.grow()
      return this.add(key)
    }
    this.keys[this.size] = key
    this.slots[slot] = ++this.size
    return this.size - 1
  }

  private slotOf(key: number): number {
    const { slots, keys } = this
    const last = slots.length - 1
    let slot = (key / 2 ** 21) & last
    while (slots[slot] !== 0 && keys[slots[slot]! - 1] !== key) slot = (slot + 1) & last
    return slot
  }

  private grow(): void {
    const { keys } = this
    this.keys = new Float64Array(2 * keys.length)
    this.keys.set(keys)
    this.slots = new Uint32Array(4 * keys.length)
    for (let number = 0; number < this.size; number++)
      this.slots[this.slotOf(keys[number]!)] = number + 1
  }
}
