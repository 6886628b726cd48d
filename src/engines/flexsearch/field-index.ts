import type { Analyzer } from '../../analysis/analyzer.js'
import { remembered } from '../../memory/remembered.js'
import type { ByteSource } from '../../store/bytes.js'
import { Container } from '../../store/container.js'
import { FrontCodedStrings } from '../../store/front-coded-strings.js'
import type { PackedColumn } from '../../store/packed-column.js'
import { PAGE } from '../../store/page-checks.js'
import { ResidentSource } from '../../store/resident-source.js'
import { readExpectedSlots } from './expected-slots.js'
import { FamilyIndex, type FamilyOf } from './family-index.js'
import type { Field } from './field.js'
import { FormIndex } from './form-index.js'
import { FormStrings } from './form-strings.js'
import { Likeness } from './likeness.js'
import { BEHIND, BLOCK } from './lists/block-format.js'
import { BlockList } from './lists/block-list.js'
import type { ExpectedPayloads } from './lists/expected-payloads.js'
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

/** What lists take that are kept when they have been read, in bytes. With half as many of postings, questions take a third longer at a million passages. */
export const CACHED_BYTES = { postings: 160 * 1024 * 1024, occurrences: 64 * 1024 * 1024 }

/** Postings that take no more bytes are read at once: those of titles and headings are. */
const SMALL = 1024 * 1024

/** Postings that take no more bytes stay in memory as they are read: those of more than a million passages. */
const RESIDENT = 64 * 1024 * 1024

/**
 * One field of one language, served from its files: the vocabulary is in memory, and so are postings unless they are many; positions
 * are read when asked for. Terms own their forms (the spellings in the texts that have this
 * stem), which are next to each other.
 */
export class FieldIndex implements Field {
  readonly terms: FrontCodedStrings
  readonly forms: FormIndex
  private readonly formStrings: FormStrings
  private readonly vocabulary: Container
  private readonly family: FamilyOf | null
  private readonly links: readonly string[]
  private readonly families: FamilyIndex | null
  /** Numbers of the terms that are not what one of their forms folds to. */
  private readonly otherTerms: PackedColumn
  /** Of these terms: others are found through their forms. */
  private readonly likeness: Likeness
  private readonly frequencies: PackedColumn
  private readonly postingOffsets: PackedColumn
  private readonly allPostings: ByteSource
  private readonly positionOffsets: PackedColumn
  private slots: ExpectedPayloads | undefined
  private readonly postingsRead = new ListCache<BlockList>(CACHED_BYTES.postings)
  private readonly occurrencesRead = new ListCache<OccurrenceList>(CACHED_BYTES.occurrences)
  /** A term's number, in the order of the terms; -1 for one that is not there. A search asks for each of its own several times. */
  readonly numberOf = remembered((term) => this.terms.indexOf(term))

  /**
   * @param analyzer The one that the index was made with.
   * @param lengths Of its passages, as `shortLengths` makes them; where there are none, they are read with the field.
   */
  constructor(
    private readonly files: FieldFiles<ByteSource>,
    { fold, family, links }: Pick<Analyzer, 'fold' | 'family' | 'links'>,
    private readonly lengths?: () => Uint8Array,
  ) {
    const container = new Container(files.vocabulary)
    this.vocabulary = container
    this.frequencies = container.packed('frequencies').readAll()
    this.postingOffsets = container.packed('postingOffsets').readAll()
    this.allPostings = resident(files.postings)
    this.positionOffsets = container.packed('positionOffsets').readAll()
    this.terms = new FrontCodedStrings(container, 'terms', this.frequencies.length)
    this.formStrings = new FormStrings(container, this.terms)
    this.forms = new FormIndex(container, this.formStrings, fold)
    this.family = family
    this.links = links
    this.families = family && new FamilyIndex(container, this.terms, family)
    this.otherTerms = container.packed('otherTerms')
    this.likeness = new Likeness(container, 'term', (place) =>
      this.terms.at(this.otherTerms.at(place)),
    )
  }

  get size(): number {
    return this.terms.length
  }

  get(term: string): Uint32Array[] | undefined {
    const postings = this.postings(term)
    return postings && slotsOf(postings)
  }

  postings(term: string): BlockList | undefined {
    const index = this.numberOf(term)
    if (index < 0 || this.frequencies.at(index) === 0) return undefined
    return this.postingsRead.get(index, () => {
      const length = this.frequencies.at(index)
      // Before anything is borrowed: they may have to be read.
      const { expectedSlots } = this
      const how = length > BLOCK ? 'read' : 'borrow'
      const bytes = bytesOf(this.allPostings, this.postingOffsets, index, how)
      return new BlockList(bytes, length, expectedSlots)
    })
  }

  has(term: string): boolean {
    return this.frequency(term) > 0
  }

  frequency(term: string): number {
    const index = this.numberOf(term)
    return index < 0 ? 0 : this.frequencies.at(index)
  }

  *keys(): IterableIterator<string> {
    for (let i = 0; i < this.size; i++) if (this.frequencies.at(i) > 0) yield this.terms.at(i)
  }

  formsOf(term: string): number[] {
    const index = this.numberOf(term)
    const { formStrings } = this
    return index < 0 ? [] : range(formStrings.startOf(index), formStrings.startOf(index + 1))
  }

  termOf(form: number): string {
    return this.terms.at(this.formStrings.termOf(form))
  }

  weightOf(form: number): number {
    return this.frequencies.at(this.formStrings.termOf(form))
  }

  similarTerms(term: string, distance: 1 | 2): { term: string; distance: number }[] {
    const distances = new Map<number, number>()
    for (const each of this.likeness.similarTo(term, distance))
      distances.set(this.otherTerms.at(each.place), each.distance)
    for (const { form, distance: edits } of this.forms.similar(term, distance)) {
      const number = this.formStrings.termOf(form)
      if (this.forms.fold(this.forms.at(form)) === this.terms.at(number))
        distances.set(number, edits)
    }
    return [...distances]
      .filter(([number]) => this.frequencies.at(number) > 0)
      .sort(([a], [b]) => a - b)
      .map(([number, edits]) => ({ term: this.terms.at(number), distance: edits }))
  }

  relatives(term: string): string[] {
    if (!this.family || !this.families) return []
    return this.families
      .members(this.family(term))
      .filter((number) => this.frequencies.at(number) > 0)
      .map((number) => this.terms.at(number))
      .filter((relative) => relative !== term)
  }

  compoundsOf(term: string): string[] {
    return this.longerTerms(term).filter((whole) => isCompoundOf(term, whole, this.links, this))
  }

  /** The terms that begin with a term and carry weight in some passage, where the language has compounds. */
  longerTerms(term: string): string[] {
    const found: string[] = []
    if (this.links.length === 0) return found
    for (let number = this.terms.lowerBound(term); number < this.size; number++) {
      const candidate = this.terms.at(number)
      if (!candidate.startsWith(term)) break
      if (this.frequencies.at(number) > 0) found.push(candidate)
    }
    return found
  }

  occurrences(form: number): OccurrenceList {
    return this.occurrencesRead.get(form, () => {
      const bytes = bytesOf(this.files.positions, this.positionOffsets, form, 'read')
      return new OccurrenceList(bytes, this.forms.frequency(form))
    })
  }

  /** The passages that have a form, with the positions of the form in them. */
  positions(form: number): FormPositions {
    return this.occurrences(form).positions()
  }

  *readAhead(): Generator<void> {
    yield* this.vocabulary.readAhead()
    this.terms.readBeginnings()
    yield
    this.slots ??= readExpectedSlots(this.vocabulary, this.lengths?.())
  }

  *readPostingsAhead(): Generator<void> {
    if (this.allPostings instanceof ResidentSource) yield* this.allPostings.readAhead()
  }

  close(): void {
    const { vocabulary, positions } = this.files
    for (const source of [vocabulary, this.allPostings, positions]) source.close()
  }

  /** Made when they are first asked for. */
  private get expectedSlots(): ExpectedPayloads {
    this.slots ??= readExpectedSlots(this.vocabulary, this.lengths?.())
    return this.slots
  }
}

function resident(postings: ByteSource): ByteSource {
  if (postings.size > RESIDENT) return postings
  return new ResidentSource(postings, postings.size <= SMALL ? SMALL : PAGE)
}

/** The bytes of one list among others, and those behind it that may be read with it. */
function bytesOf(
  source: ByteSource,
  offsets: PackedColumn,
  number: number,
  how: 'read' | 'borrow',
): Uint8Array {
  const start = offsets.at(number)
  return source[how](start, offsets.at(number + 1) + BEHIND - start)
}

/** True for a term that goes on, after a link element, with another one that `field` has. */
export function isCompoundOf(
  term: string,
  whole: string,
  links: readonly string[],
  field: Pick<Field, 'has'>,
): boolean {
  const rest = whole.slice(term.length)
  return links.some((link) => {
    const head = rest.slice(link.length)
    return rest.startsWith(link) && head.length >= MIN_HEAD && field.has(head)
  })
}

export function slotsOf(postings: BlockList): Uint32Array[] {
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
