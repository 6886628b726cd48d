/**
 * The places of the `count` best scores, best first; equal scores in the order of their ids, so that
 * the same question always has the same answer. A bounded binary heap with the worst kept on top.
 */
export function selectBest(ids: Uint32Array, scores: Float64Array, count: number): number[] {
  const worse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && ids[a]! > ids[b]!)
  const heap: number[] = []
  for (let i = 0; i < ids.length && count > 0; i++) {
    if (heap.length < count) siftUp(heap, i, worse)
    else if (worse(heap[0]!, i)) replaceTop(heap, i, worse)
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1))
}

type Worse = (a: number, b: number) => boolean

function siftUp(heap: number[], place: number, worse: Worse): void {
  let child = heap.push(place) - 1
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!worse(place, heap[parent]!)) break
    heap[child] = heap[parent]!
    child = parent
  }
  heap[child] = place
}

function replaceTop(heap: number[], place: number, worse: Worse): void {
  let parent = 0
  for (;;) {
    let child = 2 * parent + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && worse(heap[child + 1]!, heap[child]!)) child++
    if (!worse(heap[child]!, place)) break
    heap[parent] = heap[child]!
    parent = child
  }
  heap[parent] = place
}
