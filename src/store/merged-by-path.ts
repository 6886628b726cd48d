import { partitionPoint } from './partition-point.js'

/** Two lists of documents, each in the order of its paths, as one. Of few documents the path is asked for, for each is read. */
export function mergedByPath(
  base: Uint32Array,
  added: Uint32Array,
  pathOf: (number: number) => string,
): Uint32Array {
  if (added.length === 0) return base
  const all = new Uint32Array(base.length + added.length)
  let own = 0
  for (const [i, number] of added.entries()) {
    const path = pathOf(number)
    const next = partitionPoint(own, base.length, (at) => pathOf(base[at]!) < path)
    all.set(base.subarray(own, next), own + i)
    all[next + i] = number
    own = next
  }
  all.set(base.subarray(own), own + added.length)
  return all
}
