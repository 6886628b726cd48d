import type { DocumentMetadata } from '../corpus/document.js'
import type { Language } from '../language/language.js'
import type { Budget } from './budget.js'
import type { FacetField, Facets } from './facets.js'
import type { Condition, Plan } from './plan.js'
import type { Sort } from './sort.js'
import type { Vocabulary } from './vocabulary.js'

/** A document as an engine keeps it. */
export interface IndexedDocument extends DocumentMetadata {
  /** Path of its file, relative to the corpus folder. */
  path: string
  passageCount: number
}

/** A passage as an engine keeps it. */
export interface IndexedPassage {
  id: string
  /** 0-based place in its document. */
  ordinal: number
  text: string
  language: Language
  /** How sure the language is, 0 to 1. */
  confidence: number
  speaker: string | null
  /** Headings above it, outermost first. */
  heading: string[]
  /** UTF-16 offsets into the document's text. */
  start: number
  end: number
  /** UTF-16 offsets into the decoded file. */
  source: { start: number; end: number }
  document: IndexedDocument
}

/** One line of an explanation; `value` is the sum of the parts where there are parts. */
export interface Explanation {
  /** What it is about, for people. */
  description: string
  value: number
  parts: Explanation[]
}

/** A passage that matches too and says nearly the same as a better one. */
export interface Duplicate {
  /** The passage's id. */
  id: string
  document: IndexedDocument
  score: number
}

/** A passage that says the same in another version of the document. */
export interface Counterpart {
  /** The passage's id. */
  id: string
  language: Language
  /** Estimated probability that the two belong together, 0 to 1. */
  confidence: number
  document: IndexedDocument
}

/** A link between passages of two documents. */
export interface PassagePair {
  left: IndexedPassage
  right: IndexedPassage
  confidence: number
}

export interface Ranked {
  passage: IndexedPassage
  score: number
  /** Near-duplicates that it stands for, best first, a hundred at most; empty where there are none. */
  duplicates: Duplicate[]
  /** What says the same in other versions of its document, the surest first; empty where nothing is sure enough. */
  counterparts: Counterpart[]
  /** Present where the request asked for it. */
  explanation?: Explanation
  /** Present where the request asked for groups. */
  group?: {
    /** Number of its passages that match, this one included. */
    total: number
    /** Its best after this one. */
    next: Ranked[]
  }
}

/** What hits can be grouped by. */
export const GROUP_FIELDS = ['document', 'language'] as const
export type GroupField = (typeof GROUP_FIELDS)[number]

/** What to find, in which order. */
export interface FindRequest {
  plan: Plan
  /** Restrict the hits like conditions in the plan; but a facet does not count with the one on its own field. */
  filters: Condition[]
  sort: Sort
  facets: readonly FacetField[]
  /** Number of values of a facet at most. */
  facetLimit: number
  /** True if what the counterparts of a passage say counts for it. */
  counterparts: boolean
  /** True to keep only the best of passages that say nearly the same. */
  collapse: boolean
  /** What finding may cost; without one, whatever it takes. */
  budget?: Budget
}

export interface RankRequest extends FindRequest {
  /** Number of hits to skip, and to return at most. */
  offset: number
  limit: number
  explain: boolean
  /** Where given, a document or a language is one hit: its best passage, with so many of its next best. */
  group: { by: GroupField; next: number } | null
}

/** What is known of the hits as a whole. */
export interface Found {
  /** Number of passages that match, whatever the window; collapsed ones count once. */
  total: number
  /** Number of documents that they are in. */
  totalDocuments: number
  /** False where not all hits were looked for: both numbers are then what there is at least. */
  exhaustive: boolean
  facets: Facets
}

export interface Ranking extends Found {
  ranked: Ranked[]
}

export interface FullRanking extends Found {
  /** Every hit, in small batches; other requests are answered between them. To be read once. */
  batches: AsyncIterable<Ranked[]>
}

export interface Statistics {
  documents: number
  passages: number
  passagesByLanguage: Record<Language, number>
}

/** Finds and ranks passages. Read-only: one engine serves any number of requests at once. */
export interface Engine {
  readonly vocabulary: Vocabulary
  rank(request: RankRequest): Promise<Ranking>
  /** All hits rather than a window of them; passages are read as the batches are. */
  rankAll(request: FindRequest): Promise<FullRanking>
  passage(id: string): Promise<IndexedPassage | undefined>
  /** A document's passages from one place to another (exclusive), in order. */
  passagesOf(documentId: string, from?: number, to?: number): Promise<IndexedPassage[]>
  /** A passage's counterparts in other versions of its document, the surest first. */
  counterparts(passageId: string): Promise<Counterpart[]>
  /** Links between two documents, the left one first, in its order; empty where they are no versions of each other. */
  links(documentId: string, otherId: string): Promise<PassagePair[]>
  /** Other versions of a document: those that are said to be, and those with links to it. */
  versions(documentId: string): Promise<IndexedDocument[]>
  /** Links that somebody should look at, those too weak to count among them: the weakest first. */
  doubtfulLinks(): Promise<PassagePair[]>
  documents(): Promise<IndexedDocument[]>
  document(id: string): Promise<(IndexedDocument & { text: string }) | undefined>
  statistics(): Promise<Statistics>
  close(): Promise<void>
}
