import { type ByteSink, ByteWriter } from '../../../store/bytes.js'
import { LimitError } from '../../../store/limit-error.js'
import { MOST_BYTES } from '../../../store/limits.js'
import { NumberList } from '../../../store/number-list.js'
import { packList } from '../../../store/packed-column.js'
import { BEHIND, BLOCK } from '../lists/block-format.js'
import { writeBlockList } from '../lists/block-list-writer.js'
import { EXPECTED_COUNTS, MANY } from '../lists/occurrence-writer.js'
import type { VocabularyWriter } from '../vocabulary-writer.js'
import { compareBytes, type RunCursor } from './run-cursor.js'
import { FUNCTION_WORD } from './write-run.js'

/** A form in the record of one run. */
interface RunForm {
  cursor: RunCursor
  start: number
  end: number
  /** Its case, and {@link FUNCTION_WORD}. */
  traits: number
  passages: number
  /** Where its passages and their counts begin, and its positions begin and end. */
  list: number
  positions: number
  positionsEnd: number
}

/** Joins the forms of one term at a time, and where they occur. */
export class FormMerger {
  private readonly writer = new ByteWriter(1 << 16)
  private readonly frequencies = new NumberList()
  private readonly offsets = new NumberList()
  /** Passages of the form of the moment, how often it is in each, and how many they are. */
  private passages = new Uint32Array(1024)
  private counts = new Uint8Array(1024)
  private count = 0
  private readonly positions = new ByteWriter(1 << 16)
  /** Where the positions of this form begin in {@link positions}, and those of each block behind that. */
  private from = 0
  private readonly starts = new NumberList()

  constructor(private readonly vocabulary: VocabularyWriter) {
    this.offsets.push(0)
  }

  /** @param cursors At the forms of their records; in the order of the runs. */
  merge(cursors: readonly RunCursor[]): void {
    const forms: RunForm[] = []
    for (const cursor of cursors)
      for (let left = cursor.varint(); left > 0; left--) forms.push(readForm(cursor))
    // Most terms have one form in all runs, and so are in order.
    if (!areInOrder(forms)) forms.sort(compareForms)
    for (let first = 0, next = 0; first < forms.length; first = next) {
      next = first + 1
      while (next < forms.length && isSame(forms[first]!, forms[next]!)) next++
      this.write(forms, first, next)
    }
  }

  /** Hands on the positions, where there are at least so many bytes of them. */
  drain(sink: ByteSink, least = 0): void {
    this.writer.drain(sink, least)
  }

  /** Hands on what is left, once all forms are there. */
  finish(sink: ByteSink): void {
    this.writer.uint(0, BEHIND)
    this.drain(sink)
  }

  /** @throws LimitError where the positions are more than 4 GiB. */
  columns() {
    if (this.writer.length >= MOST_BYTES)
      throw new LimitError('more than 4 GiB of positions in a language')
    return {
      formFrequencies: packList(this.frequencies.values()),
      positionOffsets: packList(this.offsets.values()),
    }
  }

  private write(forms: readonly RunForm[], first: number, end: number): void {
    this.count = 0
    this.positions.clear()
    this.starts.clear()
    this.from = this.positions.length
    let written = forms[first]!.traits & (FUNCTION_WORD - 1)
    let total = 0
    for (let i = first; i < end; i++) total += forms[i]!.passages
    this.reserve(total)
    for (let i = first; i < end; i++) {
      written = Math.min(written, forms[i]!.traits & (FUNCTION_WORD - 1))
      this.append(forms[i]!, total > BLOCK)
    }
    const { cursor, start, end: formEnd } = forms[first]!
    this.vocabulary.addForm(cursor.bytes, start, formEnd, written)
    writeBlockList(this.writer, this.passages, this.counts, EXPECTED_COUNTS, total)
    for (let i = 0; i < this.starts.length; i++) this.writer.uint(this.starts.at(i), 4)
    this.writer.append(this.positions)
    this.frequencies.push(total)
    this.offsets.push(this.writer.length)
  }

  private append(form: RunForm, inBlocks: boolean): void {
    const { cursor } = form
    const { bytes } = cursor
    const before = this.positions.length - this.from - form.positions
    let passage = cursor.base
    let at = form.positions
    cursor.at = form.list
    for (let left = form.passages; left > 0; left--) {
      passage += cursor.varint()
      const count = cursor.varint()
      if (inBlocks) {
        if (this.count % BLOCK === 0) this.starts.push(before + at)
        at = afterNumbers(bytes, at, count)
      }
      this.counts[this.count] = count
      this.passages[this.count++] = passage
    }
    this.positions.stretch(bytes, form.positions, form.positionsEnd)
  }

  private reserve(length: number): void {
    if (this.counts.length >= length) return
    this.counts = new Uint8Array(2 * length)
    this.passages = new Uint32Array(2 * length)
  }
}

/** Behind the positions of a passage, of which there are `count`; with {@link MANY}, their number comes first. */
function afterNumbers(bytes: Uint8Array, start: number, count: number): number {
  let at = start
  let left = count
  if (count === MANY) {
    left = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      left |= (byte & 127) << shift
      if (byte < 128) break
    }
  }
  for (; left > 0; left--) while (bytes[at++]! > 127);
  return at
}

function readForm(cursor: RunCursor): RunForm {
  const length = cursor.varint()
  const start = cursor.at
  const end = start + length
  cursor.at = end
  const traits = cursor.varint()
  const passages = cursor.varint()
  const listLength = cursor.varint()
  const list = cursor.at
  cursor.at += listLength
  const positionsLength = cursor.varint()
  const positions = cursor.at
  cursor.at += positionsLength
  return { cursor, start, end, traits, passages, list, positions, positionsEnd: cursor.at }
}

function areInOrder(forms: readonly RunForm[]): boolean {
  for (let i = 1; i < forms.length; i++)
    if (compareForms(forms[i - 1]!, forms[i]!) > 0) return false
  return true
}

function compareForms(a: RunForm, b: RunForm): number {
  return compareSpellings(a, b) || a.cursor.place - b.cursor.place
}

function isSame(a: RunForm, b: RunForm): boolean {
  return compareSpellings(a, b) === 0
}

function compareSpellings(a: RunForm, b: RunForm): number {
  const order = compareBytes(a.cursor.bytes, a.start, a.end, b.cursor.bytes, b.start, b.end)
  return order || (a.traits & FUNCTION_WORD) - (b.traits & FUNCTION_WORD)
}
