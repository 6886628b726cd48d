import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../src/http/app.js'
import { RecentAnswers } from '../../src/http/recent-answers.js'
import { openArchive } from './archive.js'
import { askApp } from './ask.js'

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

test('what was asked before is answered by what was said then', async () => {
  const { searcher } = archive
  const search = vi.spyOn(searcher, 'search')
  const app = createApp(searcher)
  const [first, again] = [
    await askApp(app, '/search?q=harbour'),
    await askApp(app, '/search?q=harbour'),
  ]
  expect(again.body).toEqual(first.body)
  for (const name of ['etag', 'content-type', 'content-length'])
    expect(again.headers.get(name)).toBe(first.headers.get(name))
  expect(search).toHaveBeenCalledOnce()
  await askApp(app, '/search?q=harbour&limit=1')
  expect(search).toHaveBeenCalledTimes(2)
})

test('a request that was refused is refused again', async () => {
  const app = createApp(archive.searcher)
  for (let i = 0; i < 2; i++) expect((await askApp(app, '/search?limit=-1')).status).toBe(400)
})

test('answers are kept as long as they fit, those that are asked for again the longest', () => {
  const question = fc.constantFrom(...'abcdefghij')
  fc.assert(
    fc.property(
      fc.array(question, { maxLength: 200 }),
      fc.integer({ min: 0, max: 40 }),
      (asked, length) => {
        const bytes = 400
        const answers = new RecentAnswers(bytes)
        const bodyOf = (question: string) => Buffer.from(question.repeat(length))
        const kept = () => [...'abcdefghij'].filter((each) => answers.find(each)).length
        for (const [i, each] of asked.entries()) {
          const known = answers.find(each)
          if (known) expect(known.body).toEqual(bodyOf(each))
          else answers.keep(each, { body: bodyOf(each), etag: undefined })
          expect(answers.find(each) !== undefined).toBe(4 * (1 + length) <= bytes)
          if (i % 20 === 19) expect(kept() * (1 + length)).toBeLessThanOrEqual(bytes)
        }
      },
    ),
  )
})
