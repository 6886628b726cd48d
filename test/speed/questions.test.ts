import { describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../../bench/speed/kinds.js'
import { Questions } from '../../bench/speed/questions.js'
import type { Ask } from '../../bench/speed/system.js'
import { generateDocuments } from '../../bench/speed/texts/generate.js'
import { analyzerFor } from '../../src/analysis/registry.js'

const samples = [...generateDocuments(600)].flatMap(({ text }, document) => {
  const language = document % 2 === 0 ? ('en' as const) : ('de' as const)
  return text
    .trim()
    .split('\n\n')
    .map((text) => ({ text, language }))
})
const questions = new Questions(samples)
const termsOf = samples.map(({ text, language }) => analyzerFor(language).analyze(text))

const ofMode = (...modes: Kind['mode'][]) => KINDS.filter(({ mode }) => modes.includes(mode))

describe('questions', () => {
  test.each(KINDS)('of the kind “$name” are the same every time', (kind) => {
    expect(questions.draw(kind, 10)).toEqual(new Questions(samples).draw(kind, 10))
    expect(questions.draw(kind, 10)).toHaveLength(10)
  })

  test.each(ofMode('or', 'and'))('of the kind “$name” have words of one passage', (kind) => {
    for (const { terms } of questions.draw(kind, 20)) {
      expect(new Set(terms).size).toBe(kind.words)
      const together = termsOf.some((tokens) =>
        terms.every((wanted) => tokens.some(({ term }) => term === wanted)),
      )
      expect(together, terms.join(' ')).toBe(true)
    }
  })

  test.each(ofMode('phrase'))('of the kind “$name” have neighbouring words', (kind) => {
    for (const { words } of questions.draw(kind, 20)) {
      const phrase = new RegExp(`(?<!\\p{L})${words.join('\\P{L}+')}(?!\\p{L})`, 'iu')
      expect(samples.some(({ text }) => phrase.test(text))).toBe(true)
    }
  })

  test.each(ofMode('typo'))('of the kind “$name” have words that are written otherwise', (kind) => {
    const forms = new Set(termsOf.flatMap((tokens) => tokens.map(({ form }) => form)))
    for (const { words } of questions.draw(kind, 20)) expect(forms).not.toContain(words[0])
  })

  test.each(KINDS)('of the kind “$name” for the warm-up are none of the measured ones', (kind) => {
    const same = ({ words, language }: Ask) => [language, ...words].toSorted().join(' ')
    const measured = questions.draw(kind, 50)
    const others = questions.drawOthers(kind, 50, measured)
    expect(others.length).toBeGreaterThan(20)
    const all = [...measured, ...others].map(same)
    expect(new Set(all).size).toBe(new Set(measured.map(same)).size + others.length)
    expect(others).toEqual(new Questions(samples).drawOthers(kind, 50, measured))
  })

  test('for the warm-up are few where the texts are', () => {
    const poor = new Questions([{ text: 'Whales sing loudly.', language: 'en' }])
    const two: Kind = { name: 'two', mode: 'and', words: 2 }
    const measured = poor.draw(two, 1)
    expect(poor.drawOthers(two, 50, measured)).toHaveLength(2)
    expect(poor.drawOthers(two, 50, poor.drawOthers(two, 50, []))).toEqual([])
  })

  test('of more words than a passage has are refused', () => {
    const poor = new Questions([{ text: 'Whales sing.', language: 'en' }])
    expect(() => poor.draw({ name: 'many', mode: 'or', words: 5 }, 1)).toThrow(/too few words/)
  })
})
