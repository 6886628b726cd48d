/** Two lists of documents, each in the order of its paths, as one. */
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
    const next = firstFrom(base, own, (other) => pathOf(other) >= path)
    all.set(base.subarray(own, next), own + i)
    all[next + i] = number
    own = next
  }
  all.set(base.subarray(own), own + added.length)
  return all
}

/** The first place from one on for whose number something is true, as it is for all that follow; few are looked at, for each is read. */
function firstFrom(
  numbers: Uint32Array,
  from: number,
  isTrue: (number: number) => boolean,
): number {
  let low = from
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(numbers[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
