import type { Clause } from './clause.js'
import { chunksOf, type InPieces } from './in-pieces.js'
import type { PassageSet } from './passage-set.js'

/** What makes a passage a hit: it is in one of `anyOf`, in all of `allOf`, not excluded, and passes all tests. */
export interface Admission {
  anyOf: readonly Clause[]
  allOf: readonly Clause[]
  excluded: PassageSet | undefined
  tests: readonly ((id: number) => boolean)[]
}

/** Of some passages, those that have a state, are not excluded, and pass all tests. */
export function* passing(
  ids: Uint32Array,
  states: Uint32Array,
  state: number,
  { excluded, tests }: Admission,
): InPieces<Uint32Array> {
  const passed = new Uint32Array(ids.length)
  let count = 0
  for (const some of chunksOf(ids)) {
    for (let i = 0; i < some.length; i++) {
      const id = some[i]!
      if (states[id] !== state || excluded?.has(id)) continue
      if (tests.every((test) => test(id))) passed[count++] = id
    }
    yield
  }
  return passed.subarray(0, count)
}
