import type { Scores } from './accumulator.js'
import { type Before, heapify, sink } from './heap.js'
import { atOnce, chunksOf, type InPieces } from './in-pieces.js'

/**
 * Best score first; equal scores in the order of the ids, so that the same question always has the same answer.
 *
 * @param order By id its place, where that is not the order of the ids.
 */
export function byScore({ ids, scores }: Scores, order: Uint32Array | null = null): Before {
  const placeOf = (id: number) => (order ? order[id]! : id)
  return (a, b) =>
    scores[a]! > scores[b]! || (scores[a] === scores[b] && placeOf(ids[a]!) < placeOf(ids[b]!))
}

/** The first `count` of some entries, in order. */
export function selectFirst(entries: Uint32Array, count: number, before: Before): number[] {
  return atOnce(firstInPieces(entries, count, before))
}

/** The same, piece by piece. A bounded heap keeps the last of them at its root. */
export function* firstInPieces(
  entries: Uint32Array,
  count: number,
  before: Before,
): InPieces<number[]> {
  const after: Before = (a, b) => before(b, a)
  const heap = Array.from(entries.subarray(0, count))
  heapify(heap, after)
  if (count > 0)
    for (const some of chunksOf(entries.subarray(count))) yield keepFirst(heap, some, before, after)
  return heap.sort((a, b) => (before(a, b) ? -1 : 1))
}

/** Keeps in a heap what comes first. */
function keepFirst(heap: number[], entries: Uint32Array, before: Before, after: Before): void {
  for (let i = 0; i < entries.length; i++) {
    if (!before(entries[i]!, heap[0]!)) continue
    heap[0] = entries[i]!
    sink(heap, heap.length, 0, after)
  }
}

/**
 * The places of the best `count` hits, in no order; of equal scores those that come first. Nearly all hits are
 * passed by after one comparison.
 *
 * @param order By id its place, where that is not the order of the ids.
 */
export function bestPlaces(
  { ids: numbers, scores }: Scores,
  count: number,
  order: Uint32Array | null = null,
): number[] {
  const ids = order ? numbers.map((id) => order[id]!) : numbers
  // A heap with the last of the best at the root.
  const heap: number[] = []
  const size = Math.min(count, ids.length)
  for (let place = 0; place < size; place++) rise(heap, place, ids, scores)
  if (size === 0) return heap
  let least = scores[heap[0]!]!
  for (let place = size; place < ids.length; place++) {
    if (scores[place]! < least || (scores[place] === least && ids[place]! > ids[heap[0]!]!))
      continue
    replaceRoot(heap, place, ids, scores)
    least = scores[heap[0]!]!
  }
  return heap
}

type Ids = Scores['ids']

function isAfter(a: number, b: number, ids: Ids, scores: Float64Array): boolean {
  return scores[a]! < scores[b]! || (scores[a] === scores[b] && ids[a]! > ids[b]!)
}

function rise(heap: number[], entry: number, ids: Ids, scores: Float64Array): void {
  let place = heap.length
  heap.push(entry)
  while (place > 0) {
    const parent = (place - 1) >> 1
    if (!isAfter(entry, heap[parent]!, ids, scores)) break
    heap[place] = heap[parent]!
    place = parent
  }
  heap[place] = entry
}

function replaceRoot(heap: number[], entry: number, ids: Ids, scores: Float64Array): void {
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isAfter(heap[child + 1]!, heap[child]!, ids, scores)) child++
    if (!isAfter(heap[child]!, entry, ids, scores)) break
    heap[place] = heap[child]!
    place = child
  }
  heap[place] = entry
}

/**
 * The numbers with the greatest counts, greatest first; without those that have none.
 *
 * @param placeOf Puts equals in order, where that is not the order of their numbers.
 */
export function mostFrequent(
  counts: Uint32Array,
  limit: number,
  placeOf: Uint32Array | null = null,
): number[] {
  const isFirst = (a: number, b: number) => (placeOf ? placeOf[a]! < placeOf[b]! : a < b)
  const before: Before = (a, b) =>
    counts[a]! > counts[b]! || (counts[a] === counts[b] && isFirst(a, b))
  const after: Before = (a, b) => before(b, a)
  const heap: number[] = []
  let least = 1
  for (let number = 0; number < counts.length && limit > 0; number++) {
    const count = counts[number]!
    if (count < least) continue
    if (heap.length < limit) {
      heap.push(number)
      if (heap.length < limit) continue
      heapify(heap, after)
    } else {
      if (count === least && !isFirst(number, heap[0]!)) continue
      heap[0] = number
      sink(heap, limit, 0, after)
    }
    least = counts[heap[0]!]!
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1))
}

/** Entries that are taken in order, a few at a time: no pause is as long as sorting all of them. */
export class LazyOrder {
  private size: number

  /** @param entries Reordered in place. */
  constructor(
    private readonly entries: Uint32Array,
    private readonly before: Before,
  ) {
    this.size = entries.length
    heapify(entries, before)
  }

  /** The next entries, fewer than `count` at the end. */
  take(count: number): number[] {
    const taken: number[] = []
    while (taken.length < count && this.size > 0) {
      taken.push(this.entries[0]!)
      this.entries[0] = this.entries[--this.size]!
      sink(this.entries, this.size, 0, this.before)
    }
    return taken
  }
}

/** The places 0, 1, … of a list, or those of them that pass. The `filter` of typed arrays takes ten times as long. */
export function placesOf(
  { length }: { length: number },
  passes: (place: number) => boolean = () => true,
): Uint32Array {
  const places = new Uint32Array(length)
  let count = 0
  for (let place = 0; place < length; place++) if (passes(place)) places[count++] = place
  return count === length ? places : places.slice(0, count)
}
