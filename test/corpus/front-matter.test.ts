import { describe, expect, it } from 'vitest'
import { parseFrontMatter, splitFrontMatter } from '../../src/corpus/front-matter.js'
import { readFiles } from './folder.js'

describe('front matter', () => {
  it('describes the document, in Markdown and in plain text', async () => {
    const yaml =
      '---\nid: bay\ntitle: "The Bay: a film"\nkind: interview\nspeakers: Anna Berg\ndate: 2012-05\nlanguage: de-DE\nsource: Archive\ntags: sea, ropes , sea\nmine: anything\n---\nEin Satz.'
    const { documents, problems } = await readFiles({
      'a.md': yaml,
      'b.txt': yaml.replace('id: bay', 'versionOf: bay'),
    })
    expect(problems).toEqual([])
    expect(documents[0]).toMatchObject({
      id: 'bay',
      title: 'The Bay: a film',
      kind: 'interview',
      speakers: ['Anna Berg'],
      date: '2012-05',
      language: 'de',
      source: 'Archive',
      tags: ['sea', 'ropes'],
      text: 'Ein Satz.',
    })
    expect(documents[1]).toMatchObject({ id: 'b', versionOf: 'bay', text: 'Ein Satz.' })
  })

  it.each([
    ['2012', '2012'],
    ['"2012-05"', '2012-05'],
    ['2012-05-17', '2012-05-17'],
    ['2012-05-17T10:00:00Z', '2012-05-17'],
  ])('takes the date %s', (written, date) => {
    expect(parseFrontMatter(`date: ${written}`).fields).toEqual({ date })
  })

  it.each(['2012-13', '2012-02-30', '17.05.2012', 'May 2012', 'true', '[2012]'])(
    'refuses the date %s and names the line',
    (written) => {
      const { fields, problems } = parseFrontMatter(`title: T\ndate: ${written}\n`)
      expect(fields).toEqual({ title: 'T' })
      expect(problems).toEqual([{ line: 3, message: expect.stringContaining('`date`') }])
    },
  )

  it.each([
    ['english', 'en'],
    ['EN_us', 'en'],
    ['Deutsch', 'de'],
    ['de-AT', 'de'],
  ])('takes the language %s for %s', (written, language) => {
    expect(parseFrontMatter(`language: ${written}`).fields).toEqual({ language })
  })

  it('keeps values as they are written', () => {
    const { fields } = parseFrontMatter(
      'id: 007\ntitle: 1984\nkind: no\ntags: [2012, noir]\nsource:\n',
    )
    expect(fields).toEqual({ id: '007', title: '1984', kind: 'no', tags: ['2012', 'noir'] })
  })

  it('is reported by path and line where a value is wrong, and the good keys count', async () => {
    const text =
      '---\r\ntitle: [a, b]\r\nlanguage: fr\r\nspeakers: {a: b}\r\nkind: note\r\n---\r\nEin Satz.'
    const { documents, problems } = await readFiles({ 'sub/a.txt': text })
    expect(documents[0]).toMatchObject({ kind: 'note', title: 'A', text: 'Ein Satz.' })
    expect(problems.map(({ path, line, code }) => [path, line, code])).toEqual([
      ['sub/a.txt', 2, 'front-matter'],
      ['sub/a.txt', 3, 'front-matter'],
      ['sub/a.txt', 4, 'front-matter'],
    ])
  })

  it('that is not YAML is reported and the text after it is read', async () => {
    const { documents, problems } = await readFiles({
      'a.md': '---\ntitle: Rust: a film\n---\n\nOne sentence.',
    })
    expect(documents[0]!.text).toBe('One sentence.')
    expect(problems).toMatchObject([{ path: 'a.md', line: 2, code: 'front-matter' }])
  })

  it('that is never closed is reported and read as text', async () => {
    const { documents, problems } = await readFiles({ 'a.txt': '---\ntitle: Bay\n\nOne sentence.' })
    expect(documents[0]!.text).toContain('One sentence.')
    expect(problems).toMatchObject([{ line: 1, code: 'front-matter' }])
  })

  it('is not seen in rules around a text', () => {
    expect(splitFrontMatter('---\n\nA sentence.\n\n---\nMore.')).toEqual({
      bodyStart: 0,
      unclosed: false,
    })
    expect(splitFrontMatter('Text\n---\na: b\n---\n')).toEqual({ bodyStart: 0, unclosed: false })
  })
})
