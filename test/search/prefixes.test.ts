import { describe, expect, test } from 'vitest'
import { marked, searcherOfPassages } from '../support/collection.js'

describe('a star after the beginning of a word', () => {
  const GERMAN = [
    'Sie schrieb eine E-Mail und bekam zwei Emails zum Empfang.',
    'Die Vater-Sohn-Gruppe und der Vater.',
    'Ärztin, Aetna und Apfel.',
    'Im Museum war Müller, daneben Mueller.',
  ]

  test.each([
    ['E-Mail*', ['E-Mail', 'Emails']],
    ['e-m*', ['E-Mail']],
    ['email*', ['E-Mail', 'Emails']],
    ['Vater-So*', ['Vater-Sohn-Gruppe']],
    ['ae*', ['Ärztin', 'Aetna']],
    ['Mue*', ['Müller', 'Mueller']],
    ['mül*', ['Müller', 'Mueller']],
  ])('%s finds the German words that begin so, and no others', async (query, words) => {
    const searcher = await searcherOfPassages('de', GERMAN)
    expect((await marked(searcher, query)).flat()).toEqual(words)
  })

  test.each([
    ["d'A*", ["d'Alembert", 'd’Azur']],
    ["don't*", ["don't"]],
    ['wellb*', ['well-being', 'wellbeing']],
    ['well-b*', ['well-being', 'wellbeing']],
    ['ae*', ['aesthetic']],
  ])('%s finds the English words that begin so, and no others', async (query, words) => {
    const texts = [
      'The Côte d’Azur, a dazzling da capo.',
      "He read d'Alembert daily.",
      "They don't want donations.",
      'For well-being, or wellbeing, an aesthetic apple.',
    ]
    const searcher = await searcherOfPassages('en', texts)
    expect((await marked(searcher, query)).flat()).toEqual(words)
  })
})
