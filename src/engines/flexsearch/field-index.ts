import type { Analyzer } from '../../analysis/analyzer.js'
import type { ByteSource } from '../../store/bytes.js'
import { VarintReader } from '../../store/bytes.js'
import { Container } from '../../store/container.js'
import { compareByCodePoint, StringTable } from '../../store/strings.js'

/** Files of one field of one language: name to bytes. */
export interface FieldFiles<T> {
  vocabulary: T
  postings: T
  positions: T
}

/** A passage (or section) that has a word form, and how often. */
export interface FormOccurrences {
  ids: Uint32Array
  counts: Uint32Array
}

/** Passages, ascending; those of `ids[i]` are `positions[starts[i]]` to before `positions[starts[i + 1]]`. */
export interface FormPositions {
  ids: Uint32Array
  starts: Uint32Array
  /** Ascending within a passage. */
  positions: Uint32Array
}

/**
 * One field of one language, served from its files: the vocabulary is in memory, postings and
 * positions are read when asked for. Terms own their forms (the spellings in the texts that have this
 * stem), which are next to each other.
 *
 * `get` has the shape of FlexSearch's own `index.map`: for a term, an array whose slot s lists the ids
 * of the passages in which the term has impact level s.
 */
export class FieldIndex {
  readonly terms: StringTable
  readonly forms: StringTable
  private readonly frequencies: Uint32Array
  private readonly slotStarts: Uint32Array
  private readonly slots: Uint8Array
  private readonly slotCounts: Uint32Array
  private readonly postingOffsets: Uint32Array
  private readonly formStarts: Uint32Array
  private readonly formFrequencies: Uint32Array
  private readonly formNames: Uint8Array
  private readonly formHomographs: Uint8Array
  private readonly positionOffsets: Uint32Array
  /** Numbers of the forms in the order of their foldings. */
  private readonly foldOrder: Uint32Array
  /** Numbers of the terms in the order of their families. */
  private readonly familyOrder: Uint32Array

  /** @param analyzer The one that the index was made with. */
  constructor(
    private readonly files: FieldFiles<ByteSource>,
    private readonly analyzer: Pick<Analyzer, 'fold' | 'family'>,
  ) {
    const container = new Container(files.vocabulary)
    const strings = (name: string) =>
      new StringTable({
        bytes: container.column(name, Uint8Array),
        offsets: container.column(`${name}Offsets`, Uint32Array),
      })
    this.terms = strings('terms')
    this.forms = strings('forms')
    this.frequencies = container.column('frequencies', Uint32Array)
    this.slotStarts = container.column('slotStarts', Uint32Array)
    this.slots = container.column('slots', Uint8Array)
    this.slotCounts = container.column('slotCounts', Uint32Array)
    this.postingOffsets = container.column('postingOffsets', Uint32Array)
    this.formStarts = container.column('formStarts', Uint32Array)
    this.formFrequencies = container.column('formFrequencies', Uint32Array)
    this.formNames = container.column('formNames', Uint8Array)
    this.formHomographs = container.column('formHomographs', Uint8Array)
    this.positionOffsets = container.column('positionOffsets', Uint32Array)
    this.foldOrder = container.column('foldOrder', Uint32Array)
    this.familyOrder = container.column('familyOrder', Uint32Array)
  }

  get size(): number {
    return this.terms.length
  }

  /** FlexSearch's slots of a term; undefined where no passage has it. */
  get(term: string): Uint32Array[] | undefined {
    const index = this.terms.indexOf(term)
    return index < 0 || this.frequencies[index] === 0 ? undefined : this.readSlots(index)
  }

  has(term: string): boolean {
    return this.frequency(term) > 0
  }

  /** Number of passages in which the term carries weight. */
  frequency(term: string): number {
    const index = this.terms.indexOf(term)
    return index < 0 ? 0 : this.frequencies[index]!
  }

  *keys(): IterableIterator<string> {
    for (let i = 0; i < this.size; i++) if (this.frequencies[i]! > 0) yield this.terms.at(i)
  }

  /** The numbers of a term's forms. */
  formsOf(term: string): number[] {
    const index = this.terms.indexOf(term)
    return index < 0 ? [] : range(this.formStarts[index]!, this.formStarts[index + 1]!)
  }

  /** The numbers of all forms whose folding is `fold`, or begins with it. */
  formsByFold(fold: string, asPrefix = false): number[] {
    const found: number[] = []
    for (
      let i = firstNotBelow(fold, this.foldOrder.length, (place) => this.foldAt(place));
      i < this.foldOrder.length;
      i++
    ) {
      const candidate = this.foldAt(i)
      if (asPrefix ? !candidate.startsWith(fold) : candidate !== fold) break
      found.push(this.foldOrder[i]!)
    }
    return found
  }

  /** The other terms of a term's family that carry weight in some passage. */
  relatives(term: string): string[] {
    const family = this.analyzer.family(term)
    const found: string[] = []
    const { length } = this.familyOrder
    for (let i = firstNotBelow(family, length, (place) => this.familyAt(place)); i < length; i++) {
      if (this.familyAt(i) !== family) break
      const number = this.familyOrder[i]!
      const relative = this.terms.at(number)
      if (relative !== term && this.frequencies[number]! > 0) found.push(relative)
    }
    return found
  }

  /** True where another form folds like this one: schon and schön. */
  hasHomograph(form: number): boolean {
    return this.formHomographs[form] === 1
  }

  /** True where the form is always written with a capital: in English, a name. */
  isName(form: number): boolean {
    return this.formNames[form] === 1
  }

  /** The passages that have a form, ascending. */
  occurrences(form: number): FormOccurrences {
    return this.readOccurrences(form).occurrences
  }

  /** The passages that have a form, with the positions of the form in them. */
  positions(form: number): FormPositions {
    const { occurrences, reader } = this.readOccurrences(form)
    const { ids, counts } = occurrences
    const starts = new Uint32Array(ids.length + 1)
    for (let i = 0; i < ids.length; i++) starts[i + 1] = starts[i]! + counts[i]!
    const positions = new Uint32Array(starts[ids.length]!)
    for (let i = 0; i < ids.length; i++)
      readAscending(reader, positions, starts[i]!, starts[i + 1]!)
    return { ids, starts, positions }
  }

  close(): void {
    for (const source of Object.values(this.files) as ByteSource[]) source.close()
  }

  private foldAt(place: number): string {
    return this.analyzer.fold(this.forms.at(this.foldOrder[place]!))
  }

  private familyAt(place: number): string {
    return this.analyzer.family(this.terms.at(this.familyOrder[place]!))
  }

  private readSlots(index: number): Uint32Array[] {
    const start = this.postingOffsets[index]!
    const length = this.postingOffsets[index + 1]! - start
    const reader = new VarintReader(this.files.postings.read(start, length))
    const slots: Uint32Array[] = []
    for (let i = this.slotStarts[index]!; i < this.slotStarts[index + 1]!; i++)
      slots[this.slots[i]!] = ascending(reader, this.slotCounts[i]!)
    return slots
  }

  private readOccurrences(form: number): { occurrences: FormOccurrences; reader: VarintReader } {
    const start = this.positionOffsets[form]!
    const length = this.positionOffsets[form + 1]! - start
    const reader = new VarintReader(this.files.positions.read(start, length))
    const size = this.formFrequencies[form]!
    const ids = ascending(reader, size)
    const counts = new Uint32Array(size)
    for (let i = 0; i < size; i++) counts[i] = reader.next()
    return { occurrences: { ids, counts }, reader }
  }
}

/** The first of `length` places in ascending order whose key is not below `wanted`. */
function firstNotBelow(wanted: string, length: number, keyAt: (place: number) => string): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareByCodePoint(keyAt(middle), wanted) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function ascending(reader: VarintReader, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  readAscending(reader, numbers, 0, count)
  return numbers
}

/** Fills a stretch of an array with ascending numbers that were written as differences. */
function readAscending(reader: VarintReader, into: Uint32Array, start: number, end: number): void {
  let previous = 0
  for (let i = start; i < end; i++) {
    previous += reader.next()
    into[i] = previous
  }
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i)
}
