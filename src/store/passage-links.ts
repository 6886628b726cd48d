import type { ByteSource } from './bytes.js'
import { Container, packContainer } from './container.js'
import { packList } from './packed-column.js'

/** Confidences are kept in thousandths. */
const SCALE = 1000

const NONE: readonly LinkedPassage[] = []

/** A passage that is linked to another one, by its number. */
export interface LinkedPassage {
  passage: number
  /** 0 to 1. */
  confidence: number
}

/**
 * Packs links, each given once, into a file of the index: columns, by passage.
 *
 * @param places By passage, where it comes in the collection; in the order of the numbers by default.
 */
export function packLinks(
  passageCount: number,
  links: readonly { left: number; right: number; confidence: number }[],
  places: Uint32Array | null = null,
): Uint8Array {
  const both = links.flatMap(({ left, right, confidence }) => [
    { from: left, to: right, confidence },
    { from: right, to: left, confidence },
  ])
  const placeOf = (passage: number) => places?.[passage] ?? passage
  // The surest counterpart first; of equal ones, the first in the collection.
  both.sort(
    (a, b) => a.from - b.from || b.confidence - a.confidence || placeOf(a.to) - placeOf(b.to),
  )
  const offsets = new Uint32Array(passageCount + 1)
  for (const { from } of both) offsets[from + 1]!++
  for (let passage = 0; passage < passageCount; passage++)
    offsets[passage + 1]! += offsets[passage]!
  return packContainer({
    offsets: packList(offsets),
    counterparts: Uint32Array.from(both, ({ to }) => to),
    confidences: Uint16Array.from(both, ({ confidence }) => Math.round(confidence * SCALE)),
  })
}

/** Which passages say the same as a passage in other versions of its document. */
export class PassageLinks {
  private readonly offsets: Uint32Array
  private readonly counterparts: Uint32Array
  private readonly confidences: Uint16Array

  /** @param file As {@link packLinks} makes it; not needed afterwards. */
  constructor(file: ByteSource) {
    const container = new Container(file)
    this.offsets = container.numbers('offsets')
    this.counterparts = container.column('counterparts', Uint32Array)
    this.confidences = container.column('confidences', Uint16Array)
  }

  /** True where no passage is linked to another. */
  get isEmpty(): boolean {
    return this.counterparts.length === 0
  }

  has(passage: number): boolean {
    return this.offsets[passage]! < this.offsets[passage + 1]!
  }

  /** The passages linked to one, the surest first; doubtful ones are among them. */
  of(passage: number): readonly LinkedPassage[] {
    const [first, end] = [this.offsets[passage]!, this.offsets[passage + 1]!]
    if (first === end) return NONE
    const linked: LinkedPassage[] = []
    for (let place = first; place < end; place++)
      linked.push({
        passage: this.counterparts[place]!,
        confidence: this.confidences[place]! / SCALE,
      })
    return linked
  }
}
