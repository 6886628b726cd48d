import { expect, test } from 'vitest'
import { buildIndex } from '../../src/build/build.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

/** Longer than what is read whole to be compared. */
const LONG = `${'The whale swam in the sea. '.repeat(400)}\n`

test('of long files that are as long, only those are copies that are the same from beginning to end', async () => {
  const corpus = await corpusOf({
    'a.txt': LONG,
    'beginning.txt': `Our${LONG.slice(3)}`,
    'copy.txt': LONG,
    'end.txt': LONG.replace(/sea. \n$/, 'bay. \n'),
    'middle.txt': `${LONG.slice(0, 5400)}A${LONG.slice(5401)}`,
  })
  const { manifest, problems } = await buildIndex(corpus, { index: await temporaryFolder() })
  expect(problems.map(({ path, code, message }) => `${path} ${code} ${message}`)).toEqual([
    'copy.txt duplicate The file has the same content as a.txt.',
  ])
  expect(manifest.documents).toBe(4)
})
