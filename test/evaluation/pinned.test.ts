import { expect, test } from 'vitest'
import { evaluate } from '../../bench/evaluation/evaluate.js'
import { drift, expectedOf, readExpected, UPDATE } from '../../bench/evaluation/expected.js'
import { FUNDSTELLE } from '../../bench/evaluation/fundstelle.js'
import { readJudgedSet } from '../../bench/evaluation/judged-set.js'
import { BUNDLED_CORPUS, BUNDLED_SET } from '../../bench/evaluation/program.js'

test('the judged set of the sample corpus is answered no worse than before', async () => {
  const set = await readJudgedSet(BUNDLED_SET, BUNDLED_CORPUS)
  try {
    const measured = expectedOf(await evaluate(set, [FUNDSTELLE]))
    const { drops, rises } = drift(readExpected(BUNDLED_SET), measured)
    if (rises.length > 0)
      console.warn(`Better than expected; \`${UPDATE}\` pins it:\n${rises.join('\n')}`)
    expect(drops, `If this is meant, \`${UPDATE}\` pins it.`).toEqual([])
  } finally {
    await set.close()
  }
})
