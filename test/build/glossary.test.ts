import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isIndexCurrent } from '../../src/build/build.js'
import { buildIndex, openIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const TEXT = 'Der Film läuft im Kino, und die Leute sehen ihn gern.\n'
const GLOSSARY = "director's statement: Regiekommentar\nfilm: [Film, Streifen]\n"

async function built(files: Record<string, string>) {
  const corpus = await corpusOf({ 'a.txt': TEXT, ...files })
  const index = join(await temporaryFolder(), 'index')
  return { corpus, index, ...(await buildIndex(corpus, { index })) }
}

/** What the opened index has for a term in English. */
async function translations(index: string, ...terms: string[]): Promise<string[]> {
  const searcher = await openIndex(index)
  await searcher.close()
  const matches = searcher.glossary.find('en', terms)
  return matches.flatMap(({ alternatives }) => alternatives.map(({ text }) => text))
}

describe('the glossary of a corpus', () => {
  test('is read beside the texts and kept in a file of the index, the same each time', async () => {
    const [one, two] = [
      await built({ 'glossary.yaml': GLOSSARY }),
      await built({ 'glossary.yaml': GLOSSARY }),
    ]
    expect(one.manifest).toEqual(two.manifest)
    expect([one.problems, one.manifest.documents, one.manifest.glossary]).toEqual([[], 1, 2])
    await rm(one.corpus, { recursive: true })
    expect(await translations(one.index, 'film')).toEqual(['Film', 'Streifen'])
    expect(await translations(one.index, 'director', 'statement')).toEqual(['Regiekommentar'])
    const path = join(one.index, one.manifest.generation, 'glossary.json')
    expect(JSON.parse(await readFile(path, 'utf8'))).toHaveLength(2)
  })

  test('may be missing, and has nothing to do with the synonyms', async () => {
    const { index, manifest, problems } = await built({
      'synonyms.yaml': 'de:\n  - [Film, Kino]\n',
    })
    expect([problems, manifest.synonyms, manifest.glossary]).toEqual([[], 2, 0])
    expect(await translations(index, 'film')).toEqual([])
  })

  test('with a fault is named with path, line and what to do, and the rest of it is used', async () => {
    const { index, problems } = await built({ 'glossary.yml': `${GLOSSARY}jury:\n` })
    expect(problems).toEqual([
      {
        path: 'glossary.yml',
        line: 3,
        code: 'glossary',
        message: expect.stringMatching(/^“jury” has no translation/),
      },
    ])
    expect(await translations(index, 'film')).toEqual(['Film', 'Streifen'])
  })

  test('is in one file', async () => {
    const { problems } = await built({ 'glossary.yaml': GLOSSARY, 'glossary.yml': GLOSSARY })
    expect(problems).toMatchObject([{ path: 'glossary.yml', code: 'glossary' }])
    expect(problems[0]!.message).toContain('there is glossary.yaml too')
  })

  test('makes an index out of date when it has changed, come or gone', async () => {
    const { corpus, index } = await built({})
    const file = join(corpus, 'glossary.yaml')
    await writeFile(file, GLOSSARY)
    expect(await isIndexCurrent(corpus, index)).toBe(false)
    await buildIndex(corpus, { index })
    expect(await isIndexCurrent(corpus, index)).toBe(true)
    await rm(file)
    expect(await isIndexCurrent(corpus, index)).toBe(false)
  })
})
