import type { PassageGroups } from '../../store/passage-groups.js'
import { placeFrom } from '../../store/place-from.js'

/** Where there are so many passages to look at for each number with odds, their passages are looked for among these. */
const FEW = 4

/** Fields of one kind, ascending, and what a word counts in each. */
export interface NumberedOdds {
  numbers: readonly number[]
  odds: readonly number[]
}

/** What two words count together. */
export function addedUp(one: NumberedOdds, other: NumberedOdds): NumberedOdds {
  const sums = new Map(one.numbers.map((number, i) => [number, one.odds[i]!]))
  for (const [i, number] of other.numbers.entries())
    sums.set(number, (sums.get(number) ?? 0) + other.odds[i]!)
  const numbers = [...sums.keys()].sort((a, b) => a - b)
  return { numbers, odds: numbers.map((number) => sums.get(number)!) }
}

/** What a word's occurrences in one field are worth, by the field's numbers. */
export class FieldOdds {
  /** Number of passages that have any. */
  readonly size: number
  /** No passage has more. */
  readonly most: number
  /** Those with odds, ascending. */
  private readonly numbers: Uint32Array
  private readonly odds: Float64Array
  /** A bit where there are odds: nearly all passages need no more than this. */
  private readonly present: Uint32Array

  constructor(
    private readonly groups: PassageGroups,
    { numbers, odds }: NumberedOdds,
  ) {
    this.numbers = new Uint32Array(numbers)
    this.odds = new Float64Array(odds)
    this.present = new Uint32Array((groups.count + 31) >>> 5)
    let [size, most] = [0, 0]
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!
      this.present[number >>> 5]! |= 1 << (number & 31)
      size += groups.sizeOf(number)
      most = Math.max(most, odds[i]!)
    }
    this.size = size
    this.most = most
  }

  of(passage: number): number {
    const number = this.groups.numbers[passage]!
    return (this.present[number >>> 5]! >>> (number & 31)) & 1 ? this.get(number) : 0
  }

  /** Adds the odds of some passages, by place. @param passages Ascending. */
  addTo(odds: Float64Array, passages: Uint32Array, count: number): void {
    if (this.groups.isInOrder && FEW * this.numbers.length < count)
      this.addByRange(odds, passages, count)
    else this.addByPassage(odds, passages, count)
  }

  /** The passages of each number. */
  passages(): Uint32Array[] {
    return Array.from(this.numbers, (number) => this.groups.of(number))
  }

  /** All of them in one list, ascending. */
  ascending(): Uint32Array {
    const { groups, numbers } = this
    const all = new Uint32Array(this.size)
    let next = 0
    for (let i = 0; i < numbers.length; i++) next = groups.copyTo(all, next, numbers[i]!)
    return groups.isInOrder ? all : all.sort()
  }

  /** Of a number that has odds. */
  private get(number: number): number {
    return this.odds[placeFrom(this.numbers, number)]!
  }

  private addByPassage(odds: Float64Array, passages: Uint32Array, count: number): void {
    const { present } = this
    const { numbers } = this.groups
    for (let i = 0; i < count; i++) {
      const number = numbers[passages[i]!]!
      if ((present[number >>> 5]! >>> (number & 31)) & 1) odds[i]! += this.get(number)
    }
  }

  private addByRange(odds: Float64Array, passages: Uint32Array, count: number): void {
    const { groups, numbers } = this
    for (let i = 0, place = 0; i < numbers.length; i++) {
      const number = numbers[i]!
      place = placeFrom(passages, groups.startOf(number), place, count)
      if (place === count) return
      const end = groups.startOf(number + 1)
      const own = this.odds[i]!
      for (; place < count && passages[place]! < end; place++) odds[place]! += own
    }
  }
}
