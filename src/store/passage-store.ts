import type { Originals } from '../duplicates/originals.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { IndexedDocument, IndexedPassage } from '../search/engine.js'
import { mergedByPath } from './merged-by-path.js'
import { PassageGroups } from './passage-groups.js'
import type { StoreSegment } from './store-segment.js'

/** What passages can be listed by. */
export type GroupedField = 'document' | 'section' | 'speaker'

/** What a second segment changes. */
export interface AddedSegment {
  segment: StoreSegment
  /** Numbers of documents of the base that are gone. */
  removed: readonly number[]
  /** Of all passages of both. */
  originals: Originals
}

/**
 * The stored documents and passages: those of one segment, or of a base and of a second segment beside it, whose numbers come after
 * those of the base. Passages and documents of the base that are gone keep their numbers.
 */
export class PassageStore {
  /** Those that are gone among them: numbers of documents are below this. */
  readonly documentCount: number
  /** Numbers of passages are below this. */
  readonly passageCount: number
  /** Number of passages that are there. */
  readonly size: number
  /** By passage number. */
  readonly section: Uint32Array
  readonly speaker: Uint32Array
  readonly documentOf: Uint32Array
  readonly length: Uint16Array
  readonly originals: Originals
  /** Places in {@link LANGUAGES}. */
  readonly language: Uint8Array
  /** By number of a document: 1 where it is gone; null where none is. */
  readonly gone: Uint8Array | null
  /** Numbers of the documents that are there, in the order of their paths. */
  readonly inOrder: Uint32Array
  /** By passage: its place in the order of the documents' paths; null where numbers are in that order. */
  readonly places: Uint32Array | null
  /** Names of speakers by number, each document's its own; a passage's speaker column is one more, zero where there is none. */
  readonly speakers: { readonly length: number; at(number: number): string }
  /** From these numbers on, what is numbered is of the second segment. */
  readonly firstAdded: { passage: number; document: number; section: number; speaker: number }
  private readonly sectionCount: number
  private all: readonly IndexedDocument[] | undefined
  /** By id; made when one is first asked for. */
  private numbers: Map<string, number> | undefined
  /** Made when they are first asked for. */
  private readonly groups = new Map<GroupedField, PassageGroups>()

  constructor(
    private readonly base: StoreSegment,
    private readonly added?: AddedSegment,
  ) {
    const segments = added ? [base, added.segment] : [base]
    this.firstAdded = {
      passage: base.passageCount,
      document: base.table.length,
      section: base.sectionCount,
      speaker: base.speakers.length,
    }
    this.documentCount = segments.reduce((sum, { table }) => sum + table.length, 0)
    const join = <T extends Uint8Array | Uint16Array | Uint32Array>(
      column: (segment: StoreSegment) => T,
      first = 0,
      none = false,
    ): T => (added ? joined(column(base), column(added.segment), first, none) : column(base))
    this.documentOf = join(({ documentOf }) => documentOf, this.firstAdded.document)
    this.section = join(({ section }) => section, this.firstAdded.section)
    this.speaker = join(({ speaker }) => speaker, this.firstAdded.speaker, true)
    this.length = join(({ length }) => length)
    this.language = join(({ language }) => language)
    this.originals = added?.originals ?? base.originals
    this.passageCount = this.documentOf.length
    this.sectionCount = segments.reduce((sum, { sectionCount }) => sum + sectionCount, 0)
    this.speakers = added ? joinedNames(base.speakers, added.segment.speakers) : base.speakers
    this.gone = added && added.removed.length > 0 ? flags(added.removed, this.documentCount) : null
    this.inOrder = this.orderDocuments()
    this.size = added ? this.passagesThere() : this.passageCount
    this.places = added ? this.placePassages() : null
  }

  /** By number, those that are gone among them. All are read: for one, {@link document} is there. */
  get documents(): readonly IndexedDocument[] {
    const { base, added } = this
    this.all ??= added
      ? [...base.table.documents, ...added.segment.table.documents]
      : base.table.documents
    return this.all
  }

  /** Reads the metadata of the documents, some of them from one step to the next. */
  *readAhead(): Generator<void> {
    yield* this.base.table.readAhead()
    if (this.added) yield* this.added.segment.table.readAhead()
  }

  document(document: number): IndexedDocument {
    const { segment, number } = this.documentIn(document)
    return segment.table.document(number)
  }

  /** The passages of each document, of each section, or of each speaker (from 1, 0 for those without). */
  groupedBy(field: GroupedField): PassageGroups {
    const known = this.groups.get(field) ?? this.makeGroups(field)
    this.groups.set(field, known)
    return known
  }

  /** True for a passage whose document is gone. */
  isGone(passage: number): boolean {
    return this.gone !== null && this.gone[this.documentOf[passage]!] === 1
  }

  /** A document's number, or undefined. */
  documentNumber(id: string): number | undefined {
    this.numbers ??= new Map(
      Array.from(this.inOrder, (number) => [this.documents[number]!.id, number]),
    )
    return this.numbers.get(id)
  }

  /** A document's whole text. */
  text(document: number): string {
    const { segment, number } = this.documentIn(document)
    return segment.documentText(number)
  }

  /** Numbers of a document's passages: first, and one past the last. */
  passagesOf(document: number): { first: number; end: number } {
    const { segment, number, firstPassage: before } = this.documentIn(document)
    const first = before + segment.table.firstPassageOf(number)
    return { first, end: first + segment.table.passageCountOf(number) }
  }

  languageOf(passage: number): Language {
    return LANGUAGES[this.language[passage]!]!
  }

  /** The number of the passage with an id, or undefined. */
  passageNumber(id: string): number | undefined {
    const cut = id.lastIndexOf('#')
    const document = this.documentNumber(id.slice(0, cut))
    if (document === undefined) return undefined
    const { first, end } = this.passagesOf(document)
    const hash = id.slice(cut + 1)
    for (let passage = first; passage < end; passage++)
      if (this.hashOf(passage) === hash) return passage
    return undefined
  }

  /** The id of a passage, by number. */
  passageId(number: number): string {
    return `${this.document(this.documentOf[number]!).id}#${this.hashOf(number)}`
  }

  passage(passage: number): IndexedPassage {
    const document = this.documentOf[passage]!
    const { segment, number } = this.passageIn(passage)
    const { start, end, source } = segment.rangesOf(number)
    return {
      id: this.passageId(passage),
      ordinal: passage - this.passagesOf(document).first,
      text: segment.passageText(number),
      language: this.languageOf(passage),
      confidence: segment.confidenceOf(number),
      speaker: segment.speakerOf(number),
      heading: segment.headingOf(number),
      start,
      end,
      source,
      document: this.document(document),
    }
  }

  close(): void {
    this.base.close()
    this.added?.segment.close()
  }

  private hashOf(passage: number): string {
    const { segment, number } = this.passageIn(passage)
    return segment.hashes.at(number)
  }

  private passageIn(passage: number): { segment: StoreSegment; number: number } {
    const { base } = this
    return passage < base.passageCount
      ? { segment: base, number: passage }
      : { segment: this.added!.segment, number: passage - base.passageCount }
  }

  private documentIn(document: number) {
    const { base } = this
    return document < base.table.length
      ? { segment: base, number: document, firstPassage: 0 }
      : {
          segment: this.added!.segment,
          number: document - base.table.length,
          firstPassage: base.passageCount,
        }
  }

  private makeGroups(field: GroupedField): PassageGroups {
    if (field === 'document')
      return new PassageGroups(this.documentOf, this.documentCount, this.firstPassages())
    if (field === 'section') return new PassageGroups(this.section, this.sectionCount)
    return new PassageGroups(this.speaker, this.speakers.length + 1)
  }

  /** By document; and then how many passages there are. */
  private firstPassages(): Uint32Array {
    const { base, added } = this
    if (!added) return base.table.firstPassages
    const ofAdded = added.segment.table.firstPassages
    const first = new Uint32Array(this.documentCount + 1)
    first.set(base.table.firstPassages)
    for (let document = 0; document < ofAdded.length; document++)
      first[base.table.length + document] = base.passageCount + ofAdded[document]!
    return first
  }

  /** Each segment is in the order of the paths. */
  private orderDocuments(): Uint32Array {
    const { gone } = this
    const there = new Uint32Array(this.documentCount)
    for (let number = 0; number < there.length; number++) there[number] = number
    if (!this.added) return there
    const left = gone ? there.filter((number) => gone[number] === 0) : there
    const own = left.findLastIndex((number) => number < this.firstAdded.document) + 1
    return mergedByPath(
      left.subarray(0, own),
      left.subarray(own),
      (number) => this.document(number).path,
    )
  }

  /** How many are of documents that are not gone. */
  private passagesThere(): number {
    return this.inOrder.reduce((sum, number) => {
      const { first, end } = this.passagesOf(number)
      return sum + end - first
    }, 0)
  }

  private placePassages(): Uint32Array {
    const places = new Uint32Array(this.passageCount)
    let place = 0
    for (const document of this.inOrder) {
      const { first, end } = this.passagesOf(document)
      for (let passage = first; passage < end; passage++) places[passage] = place++
    }
    return places
  }
}

/**
 * @param first Added to the numbers of the second column.
 * @param none True where 0 stands for none.
 */
function joined<T extends Uint8Array | Uint16Array | Uint32Array>(
  base: T,
  added: T,
  first: number,
  none: boolean,
): T {
  const all = new (base.constructor as { new (length: number): T })(base.length + added.length)
  all.set(base)
  all.set(added, base.length)
  if (first > 0)
    for (let i = base.length; i < all.length; i++) if (!none || all[i]! > 0) all[i]! += first
  return all
}

function joinedNames(base: PassageStore['speakers'], added: PassageStore['speakers']) {
  return {
    length: base.length + added.length,
    at: (number: number) =>
      number < base.length ? base.at(number) : added.at(number - base.length),
  }
}

function flags(numbers: readonly number[], length: number): Uint8Array {
  const flagged = new Uint8Array(length)
  for (const number of numbers) flagged[number] = 1
  return flagged
}
