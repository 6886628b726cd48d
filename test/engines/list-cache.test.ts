import { expect, test } from 'vitest'
import { ListCache } from '../../src/engines/flexsearch/lists/list-cache.js'

const EACH = 100_000

/** A cache with room for so many lists of {@link EACH} bytes, and what asks it and tells whether the list was there. */
function cacheFor(lists: number) {
  const cache = new ListCache<{ memory: number }>(lists * EACH * 1.01)
  return (number: number): boolean => {
    let wasThere = true
    cache.get(number, () => {
      wasThere = false
      return { memory: EACH }
    })
    return wasThere
  }
}

test('no more lists are kept than there is room for', () => {
  const isKept = cacheFor(10)
  for (let number = 0; number < 100; number++) isKept(number)
  // From the last one, so that asking does not drive out what comes next.
  const kept = Array.from({ length: 100 }, (_, i) => isKept(99 - i)).filter(Boolean)
  expect(kept.length).toBeGreaterThanOrEqual(5)
  expect(kept.length).toBeLessThanOrEqual(10)
})

test('no more lists are kept than may lie on the heap, however short they are', () => {
  const cache = new ListCache<{ memory: number }>(1e9)
  let read = 0
  const ask = (number: number) =>
    cache.get(number, () => {
      read++
      return { memory: 10 }
    })
  for (let number = 0; number < 20_000; number++) ask(number)
  for (let number = 19_999; number >= 0; number--) ask(number)
  expect(read).toBeGreaterThanOrEqual(20_000 + 17_000)
  expect(read).toBeLessThanOrEqual(20_000 + 18_500)
})

test('a list that is asked for again and again stays', () => {
  const isKept = cacheFor(10)
  isKept(0)
  for (let number = 1; number < 100; number++) {
    isKept(number)
    expect(isKept(0)).toBe(true)
  }
})

test('a list that would drive out most others is not kept', () => {
  const isKept = cacheFor(3)
  isKept(0)
  expect(isKept(0)).toBe(false)
})
