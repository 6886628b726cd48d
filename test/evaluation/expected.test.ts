import { expect, test } from 'vitest'
import { drift } from '../../bench/evaluation/expected.js'

const BEFORE = { all: { queries: 60, ndcg10: 0.9, mrr10: 0.9, recall10: 0.9, recall100: 1 } }

test('a mean that falls by more than a thousandth is a drop', () => {
  const { drops, rises } = drift(BEFORE, { all: { ...BEFORE.all, ndcg10: 0.8985 } })
  expect(drops).toEqual(['all: ndcg10 0.8985 instead of 0.9'])
  expect(rises).toEqual([])
})

test('a mean that falls by less is none', () => {
  expect(drift(BEFORE, { all: { ...BEFORE.all, mrr10: 0.8992 } }).drops).toEqual([])
})

test('a mean that rises is told apart from a drop', () => {
  const { drops, rises } = drift(BEFORE, { all: { ...BEFORE.all, recall10: 0.95 } })
  expect(drops).toEqual([])
  expect(rises).toEqual(['all: recall10 0.95 instead of 0.9'])
})

test('other queries cannot be compared, and fail', () => {
  expect(drift(BEFORE, { all: { ...BEFORE.all, queries: 61 } }).drops).toEqual([
    'all: 61 queries instead of 60',
  ])
  expect(drift(BEFORE, {}).drops).toEqual(['all: no queries instead of 60'])
})
