import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { indexInMemory } from '../../bench/evaluation/memory-collection.js'
import { KINDS, type Kind } from '../../bench/speed/kinds.js'
import { Questions } from '../../bench/speed/questions.js'
import { optionsOf, queryOf } from '../../bench/speed/systems/fundstelle.js'
import { generateDocuments } from '../../bench/speed/texts/generate.js'
import { CountedPrefix } from '../../src/engines/flexsearch/best/counted-prefix.js'
import { Scored } from '../../src/engines/flexsearch/best/scored.js'
import { BlockList } from '../../src/engines/flexsearch/lists/block-list.js'
import { Tally } from '../../src/engines/flexsearch/tally.js'
import type { Searcher } from '../../src/search/searcher.js'

/**
 * What searches cost, without a clock: on a fixed collection, the entries of blocks that are gone into (passages of terms and of
 * forms), the passages that get a score, and the bytes of the typed arrays that are made, for all questions of a kind; where all
 * hits are scored, where they are only counted, and where the first are enough. `UPDATE=work npx vitest run test/engines/work` pins what they cost now.
 */
const PINNED = fileURLToPath(new URL('./work.json', import.meta.url))
const UPDATE = process.env.UPDATE === 'work'
const PASSAGES = 1_000
const QUESTIONS = 12

type Work = Record<'entries' | 'passages' | 'bytes', number>

const WAYS = {
  all: { scoreUpTo: Number.POSITIVE_INFINITY },
  counted: { scoreUpTo: 0 },
  first: { scoreUpTo: 0, countUpTo: 0 },
}
type Way = keyof typeof WAYS

/** Typed arrays that are made with `new` or `from` are counted from before the first module is loaded. */
const made = vi.hoisted(() => {
  const made = { bytes: 0 }
  for (const name of ['Uint8Array', 'Uint16Array', 'Uint32Array', 'Float64Array'] as const)
    Object.defineProperty(globalThis, name, {
      value: new Proxy(globalThis[name], {
        construct(target, args, self) {
          const array = Reflect.construct(target, args, self)
          if (!(args[0] instanceof ArrayBuffer)) made.bytes += array.byteLength
          return array
        },
      }),
    })
  return made
})

const pinned: Record<string, Record<Way, Work>> = existsSync(PINNED)
  ? JSON.parse(readFileSync(PINNED, 'utf8'))
  : {}
const measured: Record<string, Record<string, Work>> = {}
const work = { entries: 0, passages: 0 }
let searchers: Record<Way, Searcher>
let questions: Questions

beforeAll(async () => {
  const documents = [...generateDocuments(PASSAGES)].map(({ path, text }, document) => {
    const lang = document % 2 === 0 ? ('en' as const) : ('de' as const)
    const paragraphs = text.trim().split('\n\n')
    return { id: path, passages: paragraphs.map((text, i) => ({ id: `${path}#${i}`, lang, text })) }
  })
  searchers = {
    all: await indexInMemory(documents, false, WAYS.all),
    counted: await indexInMemory(documents, false, WAYS.counted),
    first: await indexInMemory(documents, false, WAYS.first),
  }
  const passages = documents.flatMap((document) => document.passages)
  questions = new Questions(passages.map(({ text, lang }) => ({ text, language: lang })))
  const load = BlockList.prototype.load
  vi.spyOn(BlockList.prototype, 'load').mockImplementation(function (this: BlockList, block) {
    work.entries += this.sizeOf(block)
    return load.call(this, block)
  })
  const mark = BlockList.prototype.mark
  vi.spyOn(BlockList.prototype, 'mark').mockImplementation(function (this: BlockList, ...where) {
    work.entries += this.sizeOf(where[0])
    mark.apply(this, where)
  })
  const finish = Tally.prototype.finish
  vi.spyOn(Tally.prototype, 'finish').mockImplementation(function* (this: Tally, bonus) {
    const scores = yield* finish.call(this, bonus)
    work.passages += scores.ids.length
    return scores
  })
  const scoreOf = CountedPrefix.prototype.score
  vi.spyOn(CountedPrefix.prototype, 'score').mockImplementation(function (this: CountedPrefix, id) {
    work.passages++
    return scoreOf.call(this, id)
  })
  const scores = Scored.prototype.scores
  vi.spyOn(Scored.prototype, 'scores').mockImplementation(function (this: Scored, ...bonus) {
    work.passages += this.ids.length
    return scores.apply(this, bonus)
  })
})

afterAll(() => {
  vi.restoreAllMocks()
  if (UPDATE) writeFileSync(PINNED, `${JSON.stringify(measured, null, 2)}\n`)
})

async function workFor(kind: Kind, way: Way): Promise<Work> {
  const asked = questions.draw(kind, QUESTIONS)
  const ask = async () => {
    for (const each of asked) await searchers[way].search(queryOf(each), optionsOf(each))
  }
  // What is kept from one search to the next is there the second time.
  await ask()
  Object.assign(work, { entries: 0, passages: 0 })
  made.bytes = 0
  await ask()
  return { ...work, bytes: made.bytes }
}

describe('a search reads, scores and makes no more than it did', () => {
  test.each(
    KINDS.flatMap((kind) => (['all', 'counted', 'first'] as const).map((way) => ({ kind, way }))),
  )('$kind.name, $way', async ({ kind, way }) => {
    const now = await workFor(kind, way)
    measured[kind.name] = { ...measured[kind.name], [way]: now }
    if (UPDATE) return
    const before = pinned[kind.name]?.[way]
    expect(before, 'UPDATE=work pins what is new').toBeDefined()
    for (const [part, count] of Object.entries(now)) {
      const allowed = before![part as keyof Work]
      expect(count, part).toBeLessThanOrEqual(allowed)
      // Nothing at all where there was something: what counts does not see it any more.
      if (allowed > 0) expect(count, part).toBeGreaterThan(0)
    }
  })

  test('twice the same for the same questions', async () => {
    const [kind] = KINDS as [Kind]
    expect(await workFor(kind, 'first')).toEqual(await workFor(kind, 'first'))
  })
})
