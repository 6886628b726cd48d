import type { Range } from '../highlight/excerpt.js'
import type { Highlight } from '../highlight/highlight.js'
import type { Language } from '../language/language.js'
import type { Diagnostic, Field } from '../query/query.js'
import type { Explanation } from './engine.js'
import type { Facets } from './facets.js'
import type { Suggestion } from './suggest.js'

/** What a remark may be about that the parser cannot know: the code, and what it means. */
export const SEARCH_REMARKS = {
  'translated-phrase': 'A phrase is searched as words near each other in the other language.',
  partial:
    'The question takes too much work to be answered as a whole: there may be more, and better, than what was found.',
  'unknown-value':
    'Nothing has a value that a field or a filter asks for; for a filter, the range is empty.',
  'language-left-out':
    'Only the other language is asked for, and a field or a filter leaves it out.',
} as const

/** A remark of the parser, or one on what became of the query. */
export type Remark =
  | Diagnostic
  | (Omit<Diagnostic, 'code'> & { code: Exclude<keyof typeof SEARCH_REMARKS, 'unknown-value'> })
  | (Omit<Diagnostic, 'code'> & { code: 'unknown-value'; unknown: UnknownValue })

/** A value that nothing in the collection has. */
export interface UnknownValue {
  field: Field
  /** As it was asked for; a range of dates as queries write it. */
  value: string
  /** The most frequent values of the field, eight at most; of dates the first and the last one. */
  known: string[]
  /** True where there are more than these. */
  more: boolean
}

/** The answer to a search; always of this shape. */
export interface SearchResponse {
  /** The query as it was asked. */
  query: string
  /** Remarks about the query, with positions in it. */
  diagnostics: Remark[]
  /** The query with words corrected that find nothing, or next to nothing; null where there are none, or that finds nothing either. */
  didYouMean: string | null
  /** True where the question would have taken too much work, so that there may be more, and better. */
  partial: boolean
  /** Number of passages that match, whatever the window; near-duplicates count once where they are collapsed. */
  total: number
  /** Number of documents that they are in. */
  totalDocuments: number
  /** False where so many match that they were not all looked for: both numbers are then what there is at least. */
  exhaustive: boolean
  /** The facets that were asked for. */
  facets: Facets
  /** The window's hits, in the order that was asked for. */
  hits: Hit[]
}

/** The answer to what is being typed. */
export interface SuggestResponse {
  /** What has been typed. */
  query: string
  /** Completed queries by frequency, then documents. */
  suggestions: Suggestion[]
}

/** A passage that answers the query. */
export interface Hit extends PassageHit {
  /** 1 for the first in the order that was asked for. */
  rank: number
  /** The other hits of its document or language; present where hits are grouped. */
  group?: HitGroup
}

/** The hits of a document or language besides the one that stands for it. */
export interface HitGroup {
  /** Number of its passages that match, the hit itself included. */
  total: number
  /** Its best after the hit; how many is up to the request. */
  next: PassageHit[]
}

/** A passage that answers the query. */
export interface PassageHit {
  score: number
  passage: {
    id: string
    text: string
    language: Language
    speaker: string | null
    /** Headings above it, outermost first. */
    heading: string[]
    /** UTF-16 offsets into the document's text. */
    start: number
    end: number
  }
  document: { id: string; title: string; kind: string | null; date: string | null }
  /** The words that matched: UTF-16 offsets into `passage.text`, ascending, without overlap. */
  highlights: Highlight[]
  /** The stretch to show of a long passage: UTF-16 offsets into `passage.text`. */
  excerpt: Range
  /**
   * Passages that match too and say nearly the same, best first, a hundred at most; empty where there are none or all
   * are hits of their own.
   */
  duplicates: { id: string; document: { id: string; title: string }; score: number }[]
  /**
   * Passages that say the same in other versions of its document (translations, mostly), the surest first; empty where
   * nothing is sure enough.
   */
  counterparts: {
    id: string
    language: Language
    /** Estimated probability that the two belong together, 0 to 1. */
    confidence: number
    document: { id: string; title: string }
  }[]
  /** Why it has its score; present where asked for. */
  explanation?: Explanation
}

/** The answer to a search for all hits. */
export interface AllHits extends Omit<SearchResponse, 'hits'> {
  /** Read from the index as they are taken; to be iterated once. */
  hits: AsyncIterable<Hit>
}
