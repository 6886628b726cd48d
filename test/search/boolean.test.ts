import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyzerFor } from '../../src/analysis/registry.js'
import {
  buildIndex,
  openIndex,
  parseQuery,
  type QueryNode,
  type Searcher,
} from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const WORDS = [
  'whale',
  'whales',
  'story',
  'stories',
  'love',
  'Müller',
  'garage',
  'the',
  'of',
  'Antibes',
]
/** Every passage is one document without headings, so that a naive model is short. */
const TEXTS = fc.sample(
  fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
    .map((words) => words.join(' ')),
  { numRuns: 120, seed: 7 },
)

const FILES = Object.fromEntries(
  TEXTS.map((text, i) => [
    `${i}.md`,
    `---\nlanguage: en\ntitle: "${i}"\nid: "${i}"\n---\n\n${text}.\n\n${'\u00AD'.repeat(i)}\n`,
  ]),
)

let searcher: Searcher
beforeAll(async () => {
  const removals: (() => Promise<void>)[] = []
  const later = (remove: () => Promise<void>) => void removals.push(remove)
  const index = await temporaryFolder(later)
  await buildIndex(await corpusOf(FILES, later), { index })
  searcher = await openIndex(index, { lexicon: null })
  return async () => {
    await searcher.close()
    for (const remove of removals) await remove()
  }
})

const analyzer = analyzerFor('en')
const termsOf = (text: string) => analyzer.analyze(text).filter((token) => !token.functionWord)

/** The naive model: does a text match a node? Words by term, words of grammar and phrases by form. */
function matches(text: string, node: QueryNode): boolean {
  const tokens = analyzer.analyze(text)
  const forms = tokens.map(({ form }) => analyzer.fold(form))
  switch (node.type) {
    case 'word': {
      const wanted = termsOf(node.text)
      if (wanted.length === 0) return forms.includes(node.text)
      return wanted.every(({ term }) => termsOf(text).some((token) => token.term === term))
    }
    case 'prefix':
      return forms.some((form) => form.startsWith(analyzer.fold(node.text.toLowerCase())))
    case 'phrase': {
      const wanted = analyzer.analyze(node.text).map(({ form }) => analyzer.fold(form))
      return forms.some((_, start) => wanted.every((form, i) => forms[start + i] === form))
    }
    case 'not':
      return !matches(text, node.child)
    case 'or':
      return node.children.some((child) => matches(text, child))
    case 'and':
      return node.children.every((child) => matches(text, child))
    default:
      throw new Error('not in these queries')
  }
}

/** Clause by clause, as the README says it: words are wanted, all else is required or excluded. */
function matchesQuery(text: string, clauses: readonly QueryNode[]): boolean {
  const loose = (node: QueryNode): boolean =>
    node.type === 'or' ? node.children.every(loose) : node.type === 'word' || node.type === 'prefix'
  const grammar = (node: QueryNode) => node.type === 'word' && termsOf(node.text).length === 0
  const wanted = clauses.filter((node) => loose(node) && !grammar(node))
  const required = clauses.filter((node) => !loose(node) && node.type !== 'not')
  const excluded = clauses.filter((node) => node.type === 'not')
  if (excluded.some((node) => !matches(text, node))) return false
  if (required.length > 0) return required.every((node) => matches(text, node))
  const asked = wanted.length > 0 ? wanted : clauses.filter(grammar)
  return asked.some((node) => matches(text, node))
}

const word = fc.constantFrom(...WORDS.filter((entry) => !entry.includes('ü')))
const operand = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`) },
  { weight: 1, arbitrary: word.map((entry) => `${entry.slice(0, 3)}*`) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `(${a} OR ${b})`) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `(${a} AND ${b})`) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `((${a} ${b}) OR "${b}")`) },
)
const anyQuery = fc
  .tuple(
    fc.array(operand, { minLength: 1, maxLength: 4 }),
    fc.array(
      operand.map((entry) => `-${entry}`),
      { maxLength: 2 },
    ),
  )
  .map(([wanted, excluded]) => [...wanted, ...excluded].join(' '))

async function ask(query: string) {
  return searcher.search(query, { limit: 1000, explain: true })
}

describe('for any query', () => {
  test('the passages found are those that a naive model finds', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const { clauses } = parseQuery(query)
        const expected = TEXTS.flatMap((text, i) =>
          matchesQuery(text, clauses) ? [String(i)] : [],
        )
        const { hits, total } = await ask(query)
        expect(hits.map(({ document }) => document.id).sort()).toEqual(expected.sort())
        expect(total).toBe(expected.length)
      }),
      { numRuns: 300 },
    )
  })

  test('scores fall, ties are in the order of the passages, and explanations sum to the score', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const { hits } = await ask(query)
        for (const [i, hit] of hits.entries()) {
          expect(hit.explanation!.value).toBeCloseTo(hit.score, 9)
          const next = hits[i + 1]
          if (next) expect(next.score).toBeLessThanOrEqual(hit.score)
        }
        const again = await ask(query)
        expect(again.hits).toEqual(hits)
      }),
      { numRuns: 100 },
    )
  })

  test('passages with all words come before passages with fewer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), async (words) => {
        const terms = [...new Set(words.flatMap((entry) => termsOf(entry).map(({ term }) => term)))]
        const { hits } = await ask(words.join(' '))
        const complete = hits.map(({ passage }) => {
          const own = new Set(termsOf(passage.text).map(({ term }) => term))
          return terms.every((term) => own.has(term))
        })
        if (terms.length > 0)
          expect(complete.lastIndexOf(true)).toBe(complete.filter(Boolean).length - 1)
      }),
      { numRuns: 100 },
    )
  })

  test('a window of the results is that stretch of all of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.nat(30), fc.nat(30), async (query, offset, limit) => {
        const all = (await searcher.search(query, { limit: 1000 })).hits
        const { hits } = await searcher.search(query, { offset, limit })
        expect(hits).toEqual(all.slice(offset, offset + limit))
      }),
      { numRuns: 60 },
    )
  })
})

describe('marks', () => {
  test('are words that analyze to what was searched, and every hit of a word query has one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 3 }), async (words) => {
        const query = words.join(' ')
        const searched = new Set(termsOf(query).map(({ term }) => term))
        const { hits } = await ask(query)
        for (const { passage, highlights } of hits) {
          expect(highlights.length).toBeGreaterThan(0)
          for (const { start, end } of highlights) {
            const surface = passage.text.slice(start, end)
            if (searched.size > 0)
              expect(termsOf(surface).some(({ term }) => searched.has(term))).toBe(true)
            else expect(words).toContain(surface)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('of a prefix begin with it; of a phrase they are its words', async () => {
    for (const { passage, highlights } of (await ask('sto*')).hits)
      for (const { start, end, kind } of highlights)
        expect([kind, passage.text.slice(start, start + 3), end > start]).toEqual([
          'prefix',
          'sto',
          true,
        ])
    const { hits } = await ask('"love story"')
    expect(hits.length).toBeGreaterThan(0)
    for (const { passage, highlights } of hits)
      for (const { start, end } of highlights)
        expect(['love', 'story']).toContain(passage.text.slice(start, end))
  })
})
