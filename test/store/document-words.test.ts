import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WordKeys } from '../../src/alignment/word-keys.js'
import { WordSet } from '../../src/alignment/word-set.js'
import { ByteWriter, memorySource } from '../../src/store/bytes.js'
import { DocumentWordFile, writeDocumentWords } from '../../src/store/document-words.js'

const WORDS = 40
const DOCUMENTS = 20_000

/** A word is told by the key of its term, for it may have another number in the file. */
const KEYS: WordKeys = {
  terms: Float64Array.from({ length: WORDS }, (_, word) => word),
  surfaces: Float64Array.from({ length: WORDS }, (_, word) => word),
  translated: new Uint32Array(0),
  ends: new Uint32Array(0),
  translations: new Float64Array(0),
  probabilities: new Float64Array(0),
}

/** Few documents have words, so that they are far from each other. */
const documents = fc.dictionary(
  fc.nat(DOCUMENTS - 1).map(String),
  fc.array(fc.nat(WORDS - 1), { minLength: 1, maxLength: 8 }),
  { maxKeys: 30 },
)

test('a file of words has the distinct words of each document, and the documents of each word', () => {
  fc.assert(
    fc.property(documents, fc.uniqueArray(fc.nat(WORDS - 1)), (given, among) => {
      const file = new ByteWriter()
      const wordsOf = (document: number) => [Uint32Array.from(given[document] ?? [])]
      writeDocumentWords({ keys: KEYS, documentCount: DOCUMENTS, wordsOf }, file)
      const read = new DocumentWordFile(memorySource(file.result()))
      const { terms } = read.keys
      const set = new WordSet(terms.length)
      for (const [word, term] of terms.entries()) if (among.includes(term)) set.add(word)
      const found = new Map<number, number[]>()
      for (const [document, words] of Object.entries(given)) {
        const distinct = [...new Set(words)]
        expect(Array.from(read.wordsOf(Number(document)), (word) => terms[word])).toEqual(distinct)
        expect(Array.from(read.wordsOf(Number(document), 0, set), (word) => terms[word])).toEqual(
          distinct.filter((term) => among.includes(term)),
        )
        for (const term of distinct) found.set(term, [...(found.get(term) ?? []), Number(document)])
      }
      for (const [word, term] of terms.entries()) {
        const all: number[] = []
        read.eachDocument(word, (document) => all.push(document) < 0)
        expect(all).toEqual(found.get(term)!.sort((a, b) => a - b))
        const first: number[] = []
        read.eachDocument(word, (document) => first.push(document) > 0)
        expect(first).toEqual(all.slice(0, 1))
      }
    }),
    { numRuns: 40 },
  )
})
