/**
 * The first place whose number is `least` or more; `end` where there is none. In ever longer steps, then halves: the next one may be near or far.
 *
 * @param numbers Ascending.
 */
export function placeFrom(
  numbers: Uint32Array,
  least: number,
  from = 0,
  end = numbers.length,
): number {
  let low = from
  let step = 1
  while (low + step <= end && numbers[low + step - 1]! < least) {
    low += step
    step *= 2
  }
  let high = Math.min(end, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
