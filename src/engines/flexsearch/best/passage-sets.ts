/** Lists one after the other. */
export function concatenated(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const list of lists) {
    all.set(list, next)
    next += list.length
  }
  return all
}

/** Ascending lists as one, each passage once; it may be twice in the second. */
export function merge(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a
  const all = new Uint32Array(a.length + b.length)
  let count = 0
  let i = 0
  for (let j = 0; j < b.length; j++) {
    const other = b[j]!
    while (i < a.length && a[i]! < other) all[count++] = a[i++]!
    if (i < a.length && a[i] === other) continue
    if (count === 0 || all[count - 1] !== other) all[count++] = other
  }
  while (i < a.length) all[count++] = a[i++]!
  return all.subarray(0, count)
}

// The `from` of typed arrays takes twenty times as long as a loop.

/** The values at some places. */
export function pick(values: Float64Array, places: Uint32Array): Float64Array {
  const own = new Float64Array(places.length)
  for (let i = 0; i < places.length; i++) own[i] = values[places[i]!]!
  return own
}

/** The passages at some places. */
export function picked(ids: Uint32Array, places: Uint32Array): Uint32Array {
  const own = new Uint32Array(places.length)
  for (let i = 0; i < places.length; i++) own[i] = ids[places[i]!]!
  return own
}
