import type { Clause } from './clause.js'

/** What makes a passage a hit: it is in one of `anyOf`, in all of `allOf`, in none of `noneOf`, and passes all tests. */
export interface Admission {
  anyOf: readonly Clause[]
  allOf: readonly Clause[]
  noneOf: readonly Clause[]
  tests: readonly ((id: number) => boolean)[]
}

/** The passages that have a state and pass all tests. */
export function passing(
  ids: Uint32Array,
  states: Uint32Array,
  state: number,
  tests: Admission['tests'],
): Uint32Array {
  return ids.filter((id) => states[id] === state && tests.every((test) => test(id)))
}
