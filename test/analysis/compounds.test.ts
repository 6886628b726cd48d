import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitCompound } from '../../src/analysis/lang/de/compounds/split.js'

/** Rows of a fixture: words written by hand, not taken from the lexicon. */
function fixture(name: string): string[][] {
  const path = new URL(`../fixtures/compounds/${name}.tsv`, import.meta.url)
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
}

/** The parts as written, joined: `urlaub|orte`. */
const parts = (word: string) =>
  splitCompound(word)
    .map(({ start, end }) => word.slice(start, end))
    .join('|')

/** Where parts begin; in the fixture, a link element stays with the part before it. */
function splitPoints(written: string): Set<number> {
  let position = 0
  const ends = written.split('|').map((part) => (position += part.length))
  return new Set(ends.slice(0, -1))
}

describe('splitCompound', () => {
  it.each([
    ['killerwale', 'killer|wale'],
    ['kurzgeschichtensammlung', 'kurz|geschichten|sammlung'],
    ['umweltschutzgesetze', 'umwelt|schutz|gesetze'],
    ['hochspannungsnetzgeräte', 'hoch|spannung|netz|geräte'],
    ['liebesgeschichte', 'liebe|geschichte'],
    ['drehbucharbeit', 'dreh|buch|arbeit'],
    ['wirtschaftskrise', 'wirtschaft|krise'],
    ['türsteher', 'tür|steher'],
    ['rollstuhl', 'roll|stuhl'],
    ['hauptdarstellerin', 'haupt|darstellerin'],
    ['filmmusik', 'film|musik'],
    ['kameraarbeit', 'kamera|arbeit'],
    ['festivalbeitrag', 'festival|beitrag'],
    ['donaudampfschifffahrt', 'donau|dampf|schiff|fahrt'],
    ['bundeskanzleramt', 'bund|kanzler|amt'],
    ['urlaubsorte', 'urlaub|orte'],
  ])('splits %s', (word, expected) => {
    expect(parts(word)).toBe(expected)
  })

  it('gives the word itself where the compound drops its -e', () => {
    expect(splitCompound('schulgesetz')).toEqual([
      { start: 0, end: 5, text: 'schule' },
      { start: 5, end: 11, text: 'gesetz' },
    ])
    expect(splitCompound('hilfsmittel')[0]).toEqual({ start: 0, end: 4, text: 'hilfe' })
  })

  it('restores spelled-out umlauts, with offsets into the word as written', () => {
    expect(splitCompound('kuechentisch')).toEqual([
      { start: 0, end: 6, text: 'küche' },
      { start: 7, end: 12, text: 'tisch' },
    ])
  })

  it('knows inflections of a last part that the lexicon does not list', () => {
    expect(parts('überwachungsturmes')).toBe('überwachung|turmes')
  })

  it('takes only lower-case German letters', () => {
    for (const word of [
      '',
      'Filmmusik',
      'film-musik',
      'filmmusik2',
      'filmmusi\u0301k',
      '電影音樂電影',
    ]) {
      expect(splitCompound(word)).toEqual([])
    }
  })

  it('finds the split points of varied compounds: F1 above .97', () => {
    let right = 0
    let found = 0
    let wanted = 0
    for (const [word, written] of fixture('compounds')) {
      const gold = splitPoints(written!)
      const points = splitCompound(word!)
        .slice(1)
        .map(({ start }) => start)
      right += points.filter((point) => gold.has(point)).length
      found += points.length
      wanted += gold.size
    }
    expect(wanted).toBeGreaterThan(400)
    expect((2 * right) / (found + wanted)).toBeGreaterThan(0.97)
  })

  it('leaves at least 99.5 % of simplex and derived words, names and English words whole', () => {
    const words = fixture('simplex').map(([word]) => word!)
    const split = words.filter((word) => splitCompound(word).length > 0)
    expect(words.length).toBeGreaterThan(1400)
    expect(split.length / words.length, split.map(parts).join(' ')).toBeLessThan(0.005)
  })

  it('gives up on long nonsense at once', () => {
    const began = performance.now()
    for (const unit of ['a', 'haus', 'ue', 'stadt'])
      expect(splitCompound(unit.repeat(500))).toEqual([])
    expect(performance.now() - began).toBeLessThan(500)
  })
})
