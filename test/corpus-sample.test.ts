import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuildReport, buildIndex, openIndex, type Searcher } from '../src/index.js'
import { temporaryFolder } from './support/collection.js'

const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url))

let report: BuildReport
let searcher: Searcher
beforeAll(async () => {
  let remove = async () => {}
  const folder = await temporaryFolder((cleanUp) => {
    remove = cleanUp
  })
  report = await buildIndex(CORPUS, { index: join(folder, 'index') })
  searcher = await openIndex(join(folder, 'index'))
  return async () => {
    await searcher.close()
    await remove()
  }
})

describe('the sample corpus', () => {
  test('is read without a problem, half in each language', () => {
    expect(report.problems).toEqual([])
    expect(report.manifest.documents).toBe(20)
    expect(report.manifest.languages.und).toBeUndefined()
  })

  test('has every passage of a document in one language', async () => {
    for (const { id } of await searcher.engine.documents()) {
      const passages = await searcher.engine.passagesOf(id)
      expect(new Set(passages.map(({ language }) => language)).size, id).toBe(1)
    }
  })

  test('has documents in both languages that name each other as versions', async () => {
    const documents = await searcher.engine.documents()
    const versions = documents.filter(({ versionOf }) => versionOf !== undefined)
    expect(versions.length).toBeGreaterThanOrEqual(4)
    for (const { versionOf } of versions)
      expect(documents.some(({ id }) => id === versionOf)).toBe(true)
  })

  // The first hit and what is marked in it, with the reason where it is not plain.
  test.each<[string, string, string[]]>([
    ['Kurzgeschichten', 'statements/adaptation.de', ['Kurzgeschichten', 'Kurzgeschichten']],
    ['killer whale', 'synopsis.en', ['killer', 'whales']], // the shortest passage with both
    ['"Great Depression"', 'transcripts/lantern-cinema', ['Great', 'Depression']],
    ['Türsteher', 'synopsis.de', ['Tür', 'Türsteher']], // a compound, and one of its parts
    ['tuersteher', 'synopsis.de', ['Tür', 'Türsteher']], // an umlaut spelled out
    ['Armand Verdure', 'interviews/audiard-balance.en', ['Armand', 'Verdure', 'Armand', 'Verdure']],
    ['"Bon Iver" Drehbucharbeit', 'notes/music.de', ['Drehbuch', 'Bon', 'Iver', 'Drehbucharbeit']],
    ['speaker:Calloway melodrama', 'transcripts/lantern-cinema', ['Melodrama']],
    ['whales', 'transcripts/lantern-cinema', ['whales']],
    ['kind:"programme note" Melodram', 'notes/themen', ['Melodram', 'Melodram']],
  ])('%s finds the right passage first', async (query, document, marks) => {
    const { hits } = await searcher.search(query)
    const { passage, highlights } = hits[0]!
    const marked = highlights.map(({ start, end }) => passage.text.slice(start, end))
    expect([hits[0]!.document.id, marked]).toEqual([document, marks])
  })
})
