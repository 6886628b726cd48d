import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { exportPassages, writeCorpus } from '../../bench/speed/collection.js'
import { KINDS } from '../../bench/speed/kinds.js'
import { askLine, parseAsk } from '../../bench/speed/lines.js'
import { readPassages } from '../../bench/speed/passages.js'
import { Questions } from '../../bench/speed/questions.js'
import { type Answer, type Ask, type Engine, LIMIT } from '../../bench/speed/system.js'
import { SystemFailure, SystemProcess } from '../../bench/speed/system-process.js'
import { FLEXSEARCH } from '../../bench/speed/systems/flexsearch.js'
import { FUNDSTELLE, TERMS } from '../../bench/speed/systems/fundstelle.js'
import { LUNR } from '../../bench/speed/systems/lunr.js'
import { MINISEARCH } from '../../bench/speed/systems/minisearch.js'
import { ORAMA } from '../../bench/speed/systems/orama.js'
import { SQLITE } from '../../bench/speed/systems/sqlite.js'
import { SYSTEMS } from '../../bench/speed/systems.js'
import { temporaryFolder } from '../support/collection.js'

const PASSAGES = 300
const ENGINES: Record<string, Engine> = {
  fundstelle: FUNDSTELLE,
  'fundstelle-terms': TERMS,
  flexsearch: FLEXSEARCH,
  minisearch: MINISEARCH,
  lunr: LUNR,
  orama: ORAMA,
  'sqlite-fts5': SQLITE,
}

const answers = new Map<string, Answer>()
const texts: string[][] = []
let questions: Questions

beforeAll(async () => {
  const cleanUps: (() => Promise<void>)[] = []
  const folder = await temporaryFolder((remove) => cleanUps.push(remove))
  const sources = { corpus: join(folder, 'corpus'), passages: join(folder, 'passages.tsv') }
  writeCorpus(sources.corpus, PASSAGES)
  for (const [name, engine] of Object.entries(ENGINES)) {
    const index = join(folder, name)
    await mkdir(index)
    await engine.build(sources, index)
    if (name === 'fundstelle') {
      const { samples, passages } = await exportPassages(index, sources.passages)
      expect(passages).toBe(PASSAGES)
      questions = new Questions(samples)
      for await (const { terms } of readPassages(sources.passages)) texts.push(terms.split(' '))
    }
    answers.set(name, await engine.open(index))
  }
  return async () => {
    for (const cleanUp of cleanUps) await cleanUp()
  }
})

/** Passages that have any or all of the terms, by looking at them. */
function expected({ mode, terms }: Ask): number {
  const matches = (text: readonly string[]) =>
    mode === 'and'
      ? terms.every((term) => text.includes(term))
      : terms.some((term) => text.includes(term))
  return Math.min(LIMIT, texts.filter(matches).length)
}

describe('systems', () => {
  test('are those that are measured', () => {
    expect(SYSTEMS.map(({ name }) => name)).toEqual(Object.keys(ENGINES))
  })

  const plain = KINDS.filter(
    ({ mode, filter, offset, cross }) =>
      (mode === 'or' || mode === 'and') && !filter && !offset && !cross,
  )
  test.each(plain)('find what they are asked for: $name', async (kind) => {
    for (const ask of questions.draw(kind, 10))
      for (const { name, answers: has } of SYSTEMS) {
        if (!has(kind)) continue
        const hits = await answers.get(name)!(ask)
        // These also find other words of the family, and words that begin so.
        const finds = ['fundstelle', 'orama'].includes(name) && hits > 0
        if (finds && ask.mode === 'or') expect(hits, name).toBeGreaterThanOrEqual(expected(ask))
        else if (!finds && name !== 'orama') expect(hits, name).toBe(expected(ask))
      }
  })

  test.each(KINDS.filter(({ offset }) => !offset))('have answers: $name', async (kind) => {
    for (const { name, answers: has } of SYSTEMS) {
      if (!has(kind)) continue
      let found = 0
      for (const ask of questions.draw(kind, 10)) found += Math.sign(await answers.get(name)!(ask))
      expect(found, name).toBeGreaterThanOrEqual(8)
    }
  })
})

describe('a question as a line', () => {
  test.each(KINDS)('is read as it was written: $name', (kind) => {
    for (const ask of questions.draw(kind, 5))
      expect(parseAsk(askLine(ask).split('\t'))).toEqual(ask)
  })
})

describe('the process of a system', () => {
  test('says what went wrong, and goes on', async () => {
    const process = await SystemProcess.start(SYSTEMS[0]!)
    onTestFinished(() => process.close())
    const folder = await temporaryFolder()
    await expect(process.open(folder)).rejects.toThrow(SystemFailure)
    await mkdir(join(folder, 'corpus'))
    await mkdir(join(folder, 'index'))
    await writeFile(join(folder, 'corpus', 'one.txt'), 'Whales sing at night in the bay.\n')
    await process.build({ corpus: join(folder, 'corpus'), passages: '' }, join(folder, 'index'))
    expect((await process.open(join(folder, 'index'))).wall).toBeGreaterThan(0)
    const ask = { mode: 'or' as const, words: ['whales'], terms: ['whale'], language: null }
    const { hits } = await process.ask({ ...ask, offset: 0, facets: false, cross: false })
    expect(hits).toBe(1)
  })

  test('that has ended says so', async () => {
    const process = await SystemProcess.start({
      ...SYSTEMS[0]!,
      command: async () => ['node', '-e', 'throw new Error("JavaScript heap out of memory")'],
    })
    await expect(process.open('')).rejects.toThrow('out of memory')
  })
})
