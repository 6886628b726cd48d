import { describe, expect, test } from 'vitest'
import { growth } from '../../bench/speed/quantiles.js'
import { type GeneratedDocument, generateDocuments } from '../../bench/speed/texts/generate.js'
import { detectLanguage } from '../../src/language/detect.js'

const PASSAGES = 8_000
const documents = [...generateDocuments(PASSAGES)]
const LANGUAGES = [
  ['English', 'en', 0],
  ['German', 'de', 1],
] as const

function wordsOf({ text }: GeneratedDocument): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}

/** Documents of the two languages take turns. */
const inLanguage = (turn: number) => documents.filter((_, i) => i % 2 === turn)

describe('generated texts', () => {
  test('are the same for the same seed', () => {
    expect([...generateDocuments(200)]).toEqual([...generateDocuments(200)])
    expect([...generateDocuments(200, 2)]).not.toEqual([...generateDocuments(200)])
  })

  test('begin as those of a smaller collection', () => {
    expect(documents.slice(0, 4)).toEqual([...generateDocuments(200)])
  })

  test('have as many passages as asked for, of the length of a passage', () => {
    const passages = documents.flatMap(({ text }) => text.trim().split('\n\n'))
    expect(passages).toHaveLength(PASSAGES)
    for (const passage of passages) {
      const words = passage.split(' ').length
      expect(words).toBeGreaterThanOrEqual(50)
      expect(words).toBeLessThanOrEqual(100)
    }
  })

  test.each(LANGUAGES)('in %s are taken for it', (_, language, turn) => {
    for (const { text } of inLanguage(turn).slice(0, 20))
      for (const passage of text.trim().split('\n\n'))
        expect(detectLanguage(passage).language).toBe(language)
  })

  test.each(LANGUAGES)('in %s have words as frequent as Zipf says', (_, _language, turn) => {
    const counts = new Map<string, number>()
    for (const word of inLanguage(turn).flatMap(wordsOf))
      counts.set(word, (counts.get(word) ?? 0) + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    const points = [10, 20, 50, 100, 200, 500, 1_000, 2_000].map((rank) => {
      return { x: rank, y: sorted[rank - 1]! }
    })
    expect(-growth(points)).toBeGreaterThan(0.85)
    expect(-growth(points)).toBeLessThan(1.15)
  })

  test.each(LANGUAGES)('in %s go on to have new words, as Heaps says', (_, _language, turn) => {
    const seen = new Set<string>()
    const points: { x: number; y: number }[] = []
    let words = 0
    for (const [i, document] of inLanguage(turn).entries()) {
      for (const word of wordsOf(document)) {
        seen.add(word)
        words++
      }
      if (i >= 10) points.push({ x: words, y: seen.size })
    }
    expect(growth(points)).toBeGreaterThan(0.45)
    expect(growth(points)).toBeLessThan(0.75)
  })
})
