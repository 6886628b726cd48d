import { describe, expect, test } from 'vitest'
import { analyzerFor } from '../../src/analysis/registry.js'
import { found, marked, searcherOfPassages } from '../support/collection.js'

const german = analyzerFor('de')
const familyOf = (word: string) => german.family!(german.analyze(word)[0]!.term)

describe('German words of one family', () => {
  const families = [
    'aufnehmen Aufnahme aufzunehmen aufgenommen',
    'Legalisierung legalisieren legalisiert legal',
    'einführen Einführung eingeführt einzuführen',
    'entwickeln Entwicklung entwickelt',
    'fördern Förderung gefördert',
    'Gymnasium Gymnasien gymnasial',
    'Religion religiös',
    'Bewerberin Bewerberinnen Bewerber',
    'wählen gewählt Wahl',
  ]

  test.each(families)('%s', (words) => {
    const [first, ...others] = words.split(' ')
    for (const other of others) expect(familyOf(other), other).toBe(familyOf(first!))
  })

  const strangers = [
    ['Gericht', 'Richter'],
    ['Gesetz', 'setzen'],
    ['Markt', 'Mark'],
    ['Schule', 'Schuld'],
    ['Stand', 'Standard'],
    ['Verwaltung', 'Verwendung'],
  ] as const

  test.each(strangers)('%s and %s are of different families', (a, b) => {
    expect(familyOf(a)).not.toBe(familyOf(b))
  })

  test('find each other, the word itself first', async () => {
    const searcher = await searcherOfPassages('de', [
      'Die Aufnahme der Gäste war herzlich, das sagen alle.',
      'Wir wollen die Gäste aufnehmen, das sagen alle.',
      'Die Gäste kamen mit der Bahn, das sagen alle.',
    ])
    expect(await found(searcher, 'aufnehmen')).toEqual([1, 0])
    expect(await found(searcher, 'Aufnahme')).toEqual([0, 1])
    expect(await marked(searcher, 'aufnehmen')).toEqual([['aufnehmen'], ['Aufnahme']])
  })

  test('do not count below operators, which ask for the word itself', async () => {
    const searcher = await searcherOfPassages('de', [
      'Die Aufnahme der Gäste war herzlich, das sagen alle.',
      'Wir wollen die Gäste aufnehmen, das sagen alle.',
    ])
    expect(await found(searcher, 'Gäste AND aufnehmen')).toEqual([1])
    expect(await found(searcher, 'Gäste -aufnehmen')).toEqual([0])
  })
})

test('a compound that is not taken apart is marked where the word begins it', async () => {
  const searcher = await searcherOfPassages('de', [
    'Eine Jahrmarktsbude stand am Fluss, und der Jahrmarkt war groß.',
    'Die Bude war zu.',
  ])
  expect(await marked(searcher, 'Jahrmarkt')).toEqual([['Jahrmarkt', 'Jahrmarkt']])
})

test.each([
  ['Träume', 'Traumquorz', 'Traum'],
  ['Traum', 'Träumequorz', 'Träum'],
  ['Traum', 'Traeumequorz', 'Traeum'],
  ['Kämpfe', 'Kampfplunz', 'Kampf'],
  ['Strasse', 'Straßenplunz', 'Straße'],
  ['Straße', 'Strassenplunz', 'Strasse'],
  ['Träume', 'Tra\u0308umequorz', 'Tra\u0308ume'],
  ['Schlösser', 'Schlo\u00ADssquorz', 'Schlo\u00ADss'],
])('that word may be spelled otherwise there: %s, %s', async (query, compound, expected) => {
  const searcher = await searcherOfPassages('de', [
    `Ein ${compound} stand am Fluss, das sagen alle.`,
    'Quorz und Plunz.',
  ])
  expect(await marked(searcher, query)).toEqual([[expected]])
})
