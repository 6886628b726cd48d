/** The first place of ascending numbers whose number is not below one. */
export function firstNotBelow(wanted: number, numbers: ArrayLike<number>): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
