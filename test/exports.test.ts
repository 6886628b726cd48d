import { expect, test } from 'vitest'
import * as fundstelle from '../src/index.js'

test('the package exports exactly this', () => {
  expect(Object.keys(fundstelle).sort()).toEqual([
    'CorpusError',
    'IndexError',
    'buildIndex',
    'createApp',
    'openIndex',
    'openLiveIndex',
    'parallelDocuments',
    'parallelPassage',
    'parseQuery',
    'search',
  ])
})
