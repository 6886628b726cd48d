import type { Analyzer } from '../../../analysis/analyzer.js'
import type { ByteSink } from '../../../store/bytes.js'
import { writeContainer } from '../../../store/container.js'
import { NumberList } from '../../../store/number-list.js'
import { type Bm25Settings, impactSlot, saturation, termFrequency } from '../bm25.js'
import type { FieldFiles } from '../field-index.js'
import { PostingsWriter } from '../postings-writer.js'
import { VocabularyWriter } from '../vocabulary-writer.js'
import { FormMerger } from './form-merger.js'
import { compareBytes, type Run, RunCursor } from './run-cursor.js'

/** What a field's impacts and families depend on. */
export interface FieldSettings {
  analyzer: Pick<Analyzer, 'fold' | 'family'>
  /** Of all passages, by number: words with weight. */
  lengths: Uint32Array
  averageLength: number
  bm25: Bm25Settings
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
  const postings = new PostingsWriter()
  const frequencies = new TermMerger(settings)
  const forms = new FormMerger(vocabulary)
  for (const cursors of byTerm(runs)) {
    const [{ bytes, termStart, termEnd }] = cursors as [RunCursor]
    vocabulary.addTerm(bytes, termStart, termEnd)
    frequencies.merge(cursors)
    postings.add(frequencies.ids, frequencies.slots)
    forms.merge(cursors)
    postings.drain(sinks.postings, PIECE)
    forms.drain(sinks.positions, PIECE)
  }
  postings.drain(sinks.postings)
  forms.drain(sinks.positions)
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
  const group: RunCursor[] = []
  for (let first = heap.pop(); first; first = heap.pop()) {
    group.length = 0
    group.push(first)
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

/** Joins the postings of one term at a time. */
class TermMerger {
  ids: Uint32Array = new Uint32Array(0)
  slots: Uint8Array = new Uint8Array(0)
  private readonly passages = new NumberList()
  private levels = new Uint8Array(1024)

  constructor(private readonly settings: FieldSettings) {}

  merge(cursors: readonly RunCursor[]): void {
    this.passages.clear()
    for (const cursor of cursors) {
      let passage = cursor.base
      for (let left = cursor.varint(); left > 0; left--) {
        passage += cursor.varint()
        const code = cursor.varint()
        this.push(passage, code >>> 1, code & 1 ? cursor.varint() : 0)
      }
    }
    this.ids = this.passages.values()
    this.slots = this.levels.subarray(0, this.passages.length)
  }

  private push(passage: number, asWord: number, asPart: number): void {
    const { lengths, averageLength, bm25 } = this.settings
    const place = this.passages.length
    if (place === this.levels.length) {
      const grown = new Uint8Array(2 * place)
      grown.set(this.levels)
      this.levels = grown
    }
    const k = saturation(lengths[passage]!, averageLength, bm25)
    this.levels[place] = impactSlot(termFrequency(asWord, asPart), k)
    this.passages.push(passage)
  }
}
