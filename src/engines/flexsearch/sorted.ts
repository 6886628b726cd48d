import { compareByCodePoint } from '../../store/strings.js'

/** The first place of a sorted list whose string is not below `wanted`; `length` if there is none. */
export function firstNotBelow(
  wanted: string,
  length: number,
  at: (place: number) => string,
): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareByCodePoint(at(middle), wanted) < 0) low = middle + 1
    else high = middle
  }
  return low
}
