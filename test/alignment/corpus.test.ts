import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIndex, openIndex, type Searcher } from '../../src/index.js'
import { temporaryFolder } from '../support/collection.js'
import { HAS_LEXICON, lexicon } from '../support/lexicon.js'

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url))

/** The links between the sample texts that a reader of both languages makes, by places of passages. */
const TRUE_LINKS = JSON.parse(
  readFileSync(new URL('true-links.json', import.meta.url), 'utf8'),
) as { documents: [string, string]; links: string[] }[]

describe.skipIf(!HAS_LEXICON)('the sample texts', () => {
  let searcher: Searcher
  let cleanUp = async () => {}
  beforeAll(async () => {
    const folder = await temporaryFolder((remove) => {
      cleanUp = remove
    })
    const index = join(folder, 'index')
    await buildIndex(CORPUS, { index, lexicon: lexicon() })
    searcher = await openIndex(index)
  })
  afterAll(async () => {
    await searcher.close()
    await cleanUp()
  })

  test('are linked where a reader links them, all but one place', async () => {
    const missed: string[] = []
    for (const { documents, links } of TRUE_LINKS) {
      const found = await searcher.engine.links(...documents)
      const places = found.map(({ left, right }) => `${left.ordinal}-${right.ordinal}`)
      expect(places.filter((place) => !links.includes(place))).toEqual([])
      const missing = links.filter((place) => !places.includes(place))
      missed.push(...missing.map((place) => `${documents[0]} ${place}`))
    }
    expect(missed).toEqual(['synopsis.de 3-3'])
  })

  test('have counterparts in their own versions only', async () => {
    const versions = new Map(
      TRUE_LINKS.flatMap(({ documents: [a, b] }) => [
        [a, b],
        [b, a],
      ]),
    )
    for (const document of await searcher.engine.documents())
      for (const { id } of await searcher.engine.passagesOf(document.id))
        for (const counterpart of await searcher.engine.counterparts(id))
          expect(counterpart.document.id).toBe(versions.get(document.id))
  })
})
