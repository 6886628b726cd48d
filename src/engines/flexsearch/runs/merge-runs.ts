import type { Analyzer } from '../../../analysis/analyzer.js'
import type { ByteSink } from '../../../store/bytes.js'
import { writeContainer } from '../../../store/container.js'
import { impactSlot, saturation, termFrequency } from '../bm25.js'
import type { SlotSettings } from '../expected-slots.js'
import type { FieldFiles } from '../field-index.js'
import { PostingsWriter } from '../postings-writer.js'
import { VocabularyWriter } from '../vocabulary-writer.js'
import { FormMerger } from './form-merger.js'
import { compareBytes, type Run, RunCursor } from './run-cursor.js'

/** What a field's impacts and families depend on. */
export interface FieldSettings extends SlotSettings {
  analyzer: Pick<Analyzer, 'fold' | 'family'>
}

/** The number of a field's different terms and forms. */
export interface FieldCounts {
  terms: number
  forms: number
}

/** Postings and positions are handed on when there are so many bytes of them. */
const PIECE = 1 << 20

/**
 * Joins runs that follow one another, in their order, into the files of a field. What comes out does not depend on how the passages were
 * divided into runs. Takes a window of each run, the vocabulary, and the list of a term at a time.
 */
export function mergeRuns(
  runs: readonly Run[],
  settings: FieldSettings,
  sinks: FieldFiles<ByteSink>,
): FieldCounts {
  const vocabulary = new VocabularyWriter(settings.analyzer)
  const postings = new PostingsWriter(settings)
  const frequencies = new TermMerger(settings)
  const forms = new FormMerger(vocabulary)
  for (const cursors of byTerm(runs)) {
    const { bytes, termStart, termEnd } = cursors[0]!
    vocabulary.addTerm(bytes, termStart, termEnd)
    frequencies.merge(cursors)
    postings.add(frequencies.ids, frequencies.slots, frequencies.count)
    forms.merge(cursors)
    postings.drain(sinks.postings, PIECE)
    forms.drain(sinks.positions, PIECE)
  }
  postings.finish(sinks.postings)
  forms.finish(sinks.positions)
  const columns = { ...vocabulary.columns(), ...postings.columns(), ...forms.columns() }
  writeContainer(sinks.vocabulary, columns)
  return { terms: vocabulary.termCount, forms: vocabulary.formCount }
}

/** The cursors of the runs that have a term, in the order of the runs, each behind the term; term by term. */
function* byTerm(runs: readonly Run[]): Generator<RunCursor[]> {
  const heap = new CursorHeap()
  for (const [place, run] of runs.entries()) {
    const cursor = new RunCursor(run, place)
    if (cursor.advance()) heap.push(cursor)
  }
  for (let first = heap.pop(); first; first = heap.pop()) {
    // A new list: to empty one takes a call of the runtime.
    const group = [first]
    for (let next = heap.top; next && compareTerms(next, first) === 0; next = heap.top)
      group.push(heap.pop()!)
    yield group
    for (const cursor of group) if (cursor.advance()) heap.push(cursor)
  }
}

function compareTerms(a: RunCursor, b: RunCursor): number {
  return compareBytes(a.bytes, a.termStart, a.termEnd, b.bytes, b.termStart, b.termEnd)
}

/** A binary heap: the least term first, of equal ones the earlier run's. */
class CursorHeap {
  private readonly cursors: RunCursor[] = []

  get top(): RunCursor | undefined {
    return this.cursors[0]
  }

  push(cursor: RunCursor): void {
    const { cursors } = this
    let place = cursors.push(cursor) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(cursor, cursors[parent]!)) break
      cursors[place] = cursors[parent]!
      place = parent
    }
    cursors[place] = cursor
  }

  pop(): RunCursor | undefined {
    const { cursors } = this
    const top = cursors[0]
    const last = cursors.pop()
    if (!last || last === top) return top
    let place = 0
    for (let child = 1; child < cursors.length; child = 2 * place + 1) {
      if (child + 1 < cursors.length && isBefore(cursors[child + 1]!, cursors[child]!)) child++
      if (!isBefore(cursors[child]!, last)) break
      cursors[place] = cursors[child]!
      place = child
    }
    cursors[place] = last
    return top
  }
}

function isBefore(a: RunCursor, b: RunCursor): boolean {
  return (compareTerms(a, b) || a.place - b.place) < 0
}

/** Slots are remembered of words that are so often, at most, in passages of so many words. */
const REMEMBERED = { frequency: 8, length: 1024 }

/** Joins the postings of one term at a time. */
class TermMerger {
  ids = new Uint32Array(1024)
  slots = new Uint8Array(1024)
  /** How many there are. */
  count = 0
  /** One more than the slot, by frequency and length; 0 where it has not been asked for. */
  private readonly known = new Uint8Array(REMEMBERED.frequency * REMEMBERED.length)

  constructor(private readonly settings: FieldSettings) {}

  merge(cursors: readonly RunCursor[]): void {
    this.count = 0
    for (const cursor of cursors) {
      let passage = cursor.base
      const count = cursor.varint()
      this.reserve(count)
      for (let left = count; left > 0; left--) {
        passage += cursor.varint()
        const code = cursor.varint()
        this.slots[this.count] =
          code & 1
            ? this.slot(passage, code >>> 1, cursor.varint())
            : this.slotOfWord(passage, code >>> 1)
        this.ids[this.count++] = passage
      }
    }
  }

  private slotOfWord(passage: number, frequency: number): number {
    const length = this.settings.lengths[passage]!
    if (frequency >= REMEMBERED.frequency || length >= REMEMBERED.length)
      return this.slot(passage, frequency, 0)
    const place = frequency * REMEMBERED.length + length
    if (this.known[place] === 0) this.known[place] = this.slot(passage, frequency, 0) + 1
    return this.known[place]! - 1
  }

  private slot(passage: number, asWord: number, asPart: number): number {
    const { lengths, averageLength, bm25 } = this.settings
    const k = saturation(lengths[passage]!, averageLength, bm25)
    return impactSlot(termFrequency(asWord, asPart), k)
  }

  private reserve(more: number): void {
    const size = this.count + more
    if (size <= this.ids.length) return
    const [ids, slots] = [new Uint32Array(2 * size), new Uint8Array(2 * size)]
    ids.set(this.ids.subarray(0, this.count))
    slots.set(this.slots.subarray(0, this.count))
    this.ids = ids
    this.slots = slots
  }
}
