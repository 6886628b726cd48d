/** An array with room for more numbers after the first `count`, which stay. */
export function roomFor<Numbers extends Uint32Array | Float64Array>(
  numbers: Numbers,
  count: number,
  more: number,
): Numbers {
  if (count + more <= numbers.length) return numbers
  const larger = new (numbers.constructor as new (length: number) => Numbers)(
    Math.max(LEAST, 2 * (count + more)),
  )
  larger.set(numbers.subarray(0, count))
  return larger
}

const LEAST = 1_024

/** Room for more is not kept from one search to the next. */
export const KEPT = 2 ** 18
