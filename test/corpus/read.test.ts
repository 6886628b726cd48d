import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CorpusError } from '../../src/corpus/problem.js'
import { corpusHash, listFiles, readCorpus } from '../../src/corpus/read.js'
import { corpusOf } from '../support/collection.js'
import { readFiles } from './folder.js'

const found = (problems: { path: string; code: string }[]) =>
  problems.map(({ path, code }) => `${path}: ${code}`)

describe('reading a folder', () => {
  it('reads text and Markdown in the order of the paths and counts the rest', async () => {
    const { documents, ignored } = await readFiles({
      'b.txt': 'Bee.',
      'B.MD': 'Big.',
      'a/z.md': 'Zed.',
      'a.txt': 'Ay.',
      'picture.jpg': 'no',
      'a/notes.pdf': 'no',
    })
    expect(documents.map(({ path }) => path)).toEqual(['B.MD', 'a.txt', 'a/z.md', 'b.txt'])
    expect(documents.map(({ id }) => id)).toEqual(['B', 'a', 'a/z', 'b'])
    expect(ignored).toEqual([
      { extension: '.jpg', files: 1 },
      { extension: '.pdf', files: 1 },
    ])
  })

  it('skips what is hidden, and what speaks about the corpus at its top', async () => {
    const { documents, ignored } = await readFiles({
      'a.txt': 'Ay.',
      '.hidden.txt': 'no',
      '.git/b.txt': 'no',
      'node_modules/c.md': 'no',
      'README.md': 'no',
      'LICENSE.txt': 'no',
      LICENSE: 'no',
      'sub/README.md': 'Yes.',
    })
    expect(documents.map(({ path }) => path)).toEqual(['a.txt', 'sub/README.md'])
    expect(ignored).toEqual([])
  })

  it('reads a single file', async () => {
    const folder = await corpusOf({ 'README.md': '# Title\n\nText.', 'b.txt': 'Bee.' })
    const { documents } = await readCorpus(join(folder, 'README.md'))
    expect(documents.map(({ path, title }) => [path, title])).toEqual([['README.md', 'Title']])
  })

  it('reports progress', async () => {
    const steps: unknown[] = []
    await readFiles({ 'a.txt': 'Ay.', 'b.txt': 'Bee.' }, { onFile: (...step) => steps.push(step) })
    expect(steps).toEqual([
      ['a.txt', 1, 2],
      ['b.txt', 2, 2],
    ])
  })

  it('names every file it could not use, and reads the rest', async () => {
    const { documents, problems, files } = await readFiles(
      {
        'binary.txt': new Uint8Array([1, 0, 2, 0, 3, 200, 0, 0, 1]),
        'empty.md': '',
        'good.txt': 'Good.',
        'later.txt': 'Good.',
        'long.txt': 'x '.repeat(600),
        'signs.txt': '\n---\n* * *\n| |\n',
      },
      { maxBytes: 1000 },
    )
    expect(documents.map(({ path }) => path)).toEqual(['good.txt'])
    expect(found(problems)).toEqual([
      'binary.txt: binary',
      'empty.md: empty',
      'later.txt: duplicate',
      'long.txt: too-long',
      'signs.txt: empty',
    ])
    expect(problems[2]!.message).toContain('good.txt')
    expect(files.map(({ path }) => path)).toEqual([
      'binary.txt',
      'empty.md',
      'good.txt',
      'later.txt',
      'signs.txt',
    ])
  })

  it.skipIf(process.getuid?.() === 0)('names a file that may not be read', async () => {
    const folder = await corpusOf({ 'a.txt': 'Ay.', 'b.txt': 'Bee.' })
    chmodSync(join(folder, 'b.txt'), 0)
    expect(found((await readCorpus(folder)).problems)).toEqual(['b.txt: unreadable'])
  })
})

describe('a name that is not in UTF-8', () => {
  // Other systems have no such names.
  it.runIf(process.platform === 'linux')('is named as what it is, and no link', async () => {
    const folder = await corpusOf({ 'a.txt': 'Ay.' })
    writeFileSync(Buffer.from(join(folder, 'Gespr\u00e4ch.txt'), 'latin1'), 'Wort.')
    const { problems } = await readCorpus(folder)
    expect(found(problems)).toEqual(['Gespr\uFFFDch.txt: unreadable'])
    expect(problems[0]!.message).toMatch(/^The name is not in UTF-8.* rename/)
  })
})

describe('symbolic links', () => {
  it('are followed, to files and folders outside', async () => {
    const outside = await corpusOf({ 'c.txt': 'Sea.', 'sub/d.txt': 'Dee.' })
    const folder = await corpusOf({ 'a.txt': 'Ay.' })
    symlinkSync(join(outside, 'c.txt'), join(folder, 'link.txt'))
    symlinkSync(join(outside, 'sub'), join(folder, 'more'))
    const { documents, problems } = await readCorpus(folder)
    expect(documents.map(({ path }) => path)).toEqual(['a.txt', 'link.txt', 'more/d.txt'])
    expect(problems).toEqual([])
  })

  it('that lead back or nowhere are named', async () => {
    const folder = await corpusOf({ 'a.txt': 'Ay.', 'sub/b.txt': 'Bee.' })
    symlinkSync('..', join(folder, 'sub/up'))
    symlinkSync('self.txt', join(folder, 'self.txt'))
    symlinkSync('nowhere.txt', join(folder, 'broken.txt'))
    const { documents, problems } = await readCorpus(folder)
    expect(documents).toHaveLength(2)
    expect(found(problems)).toEqual([
      'broken.txt: unreadable',
      'self.txt: link-loop',
      'sub/up: link-loop',
    ])
    expect(problems[0]!.message).toMatch(/^This link leads to nothing/)
  })

  it('to what was read already make duplicates', async () => {
    const folder = await corpusOf({ 'a.txt': 'Ay.', 'sub/b.txt': 'Bee.' })
    symlinkSync('a.txt', join(folder, 'z.txt'))
    symlinkSync('sub', join(folder, 'zsub'))
    expect(found((await readCorpus(folder)).problems)).toEqual([
      'z.txt: duplicate',
      'zsub/b.txt: duplicate',
    ])
  })
})

describe('a corpus that cannot be read at all', () => {
  it('is refused with a sentence', async () => {
    await expect(readCorpus('/no/such/folder')).rejects.toThrow(
      /"\/no\/such\/folder" does not exist\. .*\.txt or \.md/,
    )
    await expect(readCorpus('/dev/null')).rejects.toThrow(CorpusError)
    await expect(readCorpus(join(await corpusOf({ 'a.pdf': 'x' }), 'a.pdf'))).rejects.toThrow(
      /only \.txt and \.md/,
    )
    await expect(readFiles({ 'a.pdf': 'x' })).rejects.toThrow(/no text to read/)
  })

  it('carries the problems of its files', async () => {
    const error = await readFiles({ 'a.txt': ' ', 'b.txt': '' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CorpusError)
    expect(error instanceof CorpusError && found(error.problems)).toEqual([
      'a.txt: empty',
      'b.txt: empty',
    ])
  })
})

describe('ids', () => {
  it('are paths without extension, or what front matter says, and never the same', async () => {
    const { documents, problems } = await readFiles({
      'a.md': 'One.',
      'a.txt': 'Two.',
      'b.txt': '---\nid: a\n---\nThree.',
      'c.txt': '---\nid: d\n---\nFour.',
      'd.txt': 'Five.',
      'u\u0308ber.txt': 'Six.',
    })
    expect(documents.map(({ id }) => id)).toEqual(['a.md', 'a.txt', 'a', 'd', 'd.txt', 'über'])
    expect(problems.map(({ path, code, line }) => [path, code, line])).toEqual([
      ['a.md', 'duplicate-id', undefined],
      ['a.txt', 'duplicate-id', undefined],
      ['d.txt', 'duplicate-id', undefined],
    ])
  })

  it('from front matter win over those from paths; of two alike the first file keeps it', async () => {
    const { documents, problems } = await readFiles({
      'a.txt': 'One.',
      'b.txt': '---\nid: a\n---\nTwo.',
      'c.txt': '---\nid: a\n---\nThree.',
    })
    expect(documents.map(({ id }) => id)).toEqual(['a.txt', 'a', 'c'])
    expect(problems).toMatchObject([
      { path: 'a.txt', message: expect.stringContaining('belongs to b.txt') },
      { path: 'c.txt', line: 2, message: expect.stringContaining('belongs to b.txt') },
    ])
  })

  it('of other versions must exist', async () => {
    const { documents, problems } = await readFiles({
      'a.txt': '---\nversionOf: b\n---\nOne.',
      'b.txt': 'Two.',
      'c.txt': '---\ntitle: See\nversionOf: nobody\n---\nThree.',
    })
    expect(documents.map(({ versionOf }) => versionOf)).toEqual(['b', undefined, undefined])
    expect(problems).toMatchObject([{ path: 'c.txt', line: 3, code: 'front-matter' }])
  })
})

describe('the hash of a corpus', () => {
  it('comes from the files alone, without reading the texts', async () => {
    const folder = await corpusOf({ 'b.txt': 'Bee.', 'a.md': 'Ay.', 'empty.txt': '', 'x.pdf': 'x' })
    const { files } = await readCorpus(folder)
    expect(await listFiles(folder)).toEqual(files)
    expect(corpusHash([...files].reverse())).toBe(corpusHash(files))
  })

  it('changes when a file is edited, renamed, added or removed', async () => {
    const folder = await corpusOf({ 'a.txt': 'Ay.' })
    const hashes = [corpusHash(await listFiles(folder))]
    writeFileSync(join(folder, 'a.txt'), 'Oh.')
    hashes.push(corpusHash(await listFiles(folder)))
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'sub/a.txt'), 'Oh.')
    hashes.push(corpusHash(await listFiles(folder)))
    expect(new Set(hashes).size).toBe(3)
  })
})

describe('a document without a title', () => {
  it('is called after its file', async () => {
    const { documents } = await readFiles({ '2012/rost_und-knochen.txt': 'Ein Satz steht hier.' })
    expect(documents[0]!.title).toBe('Rost und knochen')
    const numbered = await readFiles({ 'interview12.txt': 'Ein Satz steht hier.' })
    expect(numbered.documents[0]!.title).toBe('Interview12')
  })

  it('begins its title where the name of its file is a number or a hash', async () => {
    const long = `The ${'very '.repeat(30)}end.`
    const { documents } = await readFiles({
      '004_85512226fea451dd.txt': 'Alles beginnt im Norden. Dann fahren sie.',
      '7.txt': long,
      '8.txt': 'Is it true? It is.',
      '9.txt': 'He lives in the U.S. And so do they.',
    })
    expect(documents.map(({ title }) => title)).toEqual([
      'Alles beginnt im Norden',
      expect.stringMatching(/^The very( very)* …$/),
      'Is it true?',
      expect.stringMatching(/^He lives in the U\.S\./),
    ])
    expect(documents[1]!.title.length).toBeLessThanOrEqual(72)
  })
})
