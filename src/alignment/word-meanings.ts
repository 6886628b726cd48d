import { KeyNumbers, type WordKeys } from './word-keys.js'
import { WordSet } from './word-set.js'

/** By what words are found in documents of the other language: their terms, their spellings and their translations. */
export class WordMeanings {
  /** By number of a word: its place among those with translations, one more. */
  private readonly translated: Uint32Array

  constructor(private readonly keys: WordKeys) {
    this.translated = new Uint32Array(keys.terms.length)
    const { translated } = keys
    for (let place = 0; place < translated.length; place++)
      this.translated[translated[place]!] = place + 1
  }

  /** Goes through the keys of a word, and how probable it is that it stands for them. */
  each(word: number, visit: (key: number, probability: number) => void): void {
    const { terms, surfaces, ends, translations, probabilities } = this.keys
    visit(terms[word]!, 1)
    if (surfaces[word] !== terms[word]) visit(surfaces[word]!, 1)
    const place = this.translated[word]! - 1
    if (place < 0) return
    for (let i = place === 0 ? 0 : ends[place - 1]!; i < ends[place]!; i++)
      visit(translations[i]!, probabilities[i]!)
  }

  /** All keys of some words. */
  keysOf(words: WordSet): KeyNumbers {
    const found = new KeyNumbers()
    for (let word = 0; word < words.size; word++)
      if (words.has(word)) this.each(word, (key) => found.add(key))
    return found
  }
}

/** Words whose term or spelling is among some keys. */
export function wordsWithKeys({ terms, surfaces }: WordKeys, wanted: KeyNumbers): WordSet {
  const found = new WordSet(terms.length)
  const ofTerms = wanted.findAll(terms)
  const ofSurfaces = wanted.findAll(surfaces, { keys: terms, numbers: ofTerms })
  for (let word = 0; word < ofTerms.length; word++)
    if (ofTerms[word]! >= 0 || ofSurfaces[word]! >= 0) found.add(word)
  return found
}

/** Besides, those one of whose translations is among the keys, and all that have the term of such a word. */
export function wordsMeaning(keys: WordKeys, wanted: KeyNumbers): WordSet {
  const found = wordsWithKeys(keys, wanted)
  const { terms, translated, ends } = keys
  const translations = wanted.findAll(keys.translations)
  for (let i = 0, place = 0; place < translated.length; place++)
    for (; i < ends[place]!; i++) if (translations[i]! >= 0) found.add(translated[place]!)
  const same = new KeyNumbers()
  for (let word = 0; word < found.size; word++) if (found.has(word)) same.add(terms[word]!)
  const numbers = same.findAll(terms)
  for (let word = 0; word < numbers.length; word++) if (numbers[word]! >= 0) found.add(word)
  return found
}
