/**
 * The first place for which something no longer holds, of places for which it holds up to one of them and not from there on; `end`
 * where it holds for all. By binary search.
 */
export function partitionPoint(
  start: number,
  end: number,
  holds: (place: number) => boolean,
): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
