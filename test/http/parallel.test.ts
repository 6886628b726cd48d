import { expect, test } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { searcherOf } from '../support/collection.js'
import { askApp, listen } from './ask.js'

const LINES = ['Amrum, Bremen & Celle', 'Emden & Fulda, Goslar', 'Itzehoe "Jever" Kassel']

function version(language: string, of: string | null, lines: readonly string[]): string {
  const filler = language === 'de' ? 'und das ist so wie es ist' : 'and that is how it is'
  const paragraphs = lines.map((line) => `${line} ${Array(9).fill(filler).join(', ')}.`)
  return `---\nlanguage: ${language}\n${of === null ? '' : `versionOf: ${of}\n`}---\n\n${paragraphs.join('\n\n')}\n`
}

async function archive() {
  const searcher = await searcherOf({
    'texts/on places.md': version('en', null, LINES),
    'texts/orte.md': version('de', 'texts/on places', LINES.slice(0, 2)),
    'texts/alone/parallel/x.md': version('en', null, ['Nothing of all this']),
  })
  return { searcher, app: createApp(searcher) }
}

const PAIR = '/documents/texts/on%20places/parallel/texts%2Forte'

test('a hit has its counterparts', async () => {
  const { app } = await archive()
  const { body } = await askApp(app, '/search?q=Amrum&lang=en')
  expect(body.hits[0].counterparts).toEqual([
    {
      id: expect.stringMatching(/^texts\/orte#/),
      language: 'de',
      confidence: expect.closeTo(1, 0),
      document: { id: 'texts/orte', title: expect.any(String) },
    },
  ])
})

test('a passage is shown with its counterparts, or with none', async () => {
  const { app, searcher } = await archive()
  const passages = await searcher.engine.passagesOf('texts/on places')
  const [first, , last] = passages.map(({ id }) => encodeURIComponent(id))
  const { body } = await askApp(app, `/passages/${first}/parallel`)
  expect(body.passage.id).toBe(passages[0]!.id)
  expect(body.counterparts).toHaveLength(1)
  expect(body.counterparts[0].passage.text).toContain('Amrum')
  expect(body.counterparts[0].document.id).toBe('texts/orte')
  expect((await askApp(app, `/passages/${last}/parallel`)).body.counterparts).toEqual([])
})

test('two documents are shown side by side', async () => {
  const { app } = await archive()
  const { body } = await askApp(app, PAIR)
  expect([body.left.id, body.right.id]).toEqual(['texts/on places', 'texts/orte'])
  const lengths = body.rows.map((row: { left: []; right: [] }) => [
    row.left.length,
    row.right.length,
  ])
  expect(lengths).toEqual([
    [1, 1],
    [1, 1],
    [1, 0],
  ])
  expect(body.rows[2].confidence).toBeNull()
})

test('documents without links stand side by side too', async () => {
  const { app } = await archive()
  const { body } = await askApp(
    app,
    '/documents/texts%2Forte/parallel/texts%2Falone%2Fparallel%2Fx',
  )
  expect(body.rows).toHaveLength(3)
})

test('what is not there is a problem, and ids that look like these addresses are ids', async () => {
  const { app } = await archive()
  for (const [path, detail] of [
    ['/documents/texts/orte/parallel/nothing', 'There is no document “nothing”.'],
    ['/documents/nothing/parallel/texts/orte?format=tmx', 'There is no document “nothing”.'],
    ['/passages/nothing/parallel', 'There is no passage “nothing”.'],
  ] as const) {
    const { status, body } = await askApp(app, path)
    expect([status, body.detail]).toEqual([404, detail])
  }
  const { status, body } = await askApp(app, '/documents/texts/alone/parallel/x')
  expect([status, body.id]).toEqual([200, 'texts/alone/parallel/x'])
  expect((await askApp(app, `${PAIR}?format=pdf`)).status).toBe(400)
  expect((await askApp(app, '/documents/texts/orte/parallel/texts/orte')).body.detail).toBe(
    'A document cannot stand beside itself; name two.',
  )
})

test.each([
  ['tmx', 'application/xml; charset=utf-8', /<seg>Emden &amp; Fulda, Goslar/],
  ['csv', 'text/csv; charset=utf-8; header=present', /Emden & Fulda, Goslar/],
])('two documents are exported as %s', async (format, type, content) => {
  const { app } = await archive()
  const response = await fetch(`${await listen(app)}${PAIR}?format=${format}`)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename=fundstelle.${format}`,
  )
  expect(await response.text()).toMatch(content)
})
