import type { Container } from '../../store/container.js'
import { packNumbers } from '../../store/packed-column.js'
import { type Bm25Settings, impactSlot, saturation, termFrequency } from './bm25.js'
import { EXPECTED, ExpectedPayloads, LENGTHS } from './lists/expected-payloads.js'

/** What the slots of a field were computed from. */
export interface SlotSettings {
  /** Of all passages, by number: words with weight. */
  lengths: Uint32Array
  averageLength: number
  bm25: Bm25Settings
}

/** How often a term is a word in a passage, and how often a part of one: what is most frequent first, as counted in passages of both languages. */
const FREQUENCIES: readonly (readonly [asWord: number, asPart: number])[] = [
  [1, 0],
  [2, 0],
  [0, 1],
  [3, 0],
  [1, 1],
  [4, 0],
  [0, 2],
  [2, 1],
  [5, 0],
  [1, 2],
  [3, 1],
  [6, 0],
  [0, 3],
  [7, 0],
  [8, 0],
  [2, 2],
]

/** The slots of the usual frequencies, which are not kept: a passage's length tells them. */
export function expectedSlots({ lengths, ...settings }: SlotSettings): ExpectedPayloads {
  return new ExpectedPayloads(slotsOf(settings), Uint8Array.from(lengths, known))
}

/** What {@link readExpectedSlots} reads. */
export function slotColumns({ lengths, averageLength, bm25: { k1, b } }: SlotSettings) {
  return {
    lengths: packNumbers(lengths.length, (passage) => known(lengths[passage]!)),
    saturation: Float64Array.of(averageLength, k1, b),
  }
}

/** @param lengths As {@link shortLengths} makes them, where they are known already. */
export function readExpectedSlots(container: Container, lengths?: Uint8Array): ExpectedPayloads {
  const [averageLength, k1, b] = container.column('saturation', Float64Array)
  const slots = slotsOf({ averageLength: averageLength!, bm25: { k1: k1!, b: b! } })
  return new ExpectedPayloads(slots, lengths ?? new Uint8Array(container.numbers('lengths')))
}

function slotsOf({ averageLength, bm25 }: Omit<SlotSettings, 'lengths'>): Uint8Array {
  const slots = new Uint8Array(EXPECTED * LENGTHS)
  const ks = Float64Array.from({ length: LENGTHS }, (_, length) =>
    saturation(length, averageLength, bm25),
  )
  for (const [i, [asWord, asPart]] of FREQUENCIES.entries()) {
    const frequency = termFrequency(asWord, asPart)
    for (let length = 0; length < LENGTHS; length++)
      slots[i * LENGTHS + length] = impactSlot(frequency, ks[length]!)
  }
  return slots
}

/** Lengths of passages, those that are too long to be told apart as one. */
export function shortLengths(lengths: Uint16Array): Uint8Array {
  return new Uint8Array(new Uint8ClampedArray(lengths).buffer)
}

function known(length: number): number {
  return Math.min(length, LENGTHS - 1)
}
