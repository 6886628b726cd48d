import { ByteWriter } from '../../../store/bytes.js'
import { MANY } from '../lists/occurrence-writer.js'
import { Buckets } from './buckets.js'
import { type FieldVocabulary, NO_FORM } from './field-vocabulary.js'

/** What was collected of some passages: lists, in the order of the passages. */
export interface Inverted {
  /** Their numbers. */
  passages: Uint32Array
  /** The forms of their words, and their places. */
  tokenForms: Uint32Array
  tokenPositions: Uint32Array
  /** The terms of parts of compounds, once per occurrence. */
  partTerms: Uint32Array
  /** By passage: where its words and parts end. */
  tokenEnds: Uint32Array
  partEnds: Uint32Array
}

/** In a form's line: whether it is a word of grammar. Below it, its case. */
export const FUNCTION_WORD = 4

/**
 * Writes a run: a part of a field, inverted. It has a record for each term, in the order of the terms' bytes, each with its length before it,
 * all numbers as varints:
 *
 * - the term;
 * - the number of its passages, and of each: its distance to the one before, how often the term is a word there, times two, plus one where it
 *   is also a part of a compound, and then how often that is;
 * - the number of its forms, and of each, in the order of their bytes: the form, its case and whether it is a word of grammar, the
 *   number of its passages, and two counted lists of bytes: of each passage its distance to the one before and how often the form is there,
 *   {@link MANY} at most; and the positions, as they stand in a list of occurrences.
 *
 * Passages are counted from the beginning of the run, wherever that will be.
 */
export function writeRun(vocabulary: FieldVocabulary, inverted: Inverted): Uint8Array {
  return new RunWriter(vocabulary, inverted).write()
}

/** Most bytes of an occurrence in a record: five numbers of five bytes. */
const OCCURRENCE_BYTES = 25
/** Most bytes of a form besides its occurrences and its letters. */
const FORM_BYTES = 25

class RunWriter {
  private readonly run = new ByteWriter(1 << 16)
  private readonly record = new Stretch()
  private readonly list = new Stretch()
  private readonly positionBytes = new Stretch()
  private readonly tokens: Buckets
  private readonly parts: Buckets
  /** How often the term of the moment is a word, and a part of one, by passage; and in which passages. */
  private readonly asWord: Uint32Array
  private readonly asPart: Uint32Array
  private readonly touched: Uint32Array
  private readonly encoded: ReturnType<FieldVocabulary['encoded']>
  private readonly nextForms: Uint32Array
  private readonly functionWords: Uint32Array

  constructor(
    private readonly vocabulary: FieldVocabulary,
    { passages, tokenForms, tokenPositions, tokenEnds, partTerms, partEnds }: Inverted,
  ) {
    const { formCount, termCount } = vocabulary
    this.tokens = new Buckets(formCount, passages, tokenForms, tokenEnds, tokenPositions)
    this.parts = new Buckets(termCount, passages, partTerms, partEnds)
    const size = (passages.at(-1) ?? -1) + 1
    this.asWord = new Uint32Array(size)
    this.asPart = new Uint32Array(size)
    this.touched = new Uint32Array(size)
    this.encoded = vocabulary.encoded()
    this.nextForms = vocabulary.nextForms.values()
    this.functionWords = vocabulary.functionWords.values()
  }

  write(): Uint8Array {
    const { order } = this.encoded
    const firstForms = this.vocabulary.firstForms.values()
    const occurring = this.occurring()
    for (let place = 0; place < order.length; place++) {
      const term = order[place]!
      if (occurring[term] === 1) this.writeTerm(term, firstForms[term]!)
    }
    return this.run.result()
  }

  /** By term: 1 where it is in these passages. Most terms of a vocabulary that has been kept are not, and what is known of them is in no cache. */
  private occurring(): Uint8Array {
    const { tokens, parts, vocabulary } = this
    const occurring = new Uint8Array(vocabulary.termCount)
    for (let form = 0; form < vocabulary.formCount; form++)
      if (tokens.sizeOf(form) > 0) occurring[vocabulary.termOfForm.at(form)] = 1
    for (let term = 0; term < occurring.length; term++)
      if (parts.sizeOf(term) > 0) occurring[term] = 1
    return occurring
  }

  private writeTerm(term: number, firstForm: number): void {
    const { record, nextForms } = this
    const { terms } = this.encoded
    let forms = 0
    let tokens = 0
    for (let form = firstForm; form !== NO_FORM; form = nextForms[form]!) {
      const own = this.tokens.sizeOf(form)
      if (own > 0) forms++
      tokens += own
    }
    this.makeRoom(tokens + this.parts.sizeOf(term))
    record.text(terms.bytes, terms.offsets[term]!, terms.offsets[term + 1]!)
    this.writePostings(term, firstForm)
    record.varint(forms)
    for (let form = firstForm; form !== NO_FORM; form = nextForms[form]!)
      if (this.tokens.sizeOf(form) > 0) this.writeForm(form)
    this.run.varint(record.length)
    this.run.stretch(record.bytes, 0, record.length)
  }

  private makeRoom(occurrences: number): void {
    this.record.clear(occurrences * OCCURRENCE_BYTES)
    this.list.clear(occurrences * OCCURRENCE_BYTES)
    this.positionBytes.clear(occurrences * OCCURRENCE_BYTES)
  }

  private writePostings(term: number, firstForm: number): void {
    const { asWord, asPart, touched, nextForms, functionWords } = this
    let count = 0
    let lists = 0
    const { starts, passages } = this.tokens
    for (let form = firstForm; form !== NO_FORM; form = nextForms[form]!) {
      const [start, end] = [starts[form]!, starts[form + 1]!]
      if (functionWords[form] === 1 || start === end) continue
      lists++
      for (let i = start; i < end; i++)
        if (asWord[passages[i]!]!++ === 0) touched[count++] = passages[i]!
    }
    const { starts: partStarts, passages: partPassages } = this.parts
    if (partStarts[term]! < partStarts[term + 1]!) lists++
    for (let i = partStarts[term]!; i < partStarts[term + 1]!; i++) {
      const passage = partPassages[i]!
      if (asPart[passage]!++ === 0 && asWord[passage] === 0) touched[count++] = passage
    }
    if (count > 1 && lists > 1) touched.subarray(0, count).sort()
    this.writeFrequencies(count)
  }

  private writeFrequencies(count: number): void {
    const { record, asWord, asPart, touched } = this
    record.varint(count)
    let previous = 0
    for (let i = 0; i < count; i++) {
      const passage = touched[i]!
      record.varint(passage - previous)
      previous = passage
      const parts = asPart[passage]!
      record.varint(asWord[passage]! * 2 + Number(parts > 0))
      if (parts > 0) record.varint(parts)
      asWord[passage] = 0
      asPart[passage] = 0
    }
  }

  private writeForm(form: number): void {
    const { record, list, positionBytes, functionWords } = this
    const { bytes, offsets } = this.encoded.forms
    list.clear()
    positionBytes.clear()
    const passages = this.writeOccurrences(form)
    const [start, end] = [offsets[form]!, offsets[form + 1]!]
    record.reserve(end - start + list.length + positionBytes.length + FORM_BYTES)
    record.text(bytes, start, end)
    record.varint(this.vocabulary.cases.at(form) + functionWords[form]! * FUNCTION_WORD)
    record.varint(passages)
    record.text(list.bytes, 0, list.length)
    record.text(positionBytes.bytes, 0, positionBytes.length)
  }

  /** Returns the number of passages. */
  private writeOccurrences(form: number): number {
    const { starts, passages, positions } = this.tokens
    const { list, positionBytes } = this
    const end = starts[form + 1]!
    let count = 0
    let previous = 0
    for (let start = starts[form]!, next = start; start < end; start = next, count++) {
      const passage = passages[start]!
      while (next < end && passages[next] === passage) next++
      const times = next - start
      list.varint(passage - previous)
      list.varint(Math.min(times, MANY))
      previous = passage
      if (times >= MANY) positionBytes.varint(times)
      let before = 0
      for (let i = start; i < next; i++) {
        positionBytes.varint(positions[i]! - before)
        before = positions[i]!
      }
    }
    return count
  }
}

/** A stretch of bytes that is written again and again. Room is made for all of it at once, not for each number. */
class Stretch {
  bytes = new Uint8Array(1024)
  length = 0

  /** @param room For so many bytes, besides a term. */
  clear(room = 0): void {
    this.length = 0
    if (room > 0) this.reserve(room)
  }

  reserve(more: number): void {
    const size = this.length + more
    if (size <= this.bytes.length) return
    const grown = new Uint8Array(2 * size)
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }

  varint(value: number): void {
    const { bytes } = this
    let at = this.length
    let rest = value
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[at++] = rest
    this.length = at
  }

  /** Bytes, their number before them. */
  text(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start + FORM_BYTES)
    this.varint(end - start)
    const { bytes } = this
    let at = this.length
    if (end - start > 64) bytes.set(from.subarray(start, end), at)
    else for (let i = start; i < end; i++) bytes[at++] = from[i]!
    this.length += end - start
  }
}
