import { describe, expect, test } from 'vitest'
import { type PruningSettings, prune } from '../../scripts/lexicon/prune.js'

const SETTINGS: PruningSettings = {
  minCount: 0.5,
  minProbability: 0.01,
  sureCount: 1,
  minUnsureProbability: 0.2,
  most: 2,
  flattening: 1,
}

/** Counts of German terms linked with one English term. */
function german(counts: Record<string, number>, settings: Partial<PruningSettings> = {}) {
  const links = Object.entries(counts).map(([term, count]) => ({
    english: 'whale',
    german: term,
    count,
  }))
  const kept = prune(links, { ...SETTINGS, ...settings }).filter(({ toGerman }) => toGerman > 0)
  return Object.fromEntries(kept.map((pair) => [pair.german, pair.toGerman]))
}

describe('of the links of a term', () => {
  test('the shares of those that are kept are its probabilities', () => {
    expect(german({ wal: 6, blauwal: 2 })).toEqual({ wal: 0.75, blauwal: 0.25 })
  })

  test('the most frequent are kept', () => {
    expect(german({ fang: 1, blauwal: 3, wal: 6 })).toEqual({ wal: 2 / 3, blauwal: 1 / 3 })
  })

  test('those with a small share go', () => {
    expect(german({ wal: 199, fang: 1 })).toEqual({ wal: 1 })
  })

  test('unsure ones stay only where there is little else', () => {
    expect(german({ wal: 9, fang: 0.9 })).toEqual({ wal: 1 })
    expect(german({ wal: 0.9 })).toEqual({ wal: 1 })
    expect(german({ wal: 0.4 })).toEqual({})
  })

  test('shares become more alike by flattening', () => {
    expect(german({ wal: 9, blauwal: 1 }, { flattening: 0.5 })).toEqual({
      wal: 0.75,
      blauwal: 0.25,
    })
  })
})

test('a link may be kept in one direction only', () => {
  const links = [
    { english: 'whale', german: 'wal', count: 300 },
    { english: 'whale', german: 'orca', count: 1 },
  ]
  expect(prune(links, SETTINGS)).toEqual([
    { english: 'whale', german: 'wal', toGerman: 1, toEnglish: 1 },
    { english: 'whale', german: 'orca', toGerman: 0, toEnglish: 1 },
  ])
})
