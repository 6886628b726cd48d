import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { indexInMemory } from '../../bench/evaluation/memory-collection.js'
import { KINDS, type Kind } from '../../bench/speed/kinds.js'
import { Questions } from '../../bench/speed/questions.js'
import { optionsOf, queryOf } from '../../bench/speed/systems/fundstelle.js'
import { generateDocuments } from '../../bench/speed/texts/generate.js'
import { BlockList } from '../../src/engines/flexsearch/lists/block-list.js'
import { Tally } from '../../src/engines/flexsearch/tally.js'
import type { Searcher } from '../../src/search/searcher.js'

/**
 * What searches cost, without a clock: on a fixed collection, the entries of lists that are read (passages of terms and of
 * forms), and the passages that get a score, for all questions of a kind. `UPDATE=work npx vitest run test/engines/work` pins what
 * they cost now.
 */
const PINNED = fileURLToPath(new URL('./work.json', import.meta.url))
const UPDATE = process.env.UPDATE === 'work'
const PASSAGES = 2_000
const QUESTIONS = 20

type Work = Record<'entries' | 'passages', number>

const pinned: Record<string, Work> = existsSync(PINNED)
  ? JSON.parse(readFileSync(PINNED, 'utf8'))
  : {}
const measured: Record<string, Work> = {}
const work: Work = { entries: 0, passages: 0 }
let searcher: Searcher
let questions: Questions

beforeAll(() => {
  const documents = [...generateDocuments(PASSAGES)].map(({ path, text }, document) => {
    const lang = document % 2 === 0 ? ('en' as const) : ('de' as const)
    const paragraphs = text.trim().split('\n\n')
    return { id: path, passages: paragraphs.map((text, i) => ({ id: `${path}#${i}`, lang, text })) }
  })
  searcher = indexInMemory(documents)
  const passages = documents.flatMap((document) => document.passages)
  questions = new Questions(passages.map(({ text, lang }) => ({ text, language: lang })))
  const read = BlockList.prototype.read
  vi.spyOn(BlockList.prototype, 'read').mockImplementation(function (this: BlockList, ...where) {
    const entries = read.apply(this, where)
    work.entries += entries
    return entries
  })
  const finish = Tally.prototype.finish
  vi.spyOn(Tally.prototype, 'finish').mockImplementation(function (this: Tally, bonus) {
    const scores = finish.call(this, bonus)
    work.passages += scores.ids.length
    return scores
  })
})

afterAll(() => {
  vi.restoreAllMocks()
  if (UPDATE) writeFileSync(PINNED, `${JSON.stringify(measured, null, 2)}\n`)
})

async function workFor(kind: Kind): Promise<Work> {
  Object.assign(work, { entries: 0, passages: 0 })
  for (const ask of questions.draw(kind, QUESTIONS))
    await searcher.search(queryOf(ask), optionsOf(ask))
  return { ...work }
}

describe('a search reads and scores no more than it did', () => {
  test.each(KINDS)('$name', async (kind) => {
    measured[kind.name] = await workFor(kind)
    if (UPDATE) return
    const before = pinned[kind.name]
    expect(before, 'UPDATE=work pins what is new').toBeDefined()
    for (const [part, count] of Object.entries(measured[kind.name]!)) {
      const allowed = before![part as keyof Work]
      expect(count, part).toBeLessThanOrEqual(allowed)
      // Nothing at all where there was something: what counts does not see it any more.
      if (allowed > 0) expect(count, part).toBeGreaterThan(0)
    }
  })

  test('twice the same for the same questions', async () => {
    const [kind] = KINDS as [Kind]
    expect(await workFor(kind)).toEqual(await workFor(kind))
  })
})
