import { ByteWriter } from '../../../store/bytes.js'
import type { BlockList } from '../lists/block-list.js'
import { writeBlockList } from '../lists/block-list-writer.js'
import type { FormPositions, OccurrenceList } from '../lists/occurrence-list.js'
import { writeOccurrences } from '../lists/occurrence-writer.js'

/** How what is numbered in two segments is numbered in both together. */
export interface Numbering {
  /** True for what is in the base no longer. */
  isDead(number: number): boolean
  /** The number of what was added; above all of the base that has the same meaning. */
  shifted(number: number): number
}

/** The lists of a term in two segments as one: its bytes. */
export function joinPostings(
  base: BlockList | undefined,
  added: BlockList | undefined,
  numbering: Numbering,
): Uint8Array {
  const entries: { passage: number; payload: number }[] = []
  if (base) {
    const { passages, payloads } = base.readAll()
    for (let i = 0; i < passages.length; i++)
      if (!numbering.isDead(passages[i]!))
        entries.push({ passage: passages[i]!, payload: payloads[i]! })
  }
  if (added) {
    const { passages, payloads } = added.readAll()
    for (let i = 0; i < passages.length; i++)
      entries.push({ passage: numbering.shifted(passages[i]!), payload: payloads[i]! })
  }
  // Titles, headings and speakers are numbered together, and each kind is moved by as much as there are of it.
  if (!isAscending(entries)) entries.sort((a, b) => a.passage - b.passage)
  const writer = new ByteWriter()
  writeBlockList(
    writer,
    Uint32Array.from(entries, ({ passage }) => passage),
    Uint8Array.from(entries, ({ payload }) => payload),
  )
  return writer.result()
}

function isAscending(entries: readonly { passage: number }[]): boolean {
  return entries.every(({ passage }, i) => i === 0 || entries[i - 1]!.passage < passage)
}

/** Where a form occurs in two segments, as one list: its bytes. */
export function joinOccurrences(
  base: OccurrenceList | undefined,
  added: OccurrenceList | undefined,
  { isDead, shifted }: Numbering,
): Uint8Array {
  const passages: number[] = []
  const counts: number[] = []
  const positions: number[] = []
  const append = (from: FormPositions, numberOf: (passage: number) => number | undefined) => {
    for (let i = 0; i < from.ids.length; i++) {
      const number = numberOf(from.ids[i]!)
      if (number === undefined) continue
      passages.push(number)
      counts.push(from.starts[i + 1]! - from.starts[i]!)
      for (let place = from.starts[i]!; place < from.starts[i + 1]!; place++)
        positions.push(from.positions[place]!)
    }
  }
  if (base) append(base.positions(), (passage) => (isDead(passage) ? undefined : passage))
  if (added) append(added.positions(), shifted)
  const writer = new ByteWriter()
  writeOccurrences(writer, { passages, counts, positions })
  return writer.result()
}
