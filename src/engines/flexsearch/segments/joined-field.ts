import type { Analyzer } from '../../../analysis/analyzer.js'
import { compareByCodePoint } from '../../../store/strings.js'
import type { Field } from '../field.js'
import { CACHED_BYTES, type FieldIndex, isCompoundOf, slotsOf } from '../field-index.js'
import { BlockList } from '../lists/block-list.js'
import { ListCache } from '../lists/list-cache.js'
import { OccurrenceList } from '../lists/occurrence-list.js'
import type { FieldChanges } from './field-changes.js'
import { JoinedForms } from './joined-forms.js'
import { joinOccurrences, joinPostings } from './joined-lists.js'
import type { Numbering } from './numbering.js'

/** What a field is made of. */
export interface FieldSegments {
  /** Undefined where the base has no passage of the language; so it is with `added`. */
  base: FieldIndex | undefined
  added: FieldIndex | undefined
  changes: FieldChanges
  numbering: Numbering
}

/** A field in two segments, of which some passages may be gone, asked like one that was made of the others. */
export class JoinedField implements Field {
  readonly forms: JoinedForms
  private readonly base: FieldIndex | undefined
  private readonly added: FieldIndex | undefined
  private readonly numbering: Numbering
  private readonly removed: ReadonlyMap<number, number>
  private readonly postingsJoined = new ListCache<BlockList>(CACHED_BYTES.postings)
  private readonly occurrencesJoined = new ListCache<OccurrenceList>(CACHED_BYTES.occurrences)

  /** @param analyzer The one that both were made with. */
  constructor(
    { base, added, changes, numbering }: FieldSegments,
    private readonly analyzer: Pick<Analyzer, 'fold' | 'links'>,
  ) {
    this.base = base
    this.added = added
    this.numbering = numbering
    this.forms = new JoinedForms(base, added, changes, analyzer.fold)
    const { removedTerms, removedTermCounts } = changes
    this.removed = new Map(Array.from(removedTerms, (term, i) => [term, removedTermCounts[i]!]))
  }

  get(term: string): Uint32Array[] | undefined {
    const postings = this.postings(term)
    return postings && slotsOf(postings)
  }

  has(term: string): boolean {
    return this.frequency(term) > 0
  }

  postings(term: string): BlockList | undefined {
    const length = this.frequency(term)
    if (length === 0) return undefined
    const { base, added } = this
    const [own, other] = [base?.numberOf(term) ?? -1, added?.numberOf(term) ?? -1]
    if (other < 0 && !this.removed.has(own)) return base!.postings(term)
    return this.postingsJoined.get(own < 0 ? (base?.size ?? 0) + other : own, () => {
      const bytes = joinPostings(base?.postings(term), added?.postings(term), this.numbering)
      return new BlockList(bytes, length, null)
    })
  }

  frequency(term: string): number {
    const number = this.base?.numberOf(term) ?? -1
    const removed = this.removed.get(number) ?? 0
    const own = number < 0 ? 0 : this.base!.frequency(term) - removed
    return own + (this.added?.frequency(term) ?? 0)
  }

  formsOf(term: string): number[] {
    const found = this.forms.both((field) => field.formsOf(term))
    return found.sort((a, b) => compareByCodePoint(this.forms.at(a), this.forms.at(b)))
  }

  termOf(form: number): string {
    return this.forms.termOf(form)
  }

  weightOf(form: number): number {
    return this.frequency(this.termOf(form))
  }

  similarTerms(term: string, distance: 1 | 2): { term: string; distance: number }[] {
    const distances = new Map<string, number>()
    for (const field of this.fields)
      for (const each of field.similarTerms(term, distance)) distances.set(each.term, each.distance)
    return this.living(distances.keys()).map((each) => ({
      term: each,
      distance: distances.get(each)!,
    }))
  }

  relatives(term: string): string[] {
    return this.living(this.fields.flatMap((field) => field.relatives(term)))
  }

  compoundsOf(term: string): string[] {
    const longer = this.living(this.fields.flatMap((field) => field.longerTerms(term)))
    return longer.filter((whole) => isCompoundOf(term, whole, this.analyzer.links, this))
  }

  occurrences(form: number): OccurrenceList {
    const { base, added } = this.forms.sidesOf(form)
    if (added < 0 && !this.forms.isRemoved(form)) return this.base!.occurrences(base)
    return this.occurrencesJoined.get(form, () => {
      const bytes = joinOccurrences(
        base < 0 ? undefined : this.base!.occurrences(base),
        added < 0 ? undefined : this.added!.occurrences(added),
        this.numbering,
      )
      return new OccurrenceList(bytes, this.forms.frequency(form))
    })
  }

  *readAhead(): Generator<void> {
    for (const field of this.fields) yield* field.readAhead()
  }

  *readPostingsAhead(): Generator<void> {
    for (const field of this.fields) yield* field.readPostingsAhead()
  }

  close(): void {
    for (const field of this.fields) field.close()
  }

  private get fields(): FieldIndex[] {
    return [this.base, this.added].filter((field) => field !== undefined)
  }

  /** Of some terms those that carry weight in some passage, each once, in their order. */
  private living(terms: Iterable<string>): string[] {
    return [...new Set(terms)].filter((term) => this.has(term)).sort(compareByCodePoint)
  }
}
