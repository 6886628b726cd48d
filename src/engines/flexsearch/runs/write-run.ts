import { ByteWriter } from '../../../store/bytes.js'
import { compareByCodePoint } from '../../../store/strings.js'
import { CASES, type Case } from '../field.js'
import { MANY } from '../lists/occurrence-writer.js'

/** A form as it is collected. */
export interface InvertedForm {
  form: string
  /** Its number. */
  term: number
  functionWord: boolean
  /** How every occurrence so far is written. */
  case: Case
}

/** What was collected of some passages: parallel lists, in the order of the passages. */
export interface Inverted {
  terms: readonly string[]
  forms: readonly InvertedForm[]
  tokenForms: Uint32Array
  tokenPassages: Uint32Array
  tokenPositions: Uint32Array
  /** The terms of parts of compounds, once per occurrence. */
  partTerms: Uint32Array
  partPassages: Uint32Array
  lastPassage: number
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
export function writeRun(inverted: Inverted): Uint8Array {
  return new RunWriter(inverted).write()
}

class RunWriter {
  private readonly run = new ByteWriter(1 << 16)
  private readonly record = new ByteWriter()
  private readonly list = new ByteWriter()
  private readonly positionBytes = new ByteWriter()
  private readonly tokens: Buckets
  private readonly parts: Buckets
  /** How often the term of the moment is a word, and a part of one, by passage; and in which passages. */
  private readonly asWord: Uint32Array
  private readonly asPart: Uint32Array
  private readonly touched: Uint32Array

  constructor(private readonly inverted: Inverted) {
    const { forms, terms, tokenForms, tokenPassages, tokenPositions, lastPassage } = inverted
    this.tokens = new Buckets(forms.length, tokenForms, tokenPassages, tokenPositions)
    this.parts = new Buckets(terms.length, inverted.partTerms, inverted.partPassages)
    this.asWord = new Uint32Array(lastPassage + 1)
    this.asPart = new Uint32Array(lastPassage + 1)
    this.touched = new Uint32Array(lastPassage + 1)
  }

  write(): Uint8Array {
    const { terms } = this.inverted
    const order = [...terms.keys()].sort((a, b) => compareByCodePoint(terms[a]!, terms[b]!))
    const formsOf = this.formsByTerm()
    for (const term of order) {
      this.record.clear()
      this.record.text(terms[term]!)
      this.writePostings(term, formsOf[term]!)
      this.record.varint(formsOf[term]!.length)
      for (const form of formsOf[term]!) this.writeForm(form)
      this.run.counted(this.record.result())
    }
    return this.run.result()
  }

  private formsByTerm(): number[][] {
    const { terms, forms } = this.inverted
    const formsOf: number[][] = terms.map(() => [])
    for (const [number, { term }] of forms.entries()) formsOf[term]!.push(number)
    for (const own of formsOf)
      if (own.length > 1)
        own.sort((a, b) => {
          const order = compareByCodePoint(forms[a]!.form, forms[b]!.form)
          return order || Number(forms[a]!.functionWord) - Number(forms[b]!.functionWord)
        })
    return formsOf
  }

  private writePostings(term: number, forms: readonly number[]): void {
    let count = 0
    let lists = 0
    const { asWord, asPart, touched } = this
    for (let f = 0; f < forms.length; f++) {
      const form = forms[f]!
      if (this.inverted.forms[form]!.functionWord) continue
      lists++
      const { starts, passages } = this.tokens
      for (let i = starts[form]!; i < starts[form + 1]!; i++)
        if (asWord[passages[i]!]!++ === 0) touched[count++] = passages[i]!
    }
    const { starts, passages } = this.parts
    if (starts[term]! < starts[term + 1]!) lists++
    for (let i = starts[term]!; i < starts[term + 1]!; i++) {
      const passage = passages[i]!
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

  private writeForm(number: number): void {
    const { form, functionWord, case: written } = this.inverted.forms[number]!
    const { record, list, positionBytes } = this
    list.clear()
    positionBytes.clear()
    const passages = this.writeOccurrences(number)
    record.text(form)
    record.varint(CASES.indexOf(written) + (functionWord ? FUNCTION_WORD : 0))
    record.varint(passages)
    record.counted(list.result())
    record.counted(positionBytes.result())
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

/** Passages and positions by key, in the order in which they came: a counting sort. */
class Buckets {
  /** By key, and one more: where its entries begin. */
  readonly starts: Uint32Array
  readonly passages: Uint32Array
  readonly positions: Uint32Array

  constructor(count: number, keys: Uint32Array, passages: Uint32Array, positions?: Uint32Array) {
    const next = new Uint32Array(count + 1)
    for (let i = 0; i < keys.length; i++) next[keys[i]! + 1]!++
    for (let key = 0; key < count; key++) next[key + 1]! += next[key]!
    this.starts = next.slice()
    this.passages = new Uint32Array(keys.length)
    this.positions = new Uint32Array(positions ? keys.length : 0)
    for (let i = 0; i < keys.length; i++) {
      const at = next[keys[i]!]!++
      this.passages[at] = passages[i]!
      if (positions) this.positions[at] = positions[i]!
    }
  }
}
