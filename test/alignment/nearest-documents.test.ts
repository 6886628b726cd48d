import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type NearestDocuments, nearestDocuments } from '../../src/alignment/nearest-documents.js'
import { keysOfDocument, type WordKeys } from '../../src/alignment/word-keys.js'

const WORDS = 400

/** Every third word has the term of the one before, every fifth one is spelled otherwise, every fourth one has translations. */
const KEYS: WordKeys = (() => {
  const words = Array.from({ length: WORDS }, (_, word) => word)
  const key = (word: number) => (word + 1) * 2 ** 21
  const translated = words.filter((word) => word % 4 === 0)
  return {
    terms: Float64Array.from(words, (word) => key(word % 3 === 1 ? word - 1 : word)),
    surfaces: Float64Array.from(words, (word) =>
      key(word % 5 === 0 ? word + WORDS : word % 3 === 1 ? word - 1 : word),
    ),
    translated: Uint32Array.from(translated),
    ends: Uint32Array.from(translated, (_, place) => 2 * place + 2),
    translations: Float64Array.from(
      translated.flatMap((word) => [key((word + 7) % WORDS), key((word * 3) % WORDS)]),
    ),
    probabilities: Float64Array.from(translated.flatMap(() => [0.7, 0.2])),
  }
})()

/** Frequent words come in many documents, and most words in few. */
const word = fc.nat(999).map((chance) => Math.floor(WORDS * (chance / 1000) ** 2))

const document = fc.uniqueArray(word, { minLength: 1, maxLength: 24 })

interface Document {
  id: number
  words: Uint32Array
}

/** A document in the place of another one, one with a few other words, one more, one less, or one that has moved. */
const change = fc.record({
  kind: fc.constantFrom('replace', 'edit', 'edit', 'add', 'remove', 'move'),
  side: fc.constantFrom('english', 'german'),
  at: fc.nat(200),
  words: document,
})

/** Around the number of others below which they need not be above the average. */
const side = fc.array(document, { minLength: 44, maxLength: 62 })

class Collection {
  private readonly documents: { english: Document[]; german: Document[] }
  private next = 0
  private nearest: NearestDocuments | undefined
  private before: Document[] = []

  constructor(english: readonly number[][], german: readonly number[][]) {
    this.documents = { english: english.map(this.made), german: german.map(this.made) }
  }

  private readonly made = (words: readonly number[]): Document => {
    return { id: this.next++, words: Uint32Array.from(words) }
  }

  change({ kind, side, at, words }: { kind: string; side: string; at: number; words: number[] }) {
    const documents = this.documents[side as 'english' | 'german']
    const place = at % documents.length
    if (kind === 'move') {
      const [moved] = documents.splice(place, 1)
      documents.splice((7 * at) % documents.length, 0, this.made([...moved!.words]))
      return
    }
    const edited = () => [...documents[place]!.words].slice(at % 3).concat(words.slice(0, at % 4))
    const added = kind === 'remove' ? [] : [this.made(kind === 'edit' ? edited() : words)]
    documents.splice(place, kind === 'add' ? 0 : 1, ...added)
  }

  /** English and German documents in turn. */
  private all(): Document[] {
    const { english, german } = this.documents
    const most = Math.max(english.length, german.length)
    return Array.from({ length: most }, (_, i) => [english[i], german[i]])
      .flat()
      .filter((each) => each !== undefined)
  }

  /** What is nearest by what was found before, and without. */
  find() {
    const all = this.all()
    const numbers = new Map(all.map(({ id }, number) => [id, number]))
    const read = new Map<number, number>()
    const wordsOf = (number: number) => {
      read.set(number, (read.get(number) ?? 0) + 1)
      return [all[number]!.words]
    }
    const eachDocument = (word: number, visit: (document: number) => boolean) => {
      for (const [number, { words }] of all.entries())
        if (words.includes(word) && visit(number)) return
    }
    const words = { keys: KEYS, wordsOf, eachDocument }
    const of = (documents: readonly Document[]) => documents.map(({ id }) => numbers.get(id)!)
    const [english, german] = [of(this.documents.english), of(this.documents.german)]
    const { nearest, before } = this
    const today = (number: number) => numbers.get(before[number]!.id) ?? -1
    const known = nearest && {
      german: nearest.german.map((number) => ({
        document: today(number),
        keys: () => keysOfDocument(KEYS, [before[number]!.words]),
      })),
      english: nearest.english
        .map(({ document, asked }) => ({ document: today(document), asked }))
        .filter((each) => each.document >= 0),
    }
    const again = nearestDocuments(english, german, words, known)
    this.nearest = again
    this.before = all
    return { again, read: new Map(read), anew: nearestDocuments(english, german, words) }
  }
}

function found({ german, english }: NearestDocuments) {
  return {
    german,
    english: english.map(({ document, nearest, asked: { total, all } }) => {
      return { document, nearest, total, all }
    }),
  }
}

test('the nearest documents are the same by what was found before as without, change after change', () => {
  let near = 0
  fc.assert(
    fc.property(
      side,
      side,
      fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      (english, german, changes) => {
        const collection = new Collection(english, german)
        collection.find()
        for (const some of changes) {
          for (const each of some) collection.change(each)
          const { again, anew } = collection.find()
          expect(found(again)).toEqual(found(anew))
          near += again.english.filter(({ nearest }) => nearest.length > 0).length
        }
      },
    ),
    { numRuns: 60 },
  )
  expect(near).toBeGreaterThan(1000)
})

test('one German document more makes few English ones ask again', () => {
  const documents = (from: number) =>
    Array.from({ length: 200 }, (_, number) =>
      Array.from({ length: 12 }, (_, i) => (from + number * 37 + i * 101) % WORDS),
    )
  const collection = new Collection(documents(0), documents(3))
  collection.find()
  collection.change({ kind: 'add', side: 'german', at: 100, words: [1, 20, 300, 350] })
  // What is read of a document that does not ask again, is read once.
  const { again, anew, read } = collection.find()
  expect(found(again)).toEqual(found(anew))
  const asking = again.english.filter(({ document }) => read.get(document)! > 1)
  expect(asking.length).toBeLessThan(50)
})
