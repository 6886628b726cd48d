import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type WordAnalyzer, WordNumbers } from '../../src/analysis/analyzed-word.js'
import { NOWHERE } from '../../src/duplicates/compared.js'
import type { PassageSource } from '../../src/duplicates/copies.js'
import { DuplicateFinder } from '../../src/duplicates/duplicate-finder.js'
import type { Originals } from '../../src/duplicates/originals.js'
import { Shingles } from '../../src/duplicates/shingles.js'
import { StoredSignatures } from '../../src/duplicates/stored-signatures.js'
import { searcherOfPassages } from '../support/collection.js'

const LENGTH = 60

/** A passage of some text, with the words at some places replaced by new ones. */
interface Variant {
  text: number
  replaced: number[]
}

const variant = (most: number): fc.Arbitrary<Variant> =>
  fc.record({
    text: fc.nat(3),
    replaced: fc.uniqueArray(fc.nat(LENGTH - 1), { maxLength: most }),
  })

function wordsOf({ text, replaced }: Variant, number: number): string[] {
  const words = Array.from({ length: LENGTH }, (_, i) => `t${text}w${i}`)
  for (const place of replaced) words[place] = `n${number}w${place}`
  return words
}

/** Takes every word for its own term. */
const plain: WordAnalyzer = {
  word: (surface) => {
    const [form, term] = [surface, surface]
    return {
      surface,
      tokens: [{ kind: 'word', start: 0, end: form.length, form, term, functionWord: false }],
    }
  },
}

function finderOf(passages: readonly string[][]): {
  finder: DuplicateFinder
  source: PassageSource
} {
  const finder = new DuplicateFinder()
  const numbers = new WordNumbers(plain)
  const hashed = new Shingles(numbers, 'en')
  const shingles = (number: number) => hashed.of(numbers.of(passages[number]!.join(' ')))
  for (const number of passages.keys()) finder.add(number, shingles(number))
  // Every passage is a document by itself.
  return { finder, source: { shingles, documentOf: (number) => number } }
}

function find(passages: readonly string[][]): Originals {
  const { finder, source } = finderOf(passages)
  return finder.originals(source)
}

function shinglesOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`))
}

/** The naive model: the stated thresholds, on sets of strings. */
function repeats(copy: readonly string[], original: readonly string[]): boolean {
  const [a, b] = [shinglesOf(copy), shinglesOf(original)]
  const shared = [...a].filter((shingle) => b.has(shingle)).length
  return shared > b.size / 2 && shared >= 0.6 * a.size
}

describe('for any passages', () => {
  test('every copy repeats its original by the naive model, and originals are their own', () => {
    fc.assert(
      fc.property(fc.array(variant(20), { maxLength: 25 }), (variants) => {
        const passages = variants.map(wordsOf)
        const { first, count } = find(passages)
        for (const [number, own] of passages.entries()) {
          if (count[number] === 0) continue
          const original = first[number]!
          expect([count[number], first[original]]).toEqual([1, original])
          if (original !== number) expect(repeats(own, passages[original]!)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  // Signatures miss a pair by chance; of two passages that differ in two words, one pair in ten thousand millions.
  test('the groups of slightly changed passages are those of naive pairwise comparison', () => {
    fc.assert(
      fc.property(fc.array(variant(1), { maxLength: 25 }), (variants) => {
        const passages = variants.map(wordsOf)
        const expected = passages.map((own, number) => {
          const earlier = passages.findIndex((other, i) => i < number && repeats(own, other))
          const later = passages.some((other, i) => i > number && repeats(other, own))
          return earlier >= 0 ? earlier : later ? number : undefined
        })
        const { first, count } = find(passages)
        const found = passages.map((_, i) => (count[i]! > 0 ? first[i] : undefined))
        expect(found).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  test('nearly all pairs that differ in six words are found', () => {
    const replaced = fc.uniqueArray(fc.nat(LENGTH - 1), { minLength: 6, maxLength: 6 })
    const pairs = fc.sample(replaced, { numRuns: 2000, seed: 1 }).map((places, i) => {
      const own = wordsOf({ text: 0, replaced: places.slice(0, 3) }, 2 * i)
      return [own, wordsOf({ text: 0, replaced: places.slice(3) }, 2 * i + 1)] as const
    })
    const copies = pairs.filter(([own, other]) => repeats(other, own))
    const found = copies.filter(([own, other]) => find([own, other]).count[1] === 1)
    // Of three places in 32 bands, one band agrees at a resemblance of .53 with a probability of .993.
    expect(copies.length).toBeGreaterThan(1900)
    expect(found.length).toBeGreaterThan(0.99 * copies.length)
  })

  test('a fifth of the words changed in one place leaves a copy', () => {
    const [own] = [wordsOf({ text: 0, replaced: [] }, 0)]
    const changed = wordsOf({ text: 0, replaced: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] }, 1)
    expect(repeats(changed, own)).toBe(true)
    expect([...find([own, changed]).first]).toEqual([0, 0])
    expect([...find([own, changed]).count]).toEqual([1, 1])
  })
})

describe('of passages of which it is known what came of comparing them', () => {
  /** Puts a passage in the place of another one. */
  const isSameAgain = (passages: readonly string[][], { gone = -1, added = 0 }, own: string[]) => {
    const left = passages.filter((_, place) => place !== gone)
    const now = [...left.slice(0, added), own, ...left.slice(added)]
    const [before, { finder, source }] = [finderOf(passages), finderOf(now)]
    const { compared } = before.finder.compare(before.source)
    const today = (number: number) => {
      const place = number > gone && gone >= 0 ? number - 1 : number
      return number === gone ? NOWHERE : place < added ? place : place + 1
    }
    const still = [...compared.numbers.keys()].filter((i) => compared.numbers[i] !== gone)
    const numbers = (list: Uint32Array) => Uint32Array.from(still, (i) => today(list[i]!))
    const known = {
      compared: {
        numbers: numbers(compared.numbers),
        nearest: numbers(compared.nearest),
        first: numbers(compared.first),
        count: Uint8Array.from(still, (i) => compared.count[i]!),
      },
      added: [added],
      gone: gone < 0 ? [] : [finderOf([passages[gone]!]).finder.signed().signatures],
    }
    const [all, one] = [finder.signed(), finderOf([own]).finder.signed()]
    const stored = new StoredSignatures(now.length, (some) => [some ? one : all])
    const found = stored.compare(source, known)
    const expected = finder.compare(source)
    expect(found.originals).toEqual(expected.originals)
    expect(found.compared.numbers).toEqual(expected.compared.numbers)
    expect(found.compared.nearest).toEqual(expected.compared.nearest)
  }

  const ofOneText = (variants: readonly Variant[]) => variants.map((each) => ({ ...each, text: 0 }))

  test('all are the same once one has gone and one has come', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(variant(30), { minLength: 2, maxLength: 50 }),
          // More than are compared with one.
          fc.array(variant(30), { minLength: 30, maxLength: 60 }).map(ofOneText),
        ),
        fc.nat(),
        fc.nat(),
        variant(30),
        (variants, gone, added, own) => {
          const places = { gone: gone % variants.length, added: added % variants.length }
          isSameAgain(variants.map(wordsOf), places, wordsOf(own, variants.length))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('and where more are alike than are compared one by one', () => {
    const alike = Array.from({ length: 1200 }, (_, number) =>
      wordsOf({ text: 0, replaced: [number % LENGTH] }, number),
    )
    isSameAgain(alike, { added: 1200 }, wordsOf({ text: 0, replaced: [] }, 1200))
  })
})

test('for any query the hits are the best of every group of what is found without collapsing', async () => {
  const groups = fc.sample(fc.array(variant(2), { minLength: 14, maxLength: 14 }), {
    numRuns: 1,
    seed: 11,
  })[0]!
  const searcher = await searcherOfPassages(
    'en',
    groups.map((entry, i) => wordsOf(entry, i).join(' ')),
  )
  const groupOf = (hit: { document: { id: string } }) => groups[Number(hit.document.id)]!.text
  const word = fc.tuple(fc.nat(3), fc.nat(LENGTH - 1)).map(([text, i]) => `t${text}w${i}`)
  const query = fc
    .array(fc.tuple(fc.constantFrom('', '', '', '-'), word), { minLength: 1, maxLength: 5 })
    .map((words) => words.map(([sign, text]) => sign + text).join(' '))
  await fc.assert(
    fc.asyncProperty(query, async (asked) => {
      const all = (await searcher.search(asked, { collapse: false, limit: 100 })).hits
      const { total, hits } = await searcher.search(asked, { limit: 100 })
      const best = all.filter(
        (hit, i) => all.findIndex((other) => groupOf(other) === groupOf(hit)) === i,
      )
      const expected = best.map((hit, i) => {
        const others = all.filter((other) => other !== hit && groupOf(other) === groupOf(hit))
        const duplicates = others.map(({ passage, document: { id, title }, score }) => {
          return { id: passage.id, document: { id, title }, score }
        })
        return { ...hit, rank: i + 1, duplicates }
      })
      expect(hits).toEqual(expected)
      expect(total).toBe(best.length)
    }),
    { numRuns: 100 },
  )
})
