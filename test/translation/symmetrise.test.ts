import { describe, expect, test } from 'vitest'
import { Symmetrisation } from '../../scripts/lexicon/symmetrise.js'

/** Links as `English-German` places. */
function symmetrised(germanToEnglish: number[], englishToGerman: number[]): string[] {
  const german = germanToEnglish.length
  const cells = new Symmetrisation(
    Int32Array.from(germanToEnglish),
    Int32Array.from(englishToGerman),
  ).cells()
  return [...cells.keys()]
    .filter((cell) => cells[cell] === 1)
    .map((cell) => `${Math.floor(cell / german)}-${cell % german}`)
}

describe('of two alignments', () => {
  test('what both say is kept', () => {
    expect(symmetrised([0, 1], [0, 1])).toEqual(['0-0', '1-1'])
  })

  test('a link beside a sure one is kept if it links a word that has none', () => {
    // short(0) story(1), Kurzgeschichte(0): only one direction links both words.
    expect(symmetrised([0], [0, 0])).toEqual(['0-0', '1-0'])
  })

  test('a link far from all others is kept if both its words have none', () => {
    expect(symmetrised([0, -1, -1, 3], [0, -1, -1, -1])).toEqual(['0-0', '3-3'])
  })

  test('a link far from all others is left out if one of its words has another', () => {
    expect(symmetrised([0, -1, -1, 0], [0, -1, -1, -1])).toEqual(['0-0'])
  })

  test('words that stand for nothing stay alone', () => {
    expect(symmetrised([-1, -1], [-1])).toEqual([])
  })
})
