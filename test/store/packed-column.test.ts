import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memorySource } from '../../src/store/bytes.js'
import { Container, packContainer } from '../../src/store/container.js'
import { packNumbers } from '../../src/store/packed-column.js'
import { PassageHashes, PassageHashesWriter } from '../../src/store/passage-hashes.js'

/** Numbers of all sizes, in stretches of which some are narrow. */
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  .chain(([width, least]) =>
    fc.array(fc.integer({ min: least, max: Math.min(2 ** 32 - 1, least + 2 ** width - 1) }), {
      maxLength: 100,
    }),
  )
const numbers = fc.array(stretch, { maxLength: 8 }).map((stretches) => stretches.flat())

function columnOf(values: readonly number[]) {
  const packed = packNumbers(values.length, (place) => values[place]!)
  const bytes = packContainer({ before: Uint8Array.of(1), values: packed })
  return new Container(memorySource(bytes)).packed('values')
}

describe('a packed column', () => {
  it('gives back the numbers that were packed, one by one, in stretches and all at once', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.nat(), (values, a, b) => {
        const column = columnOf(values)
        const [start, end] = [a % (values.length + 1), b % (values.length + 1)].sort(
          (x, y) => x - y,
        ) as [number, number]
        expect(column.length).toBe(values.length)
        expect(values.map((_, place) => column.at(place))).toEqual(values)
        expect([...column.range(start, end)]).toEqual(values.slice(start, end))
        const used = new Uint32Array(end - start).fill(7)
        expect([...column.range(start, end, used)]).toEqual(values.slice(start, end))
        expect([...columnOf(values).values()]).toEqual(values)
      }),
    )
  })

  it('gives back negative numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 200 }), (values) => {
        const column = columnOf(values)
        expect(values.map((_, place) => column.signed(place))).toEqual(values)
      }),
    )
  })

  it('takes no more for numbers that are the same than for one', () => {
    const same = packNumbers(64, () => 1_000_000)
    expect(same.length).toBe(packNumbers(1, () => 0).length)
  })
})

describe('the hashes of passages', () => {
  it('come back as they were, whatever they are written with', () => {
    const plain = fc
      .array(fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789'), { minLength: 8, maxLength: 8 })
      .map((letters) => letters.join(''))
    const hash = fc.oneof(
      plain,
      fc.string(),
      plain.map((text) => `${text}-a2bc`),
    )
    fc.assert(
      fc.property(fc.array(hash), (hashes) => {
        const writer = new PassageHashesWriter()
        for (const each of hashes) writer.add(each)
        expect(hashes.map((_, place) => writer.at(place))).toEqual(hashes)
        const read = new PassageHashes(new Container(memorySource(packContainer(writer.columns()))))
        expect(hashes.map((_, place) => read.at(place))).toEqual(hashes)
      }),
    )
  })
})
