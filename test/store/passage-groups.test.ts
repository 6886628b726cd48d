import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PassageGroups } from '../../src/store/passage-groups.js'

const numbers = fc.array(fc.nat(12), { maxLength: 60 })
const inOrder = numbers.map((list) => list.sort((a, b) => a - b))

describe('passages in groups', () => {
  it('are those of each group, ascending, in whatever order the groups come', () => {
    fc.assert(
      fc.property(fc.oneof(numbers, inOrder), fc.nat(3), (list, more) => {
        const count = Math.max(-1, ...list) + 1 + more
        const groups = new PassageGroups(Uint32Array.from(list), count)
        for (let group = 0; group < count; group++) {
          const own = [...list.keys()].filter((passage) => list[passage] === group)
          expect([...groups.of(group)]).toEqual(own)
          expect(groups.sizeOf(group)).toBe(own.length)
        }
      }),
    )
  })
})
