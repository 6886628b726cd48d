import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addOdds } from '../../src/engines/flexsearch/best/look-up.js'
import { BEHIND, MOST_PASSAGES } from '../../src/engines/flexsearch/lists/block-format.js'
import { BlockList } from '../../src/engines/flexsearch/lists/block-list.js'
import { writeBlockList } from '../../src/engines/flexsearch/lists/block-list-writer.js'
import {
  EXPECTED,
  ExpectedPayloads,
  expectedFrom,
  LENGTHS,
} from '../../src/engines/flexsearch/lists/expected-payloads.js'
import { OccurrenceList } from '../../src/engines/flexsearch/lists/occurrence-list.js'
import { writeOccurrences } from '../../src/engines/flexsearch/lists/occurrence-writer.js'
import { PlacedPositions } from '../../src/engines/flexsearch/lists/placed-positions.js'
import { ByteWriter } from '../../src/store/bytes.js'

const LENGTH_OF = Uint8Array.from({ length: MOST_PASSAGES }, (_, passage) => passage % 3)
const payload = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 10, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 127 }) },
)
/** What payloads are expected to be: nothing, or some of those that there are, by the length of the passage. */
const anyExpected = fc.option(
  fc.array(payload, { minLength: EXPECTED, maxLength: EXPECTED }).map((payloads) => {
    const byLength = new Uint8Array(EXPECTED * LENGTHS)
    for (const [i, each] of payloads.entries())
      for (let length = 0; length < 3; length++) byLength[i * LENGTHS + length] = each + length
    return new ExpectedPayloads(byLength, LENGTH_OF)
  }),
)

/** Distances as they are in lists of frequent words, of rare ones, and at the edges of the widths. */
const distance = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 500, max: 520 }),
  fc.integer({ min: 131_000, max: 131_100 }),
)
const entry = fc.tuple(distance, payload)
const anyList = listsOf(
  fc.oneof(fc.array(entry, { maxLength: 3 }), fc.array(entry, { minLength: 120, maxLength: 400 })),
)

function listsOf(entries: fc.Arbitrary<[gap: number, payload: number][]>) {
  return entries.map((entries) => {
    let passage = -1
    return entries
      .map(([gap, payload]) => {
        passage += gap
        return { passage, payload }
      })
      .filter(({ passage }) => passage < MOST_PASSAGES)
  })
}

function listOf(
  entries: readonly { passage: number; payload: number }[],
  expected: ExpectedPayloads | null,
): BlockList {
  const writer = new ByteWriter()
  writeBlockList(
    writer,
    Uint32Array.from(entries, ({ passage }) => passage),
    Uint8Array.from(entries, ({ payload }) => payload),
    expected,
  )
  const size = writer.length
  writer.uint(0xffffff, BEHIND)
  const list = new BlockList(writer.result(), entries.length, expected)
  expect(list.size).toBe(size)
  return list
}

describe('a list of passages in blocks', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(anyList, anyExpected, (entries, expected) => {
        const { passages, payloads } = listOf(entries, expected).readAll()
        expect([...passages]).toEqual(entries.map(({ passage }) => passage))
        expect([...payloads]).toEqual(entries.map(({ payload }) => payload))
      }),
    )
  })

  test('knows each passage that it has, no other, and the least payload', () => {
    fc.assert(
      fc.property(anyList, anyExpected, fc.nat(MOST_PASSAGES), (entries, expected, other) => {
        const list = listOf(entries, expected)
        const payloads = new Map(entries.map(({ passage, payload }) => [passage, payload]))
        for (const { passage } of entries.slice(0, 200))
          for (const asked of [passage, passage + 1, other])
            expect(list.payloadOf(asked)).toBe(payloads.get(asked) ?? -1)
        const least = Math.min(...entries.map(({ payload }) => payload))
        if (entries.length > 0) expect(list.low).toBe(least)
      }),
    )
  })

  test('tells each payload by itself, however often it is asked', () => {
    fc.assert(
      fc.property(anyList, anyExpected, fc.array(fc.nat()), (entries, expected, others) => {
        const list = listOf(entries, expected)
        for (let block = 0; block < list.blocks; block++) list.loadPassages(block)
        // Those that are asked for first are not decoded with their blocks.
        for (const place of [...others.map((other) => other % entries.length), ...entries.keys()])
          if (entries.length > 0) expect(list.payloadAt(place)).toBe(entries[place]!.payload)
      }),
    )
  })
})

/** So long that they get a filter, sooner or later; some so dense that it has a bit for each passage. */
const anyLongList = fc.oneof(fc.integer({ min: 1, max: 3 }), distance).chain((gap) =>
  listsOf(
    fc.array(fc.tuple(fc.oneof(fc.constant(gap), distance), payload), {
      minLength: 500,
      maxLength: 1_500,
    }),
  ),
)

test('some passages are looked up as in a map, with a filter and without', () => {
  // Of the passages of the list, their neighbours and others, one in so many.
  const anyQuestion = fc.record({
    step: fc.constantFrom(1, 3, 40),
    shift: fc.integer({ min: -1, max: 1 }),
  })
  const odds = Float64Array.from({ length: 128 }, (_, payload) => payload + 1)
  fc.assert(
    fc.property(
      anyLongList,
      fc.array(anyQuestion, { minLength: 1, maxLength: 8 }),
      (entries, questions) => {
        const list = listOf(entries, null)
        const known = new Map(entries.map(({ passage, payload }) => [passage, payload + 1]))
        for (const { step, shift } of questions) {
          const passages = entries.map(({ passage }) => Math.max(0, passage + shift))
          const asked = passages.filter((_, i) => i % step === 0)
          const ids = Uint32Array.from(new Set(asked))
          const into = new Float64Array(ids.length).fill(0.5)
          addOdds({ list, odds }, ids, into)
          expect([...into]).toEqual(Array.from(ids, (id) => 0.5 + (known.get(id) ?? 0)))
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('nothing but a few bits is kept of a payload that is as expected', () => {
  const expected = expectedFrom(1)
  const bytesOf = (payloads: number[]) => {
    const writer = new ByteWriter()
    writeBlockList(writer, Uint32Array.from(payloads.keys()), Uint8Array.from(payloads), expected)
    return writer.length
  }
  expect(bytesOf(Array(128).fill(1))).toBe(2)
  expect(bytesOf(Array.from({ length: 128 }, (_, i) => 1 + (i % 2)))).toBe(4 + 16 + 32)
  expect(bytesOf(Array(128).fill(100))).toBe(5 + 128)
  expect(bytesOf([1])).toBe(1)
})

describe('where a form occurs', () => {
  const passage = fc.record({
    gap: distance,
    steps: fc.oneof(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 1 }), { minLength: 126, maxLength: 130 }),
    ),
  })
  const anyOccurrences = fc
    .oneof(
      fc.array(passage, { minLength: 1, maxLength: 3 }),
      fc.array(passage, { minLength: 125, maxLength: 300 }),
    )
    .map((passages) => {
      let id = -1
      return new Map(
        passages.map(({ gap, steps }) => {
          id += gap
          let position = -1
          const positions = steps.map((step) => {
            position += step
            return position
          })
          return [id, positions]
        }),
      )
    })

  function listOfOccurrences(occurrences: ReadonlyMap<number, number[]>): OccurrenceList {
    const writer = new ByteWriter()
    writeOccurrences(writer, {
      passages: [...occurrences.keys()],
      counts: [...occurrences.values()].map(({ length }) => length),
      positions: [...occurrences.values()].flat(),
    })
    writer.uint(0, BEHIND)
    return new OccurrenceList(writer.result(), occurrences.size)
  }

  test('gives back all passages, how often in each, and all positions', () => {
    fc.assert(
      fc.property(anyOccurrences, (occurrences) => {
        const list = listOfOccurrences(occurrences)
        const { ids, counts } = list.frequencies()
        expect([...ids]).toEqual([...occurrences.keys()])
        expect([...counts]).toEqual([...occurrences.values()].map(({ length }) => length))
        const { starts, positions } = list.positions()
        const read = Array.from(ids, (id, i) => [
          id,
          [...positions.subarray(starts[i], starts[i + 1])],
        ])
        expect(new Map(read as [number, number[]][])).toEqual(occurrences)
      }),
    )
  })

  test('finds the positions in some passages as if it had gone through all', () => {
    fc.assert(
      fc.property(anyOccurrences, fc.func(fc.boolean()), (occurrences, isAsked) => {
        const near = [...occurrences.keys()].flatMap((id) => [id, id + 1, id + 2])
        const wanted = Uint32Array.from(new Set(near.filter((id) => isAsked(id)))).sort()
        const found = new PlacedPositions()
        listOfOccurrences(occurrences).positionsIn(wanted, found)
        const visited = Array.from({ length: found.count }, (_, i) => [
          wanted[found.places[i]!]!,
          found.positions[i]!,
        ])
        const expected = Array.from(wanted).flatMap((id) =>
          (occurrences.get(id) ?? []).map((position) => [id, position]),
        )
        expect(visited).toEqual(expected)
      }),
    )
  })
})
