import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type WordAnalyzer, WordNumbers } from '../../src/analysis/analyzed-word.js'
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

  test('the groups of slightly changed passages are those of naive pairwise comparison', () => {
    fc.assert(
      fc.property(fc.array(variant(3), { maxLength: 25 }), (variants) => {
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

  test('a fifth of the words changed in one place leaves a copy', () => {
    const [own] = [wordsOf({ text: 0, replaced: [] }, 0)]
    const changed = wordsOf({ text: 0, replaced: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] }, 1)
    expect(repeats(changed, own)).toBe(true)
    expect([...find([own, changed]).first]).toEqual([0, 0])
    expect([...find([own, changed]).count]).toEqual([1, 1])
  })
})

describe('of passages of which it is known what came of comparing them', () => {
  const isSameAgain = (passages: readonly string[][]) => {
    const [before, { finder, source }] = [finderOf(passages.slice(0, -1)), finderOf(passages)]
    const { compared } = before.finder.compare(before.source)
    const all = finder.signed()
    const last = finderOf(passages.slice(-1)).finder.signed()
    const stored = new StoredSignatures(passages.length, (some) => [some ? last : all])
    const known = { compared, added: [passages.length - 1], gone: [] }
    expect(stored.compare(source, known)).toEqual(finder.compare(source))
  }

  test('one more has the originals that it would have otherwise', () => {
    fc.assert(
      fc.property(fc.array(variant(20), { minLength: 2, maxLength: 25 }), (variants) =>
        isSameAgain(variants.map(wordsOf)),
      ),
      { numRuns: 100 },
    )
  })

  test('so it has where it is like more than are compared one by one', () => {
    isSameAgain(
      Array.from({ length: 1200 }, (_, number) =>
        wordsOf({ text: 0, replaced: [number % LENGTH] }, number),
      ),
    )
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
