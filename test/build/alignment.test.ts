import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isIndexCurrent } from '../../src/build/build.js'
import { buildIndex, CorpusError, openIndex } from '../../src/index.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { smallLexicon } from '../support/lexicon.js'

const LEXICON = smallLexicon({ whale: 'wal', harbour: 'haf', lighthous: 'leuchtturm' })

const PLACES = [
  'Amrum Bremen Celle Dresden',
  'Emden Fulda Goslar Husum',
  'Itzehoe Jever Kassel Leipzig',
]

/** A document of a paragraph for each line, long enough to be a passage of its own. */
function version(
  id: string,
  language: string,
  of: string | null,
  lines: readonly string[],
): string {
  const filler = language === 'de' ? 'und das ist so wie es ist' : 'and that is how it is'
  const paragraphs = lines.map((line) => `${line} ${Array(9).fill(filler).join(', ')}.`)
  const versionOf = of === null ? '' : `versionOf: ${of}\n`
  return `---\nid: ${id}\nlanguage: ${language}\n${versionOf}---\n\n${paragraphs.join('\n\n')}\n`
}

const FILES = {
  'a.md': version('a', 'en', null, PLACES),
  'b.md': version('b', 'de', 'a', PLACES),
}

async function built(files: Record<string, string>, strict = false) {
  const corpus = await corpusOf(files)
  const index = join(await temporaryFolder(), 'index')
  const report = await buildIndex(corpus, { index, strict, lexicon: LEXICON })
  return { corpus, index, ...report }
}

/** Links as `a0-b1`, by document and place, with their confidence where it is 1. */
async function linksOf(index: string): Promise<string[]> {
  const searcher = await openIndex(index)
  const documents = await searcher.engine.documents()
  const links: string[] = []
  for (const [i, { id }] of documents.entries())
    for (const { id: other } of documents.slice(i + 1))
      for (const { left, right, confidence } of await searcher.engine.links(id, other))
        links.push(`${id}${left.ordinal}-${other}${right.ordinal}${confidence === 1 ? '!' : ''}`)
  await searcher.close()
  return links
}

async function ids(index: string): Promise<Map<string, string>> {
  const searcher = await openIndex(index)
  const found = new Map<string, string>()
  for (const { id } of await searcher.engine.documents())
    for (const passage of await searcher.engine.passagesOf(id))
      found.set(`${id}${passage.ordinal}`, passage.id)
  await searcher.close()
  return found
}

const plain = (links: string[]) => links.map((link) => link.replace('!', ''))

describe('an index', () => {
  test('links the passages of versions', async () => {
    const { index, manifest } = await built(FILES)
    expect(plain(await linksOf(index))).toEqual(['a0-b0', 'a1-b1', 'a2-b2'])
    expect(manifest.alignment.links).toBe(3)
  })

  test('links three versions with each other', async () => {
    const { index } = await built({ ...FILES, 'c.md': version('c', 'de', 'b', PLACES.slice(1)) })
    expect(plain(await linksOf(index))).toEqual([
      ...['a0-b0', 'a1-b1', 'a2-b2', 'a1-c0', 'a2-c1'],
      ...['b1-c0', 'b2-c1'],
    ])
  })

  test('finds versions that nobody has declared, but only in another language', async () => {
    const { index } = await built({
      'a.md': version('a', 'en', null, PLACES),
      'b.md': version('b', 'de', null, PLACES),
      'c.md': version('c', 'de', null, ['Man sah Norden, Oldenburg.', 'Man sah Rostock, Wismar.']),
    })
    expect(plain(await linksOf(index))).toEqual(['a0-b0', 'a1-b1', 'a2-b2'])
  })

  test('has translations in common as well as names', async () => {
    const texts = {
      en: ['The whale dives.', 'A harbour freezes.', 'Some lighthouse burns.'],
      de: ['Der Leuchtturm brennt.', 'Der Wal taucht.', 'Der Hafen friert.'],
    }
    const { index } = await built({
      'a.md': version('a', 'en', null, texts.en),
      'b.md': version('b', 'de', 'a', texts.de),
    })
    expect(plain(await linksOf(index))).toEqual(['a0-b1', 'a1-b2', 'a2-b0'])
  })

  test('is the same, byte for byte, each time', async () => {
    const [one, two] = [await built(FILES), await built(FILES)]
    expect(one.manifest).toEqual(two.manifest)
    const read = ({ index, manifest }: typeof one) =>
      readFile(join(index, manifest.generation, 'links.bin'))
    expect(await read(one)).toEqual(await read(two))
  })
})

describe('an alignment.yaml', () => {
  test('confirms and forbids links, and says which passages have no counterpart', async () => {
    const found = await ids((await built(FILES)).index)
    const [a0, a1, a2, b0, b1] = ['a0', 'a1', 'a2', 'b0', 'b1'].map((key) => found.get(key))
    const alignment = `confirm:\n  - [${a0}, ${b0}]\nforbid:\n  - [${a1}, ${b1}]\n  - ${a2}\n`
    const { index, problems, manifest } = await built({ ...FILES, 'alignment.yaml': alignment })
    expect(problems).toEqual([])
    expect(await linksOf(index)).toEqual(['a0-b0!'])
    expect(manifest.alignment.links).toBe(1)
  })

  test('confirms links between documents that nothing else joins', async () => {
    const alone = { 'c.md': version('c', 'en', null, ['Nothing is said of it.']) }
    const found = await ids((await built({ ...FILES, ...alone })).index)
    const alignment = `confirm:\n  - [${found.get('b0')}, ${found.get('c0')}]\n`
    const { index } = await built({ ...FILES, ...alone, 'alignment.yaml': alignment })
    expect(await linksOf(index)).toContain('b0-c0!')
  })

  test('is named by its line where a passage is not there, or both are in one document', async () => {
    const found = await ids((await built(FILES)).index)
    const alignment = `confirm:\n  - [a#aaaaaaaa, ${found.get('b0')}]\n  - [${found.get('a0')}, ${found.get('a1')}]\n`
    const files = { ...FILES, 'alignment.yaml': alignment }
    const { problems } = await built(files)
    const where = { path: 'alignment.yaml', code: 'alignment' }
    expect(problems).toEqual([
      { ...where, line: 2, message: expect.stringMatching(/^There is no passage “a#aaaaaaaa”/) },
      { ...where, line: 3, message: expect.stringMatching(/^Passages of one document/) },
    ])
    expect(await built(files, true).catch((error) => error)).toBeInstanceOf(CorpusError)
  })

  test('is a part of the corpus: an index is no longer current when it has changed', async () => {
    const { corpus, index } = await built(FILES)
    expect(await isIndexCurrent(corpus, index, LEXICON)).toBe(true)
    await writeFile(join(corpus, 'alignment.yaml'), 'confirm:\n')
    expect(await isIndexCurrent(corpus, index, LEXICON)).toBe(false)
  })
})
