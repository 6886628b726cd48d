import type { Originals } from '../../../duplicates/originals.js'
import { PassageSet } from '../passage-set.js'
import { placesOf } from '../select.js'

/** Which passages repeat an original: the other way round to {@link Originals}. */
export class Copies {
  /** Number of passages that are a near-duplicate of another. */
  readonly count: number
  /** By original: where its copies begin, and at the end where the last one's end. Made when first asked for. */
  private starts: Uint32Array | undefined
  private copies = new Uint32Array()
  private all: PassageSet | undefined

  constructor(private readonly originals: Originals) {
    let count = 0
    for (let id = 0; id < originals.count.length; id++) if (originals.count[id]! > 0) count++
    this.count = count
  }

  /** The passages that have an original in common with a passage, itself among them; one may be there twice. */
  near(id: number): Uint32Array {
    const { first, count } = this.originals
    if (count[id] === 0) return new Uint32Array()
    const starts = this.starts ?? this.invert()
    return this.copies.subarray(starts[first[id]!]!, starts[first[id]! + count[id]!]!)
  }

  /** Those of some passages that have an original, ascending. */
  among(passages: PassageSet): Uint32Array {
    const { count } = this.originals
    this.all ??= PassageSet.of(
      placesOf(count, (id) => count[id]! > 0),
      passages.capacity,
    )
    return passages.common(this.all)
  }

  private invert(): Uint32Array {
    const { first, count } = this.originals
    const starts = new Uint32Array(count.length + 2)
    const each = (visit: (original: number, id: number) => void) => {
      for (let id = 0; id < count.length; id++)
        for (let i = 0; i < count[id]!; i++) visit(first[id]! + i, id)
    }
    each((original) => {
      starts[original + 2]!++
    })
    for (let i = 2; i < starts.length; i++) starts[i]! += starts[i - 1]!
    this.copies = new Uint32Array(starts[starts.length - 1]!)
    each((original, id) => {
      this.copies[starts[original + 1]!++] = id
    })
    this.starts = starts
    return starts
  }
}
