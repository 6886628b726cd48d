import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ByteSource, memorySource } from '../../src/store/bytes.js'
import { ResidentSource } from '../../src/store/resident-source.js'

const PAGE = 16

/** Bytes of a file, and how often each of its pages was read. What is borrowed is overwritten by the next read, as that of a file is. */
function fileOf(bytes: Uint8Array) {
  const counts = new Array<number>(Math.ceil(bytes.length / PAGE)).fill(0)
  const scratch = new Uint8Array(PAGE)
  const { read } = memorySource(bytes)
  const source: ByteSource = {
    size: bytes.length,
    read,
    borrow(offset, length) {
      counts[offset / PAGE]!++
      scratch.fill(255)
      scratch.set(read(offset, length))
      return scratch.subarray(0, length)
    },
    close() {},
  }
  return { counts, source }
}

const anyFile = fc.uint8Array({ minLength: 1, maxLength: 5 * PAGE }).chain((bytes) =>
  fc.record({
    bytes: fc.constant(bytes),
    stretches: fc.array(
      fc
        .tuple(fc.nat(bytes.length - 1), fc.nat(bytes.length - 1))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 })),
    ),
  }),
)

test('gives the bytes of the file, and reads each page once, if any of it is asked for', () => {
  fc.assert(
    fc.property(anyFile, fc.boolean(), ({ bytes, stretches }, ahead) => {
      const { counts, source } = fileOf(bytes)
      const resident = new ResidentSource(source, PAGE)
      const asked = counts.map(() => 0)
      const given = stretches.map(({ start, end }) => {
        for (let at = start; at < end; at++) asked[Math.floor(at / PAGE)] = 1
        return resident.read(start, end - start)
      })
      expect(counts).toEqual(asked)
      if (ahead) {
        for (const _ of resident.readAhead());
        expect(counts).toEqual(counts.map(() => 1))
      }
      // They stay as they were given.
      for (const [i, { start, end }] of stretches.entries())
        expect(given[i]).toEqual(bytes.subarray(start, end))
    }),
  )
})

test('reads again after it was closed', () => {
  const { counts, source } = fileOf(Uint8Array.of(1, 2, 3))
  const resident = new ResidentSource(source, PAGE)
  for (let i = 0; i < 2; i++) {
    expect([...resident.borrow(1, 2)]).toEqual([2, 3])
    resident.close()
  }
  expect(counts).toEqual([2])
})

test('refuses to read what is not in the file', () => {
  const resident = new ResidentSource(memorySource(Uint8Array.of(1, 2, 3)), PAGE)
  expect(() => resident.read(2, 2)).toThrow(RangeError)
  expect(() => resident.read(-1, 2)).toThrow(RangeError)
})
