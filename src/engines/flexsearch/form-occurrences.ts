import type { ByteSource } from '../../store/bytes.js'
import { VarintReader } from '../../store/bytes.js'

/** The passages (or sections) that have a word form, ascending, and how often each. */
export interface FormOccurrences {
  ids: Uint32Array
  counts: Uint32Array
}

/** Passages, ascending; those of `ids[i]` are `positions[starts[i]]` to before `positions[starts[i + 1]]`. */
export interface FormPositions {
  ids: Uint32Array
  starts: Uint32Array
  /** Ascending within a passage. */
  positions: Uint32Array
}

/** Where the forms of a field occur: read from its file form by form. */
export class OccurrenceReader {
  /**
   * @param offsets By form: where its bytes begin; the last is the end.
   * @param frequencyOf Number of passages that have a form.
   */
  constructor(
    private readonly source: ByteSource,
    private readonly offsets: Uint32Array,
    private readonly frequencyOf: (form: number) => number,
  ) {}

  occurrences(form: number): FormOccurrences {
    return this.read(form).occurrences
  }

  positions(form: number): FormPositions {
    const { occurrences, reader } = this.read(form)
    const { ids, counts } = occurrences
    const starts = new Uint32Array(ids.length + 1)
    for (let i = 0; i < ids.length; i++) starts[i + 1] = starts[i]! + counts[i]!
    const positions = new Uint32Array(starts[ids.length]!)
    for (let i = 0; i < ids.length; i++)
      readAscending(reader, positions, starts[i]!, starts[i + 1]!)
    return { ids, starts, positions }
  }

  /**
   * Visits the positions of a form in some of the passages that have it; each by its place among them.
   *
   * @param passages Ascending.
   */
  positionsIn(
    form: number,
    passages: Uint32Array,
    visit: (place: number, position: number) => void,
  ): void {
    const reader = this.readerOf(form)
    const size = this.frequencyOf(form)
    const { wanted, places } = commonTo(reader, size, passages)
    if (wanted.length === 0) return
    const counts = new Uint32Array(size)
    for (let i = 0; i < size; i++) counts[i] = reader.next()
    for (let i = 0, next = 0; next < wanted.length; i++) {
      const isWanted = wanted[next] === i
      for (let n = 0, position = 0; n < counts[i]!; n++) {
        position += reader.next()
        if (isWanted) visit(places[next]!, position)
      }
      next += Number(isWanted)
    }
  }

  private read(form: number): { occurrences: FormOccurrences; reader: VarintReader } {
    const reader = this.readerOf(form)
    const size = this.frequencyOf(form)
    const ids = ascending(reader, size)
    const counts = new Uint32Array(size)
    for (let i = 0; i < size; i++) counts[i] = reader.next()
    return { occurrences: { ids, counts }, reader }
  }

  private readerOf(form: number): VarintReader {
    const start = this.offsets[form]!
    return new VarintReader(this.source.read(start, this.offsets[form + 1]! - start))
  }
}

/** Which of `size` ascending passages, read from `reader`, are among some: by their places there and here. */
function commonTo(reader: VarintReader, size: number, passages: Uint32Array) {
  const wanted: number[] = []
  const places: number[] = []
  for (let i = 0, id = 0, next = 0; i < size; i++) {
    id += reader.next()
    while (next < passages.length && passages[next]! < id) next++
    if (next === passages.length || passages[next] !== id) continue
    wanted.push(i)
    places.push(next)
  }
  return { wanted, places }
}

/** Numbers that were written as differences. */
export function ascending(reader: VarintReader, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  readAscending(reader, numbers, 0, count)
  return numbers
}

/** Fills a stretch of an array with ascending numbers that were written as differences. */
function readAscending(reader: VarintReader, into: Uint32Array, start: number, end: number): void {
  let previous = 0
  for (let i = start; i < end; i++) {
    previous += reader.next()
    into[i] = previous
  }
}
