/** True where `a` comes before `b`; a total order. */
export type Before = (a: number, b: number) => boolean

type Heap = Uint32Array | number[]

/** Makes a binary heap of all entries, the one that comes before all others at the root. */
export function heapify(heap: Heap, before: Before): void {
  for (let parent = (heap.length >> 1) - 1; parent >= 0; parent--)
    sink(heap, heap.length, parent, before)
}

/** Moves an entry down among the first `size` until none below it comes before it. */
export function sink(heap: Heap, size: number, from: number, before: Before): void {
  const entry = heap[from]!
  let parent = from
  for (;;) {
    let child = 2 * parent + 1
    if (child >= size) break
    if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child++
    if (!before(heap[child]!, entry)) break
    heap[parent] = heap[child]!
    parent = child
  }
  heap[parent] = entry
}
