import { ByteWriter } from '../../../store/bytes.js'
import { BEHIND } from '../lists/block-format.js'
import type { BlockList } from '../lists/block-list.js'
import { writeBlockList } from '../lists/block-list-writer.js'
import type { OccurrenceList } from '../lists/occurrence-list.js'
import { writeOccurrences } from '../lists/occurrence-writer.js'
import type { Numbering } from './numbering.js'

/** The lists of a term in two segments as one: its bytes. */
export function joinPostings(
  base: BlockList | undefined,
  added: BlockList | undefined,
  numbering: Numbering,
): Uint8Array {
  const most = (base?.length ?? 0) + (added?.length ?? 0)
  const passages = new Uint32Array(most)
  const payloads = new Uint8Array(most)
  let length = 0
  const append = (list: BlockList, numberOf: (passage: number) => number) => {
    const own = list.readAll()
    for (let i = 0; i < own.passages.length; i++) {
      const number = numberOf(own.passages[i]!)
      if (number < 0) continue
      passages[length] = number
      payloads[length++] = own.payloads[i]!
    }
  }
  if (base) append(base, (passage) => (numbering.isGone(passage) ? -1 : passage))
  if (added) append(added, numbering.shifted)
  const joined = inOrder(passages.subarray(0, length), payloads.subarray(0, length))
  const writer = new ByteWriter()
  writeBlockList(writer, joined.passages, joined.payloads, null)
  writer.uint(0, BEHIND)
  // It is kept: without the rest of the writer's room.
  return writer.result().slice()
}

/** Titles, headings and speakers are numbered together, and each kind is moved by as much as there are of it. */
function inOrder(passages: Uint32Array, payloads: Uint8Array) {
  if (passages.every((passage, i) => i === 0 || passages[i - 1]! < passage))
    return { passages, payloads }
  const order = Uint32Array.from(passages.keys()).sort((a, b) => passages[a]! - passages[b]!)
  return {
    passages: order.map((place) => passages[place]!),
    payloads: Uint8Array.from(order, (place) => payloads[place]!),
  }
}

/** Where a form occurs in two segments, as one list: its bytes. */
export function joinOccurrences(
  base: OccurrenceList | undefined,
  added: OccurrenceList | undefined,
  numbering: Numbering,
): Uint8Array {
  const passages: number[] = []
  const counts: number[] = []
  const positions: number[] = []
  const append = (list: OccurrenceList, numberOf: (passage: number) => number) => {
    const own = list.positions()
    for (let i = 0; i < own.ids.length; i++) {
      const number = numberOf(own.ids[i]!)
      if (number < 0) continue
      passages.push(number)
      counts.push(own.starts[i + 1]! - own.starts[i]!)
      for (let place = own.starts[i]!; place < own.starts[i + 1]!; place++)
        positions.push(own.positions[place]!)
    }
  }
  if (base) append(base, (passage) => (numbering.isGone(passage) ? -1 : passage))
  if (added) append(added, numbering.shifted)
  const writer = new ByteWriter()
  writeOccurrences(writer, { passages, counts, positions })
  writer.uint(0, BEHIND)
  return writer.result().slice()
}
