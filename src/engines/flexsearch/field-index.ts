import type { Analyzer } from '../../analysis/analyzer.js'
import type { ByteSource } from '../../store/bytes.js'
import { Container } from '../../store/container.js'
import type { StringTable } from '../../store/strings.js'
import { FamilyIndex, type FamilyOf } from './family-index.js'
import { FormIndex } from './form-index.js'
import { Likeness } from './likeness.js'
import { BlockList } from './lists/block-list.js'
import { ListCache } from './lists/list-cache.js'
import { type FormPositions, OccurrenceList } from './lists/occurrence-list.js'

/** Files of one field of one language: name to bytes. */
export interface FieldFiles<T> {
  vocabulary: T
  postings: T
  positions: T
}

/** Letters of the last part of a compound, at least. */
const MIN_HEAD = 3

/** What lists take that are kept when they have been read, in bytes; for postings and for occurrences each. */
const CACHED_BYTES = 48 * 1024 * 1024

/** More numbers of terms are not remembered. */
const REMEMBERED = 10_000

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
  readonly forms: FormIndex
  private readonly vocabulary: Container
  private readonly family: FamilyOf | null
  private readonly links: readonly string[]
  private readonly families: FamilyIndex | null
  private readonly likeness: Likeness
  private readonly frequencies: Uint32Array
  private readonly postingOffsets: Uint32Array
  private readonly formStarts: Uint32Array
  private readonly positionOffsets: Uint32Array
  private readonly postingsRead = new ListCache<BlockList>(CACHED_BYTES)
  private readonly occurrencesRead = new ListCache<OccurrenceList>(CACHED_BYTES)
  /** Numbers of the terms that were asked for last: a search asks for each of its own several times. */
  private readonly numbers = new Map<string, number>()

  /** @param analyzer The one that the index was made with. */
  constructor(
    private readonly files: FieldFiles<ByteSource>,
    { fold, family, links }: Pick<Analyzer, 'fold' | 'family' | 'links'>,
  ) {
    const container = new Container(files.vocabulary)
    this.vocabulary = container
    this.terms = container.strings('terms')
    this.forms = new FormIndex(container, fold)
    this.family = family
    this.links = links
    this.families = family && new FamilyIndex(container, this.terms, family)
    this.likeness = new Likeness(container, 'term', (place) => this.terms.at(place))
    this.frequencies = container.column('frequencies', Uint32Array)
    this.postingOffsets = container.column('postingOffsets', Uint32Array)
    this.formStarts = container.column('formStarts', Uint32Array)
    this.positionOffsets = container.column('positionOffsets', Uint32Array)
  }

  get size(): number {
    return this.terms.length
  }

  /** FlexSearch's slots of a term; undefined where no passage has it. */
  get(term: string): Uint32Array[] | undefined {
    const postings = this.postings(term)
    return postings && slotsOf(postings)
  }

  /** The passages that have a term, with their slots; undefined where no passage has it. */
  postings(term: string): BlockList | undefined {
    const index = this.numberOf(term)
    if (index < 0 || this.frequencies[index] === 0) return undefined
    return this.postingsRead.get(
      index,
      () => bytesOf(this.files.postings, this.postingOffsets, index),
      (bytes) => new BlockList(bytes, this.frequencies[index]!),
    )
  }

  has(term: string): boolean {
    return this.frequency(term) > 0
  }

  /** Number of passages in which the term carries weight. */
  frequency(term: string): number {
    const index = this.numberOf(term)
    return index < 0 ? 0 : this.frequencies[index]!
  }

  *keys(): IterableIterator<string> {
    for (let i = 0; i < this.size; i++) if (this.frequencies[i]! > 0) yield this.terms.at(i)
  }

  /** The numbers of a term's forms. */
  formsOf(term: string): number[] {
    const index = this.numberOf(term)
    return index < 0 ? [] : range(this.formStarts[index]!, this.formStarts[index + 1]!)
  }

  /** The term that a form belongs to. */
  termOf(form: number): string {
    return this.terms.at(this.termNumberOf(form))
  }

  /** Number of passages in which the form's term carries weight. */
  weightOf(form: number): number {
    return this.frequencies[this.termNumberOf(form)]!
  }

  /** The terms that carry weight in some passage and are 1 to `distance` edits away. */
  similarTerms(term: string, distance: 1 | 2): { term: string; distance: number }[] {
    return this.likeness
      .similarTo(term, distance)
      .filter(({ place }) => this.frequencies[place]! > 0)
      .map(({ place, distance }) => ({ term: this.terms.at(place), distance }))
  }

  /** The other terms of a term's family that carry weight in some passage. */
  relatives(term: string): string[] {
    if (!this.family || !this.families) return []
    return this.families
      .members(this.family(term))
      .filter((number) => this.frequencies[number]! > 0)
      .map((number) => this.terms.at(number))
      .filter((relative) => relative !== term)
  }

  /**
   * The terms that begin with a term and go on, after a link element, with another: compounds that were
   * taken for one word.
   */
  compoundsOf(term: string): string[] {
    const found: string[] = []
    if (this.links.length === 0) return found
    for (let number = this.terms.lowerBound(term); number < this.size; number++) {
      const candidate = this.terms.at(number)
      if (!candidate.startsWith(term)) break
      if (this.frequencies[number]! > 0 && this.isLinked(candidate.slice(term.length)))
        found.push(candidate)
    }
    return found
  }

  /** Where a form occurs. */
  occurrences(form: number): OccurrenceList {
    return this.occurrencesRead.get(
      form,
      () => bytesOf(this.files.positions, this.positionOffsets, form),
      (bytes) => new OccurrenceList(bytes, this.forms.frequency(form)),
    )
  }

  /** The passages that have a form, with the positions of the form in them. */
  positions(form: number): FormPositions {
    return this.occurrences(form).positions()
  }

  /** Reads the vocabulary, as far as it has not been read, a little from one step to the next. */
  readAhead(): Generator<void> {
    return this.vocabulary.readAhead()
  }

  close(): void {
    for (const source of Object.values(this.files) as ByteSource[]) source.close()
  }

  private termNumberOf(form: number): number {
    let low = 0
    let high = this.size - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.formStarts[middle]! <= form) low = middle
      else high = middle - 1
    }
    return low
  }

  private isLinked(rest: string): boolean {
    return this.links.some((link) => {
      const head = rest.slice(link.length)
      return rest.startsWith(link) && head.length >= MIN_HEAD && this.has(head)
    })
  }

  /** -1 for a term that is not there. */
  private numberOf(term: string): number {
    const known = this.numbers.get(term)
    if (known !== undefined) return known
    if (this.numbers.size === REMEMBERED) this.numbers.clear()
    const number = this.terms.indexOf(term)
    this.numbers.set(term, number)
    return number
  }
}

/** The bytes of one list among others. */
function bytesOf(source: ByteSource, offsets: Uint32Array, number: number): Uint8Array {
  return source.read(offsets[number]!, offsets[number + 1]! - offsets[number]!)
}

function slotsOf(postings: BlockList): Uint32Array[] {
  const slots: number[][] = []
  const { passages, payloads } = postings.readAll()
  for (let i = 0; i < passages.length; i++) {
    const slot = payloads[i]!
    slots[slot] ??= []
    slots[slot].push(passages[i]!)
  }
  const packed: Uint32Array[] = []
  for (const slot in slots) packed[slot] = Uint32Array.from(slots[slot]!)
  return packed
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i)
}
