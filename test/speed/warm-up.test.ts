import { describe, expect, test } from 'vitest'
import { KINDS } from '../../bench/speed/kinds.js'
import type { SystemResult } from '../../bench/speed/results.js'
import type { Ask } from '../../bench/speed/system.js'
import { SYSTEMS } from '../../bench/speed/systems.js'
import { fewOthers, type Others, warmUp } from '../../bench/speed/warm-up.js'

const ask = (word: string): Ask => ({
  mode: 'or',
  words: [word],
  terms: [word],
  language: null,
  offset: 0,
  facets: false,
  cross: false,
})
const [OR, PHRASE] = ['OR 1', 'phrase of 2'].map(
  (name) => KINDS.find((kind) => kind.name === name)!,
)
const others: Others[] = [
  { kind: OR!, asks: [ask('whale'), ask('ship')] },
  { kind: PHRASE!, asks: [ask('harbour')] },
]

async function asked(
  name: string,
  wall: number,
  passages = 10_000,
  end = Number.POSITIVE_INFINITY,
) {
  const system = SYSTEMS.find((each) => each.name === name)!
  const result = { name } as SystemResult
  const words: string[] = []
  await warmUp({ system, result }, others, passages, async ({ words: [word] }) => {
    if (words.length === end) return null
    words.push(word!)
    return { wall }
  })
  return { words, spent: result.warmUp! }
}

describe('the warm-up', () => {
  test('asks one question of each kind in turn, those again of which there are few', async () => {
    const { words } = await asked('fundstelle', 1)
    expect(words.slice(0, 6)).toEqual(['whale', 'harbour', 'ship', 'harbour', 'whale', 'harbour'])
  })

  test('leaves out what a system does not answer', async () => {
    expect((await asked('flexsearch', 1)).words).not.toContain('harbour')
  })

  test('ends when a system has spent its time, which is longer in a large collection', async () => {
    expect((await asked('fundstelle', 400)).spent).toEqual({ questions: 4, wall: 1_600 })
    expect((await asked('fundstelle', 400, 100_000)).spent).toEqual({ questions: 38, wall: 15_200 })
  })

  test('ends after some thousand questions, however little time they took', async () => {
    const { questions } = (await asked('fundstelle', 0)).spent
    expect(questions * (KINDS.length / others.length)).toBeLessThanOrEqual(4_000)
  })

  test('ends with the system', async () => {
    expect((await asked('fundstelle', 1, 10_000, 3)).spent.questions).toBe(3)
  })

  test('names the kinds of which the texts have few questions', () => {
    expect(fewOthers(others)).toEqual([
      { kind: 'OR 1', others: 2 },
      { kind: 'phrase of 2', others: 1 },
    ])
  })
})
