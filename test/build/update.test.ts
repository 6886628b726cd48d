import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BuildOptions, buildIndex, openIndex } from '../../src/index.js'
import { change, ENGLISH, files, WORDS } from '../support/changing-corpus.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { answersOf } from '../support/same-answers.js'

async function answers(index: string, countUpTo?: number) {
  const searcher = await openIndex(index, countUpTo === undefined ? {} : { countUpTo })
  try {
    return await answersOf(searcher, WORDS)
  } finally {
    await searcher.close()
  }
}

async function report(corpus: string, options: BuildOptions) {
  const { manifest, changes, ...rest } = await buildIndex(corpus, options)
  const { generation: _, files: __, base, ...about } = manifest
  return { told: { about, ...rest }, isUpdate: changes !== undefined && base !== undefined }
}

test('an index that was updated answers as one that was built anew', async () => {
  let updates = 0
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(1, undefined),
      async (before, changes, countUpTo) => {
        const corpus = await corpusOf({ ...before, 'last.md': `${ENGLISH}\n` })
        const index = await temporaryFolder()
        await buildIndex(corpus, { index, mergeAt: 0 })
        for (const each of changes) {
          for (const [path, text] of Object.entries(each))
            if (text === null) await rm(join(corpus, path), { force: true })
            else await writeFile(join(corpus, path), text)
          const updated = await report(corpus, { index, mergeAt: 100 })
          const anew = await temporaryFolder()
          const { told } = await report(corpus, { index: anew, mergeAt: 0 })
          expect(updated.told).toEqual(told)
          expect(await answers(index, countUpTo)).toEqual(await answers(anew, countUpTo))
          if (updated.isUpdate) updates++
        }
      },
    ),
    { numRuns: 6 },
  )
  expect(updates).toBeGreaterThan(0)
}, 240_000)
