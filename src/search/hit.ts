import type { Range } from '../highlight/excerpt.js'
import type { Highlight } from '../highlight/highlight.js'
import type { Language } from '../language/language.js'
import type { Diagnostic } from '../query/query.js'
import type { Explanation } from './engine.js'

/** The answer to a search; always of this shape. */
export interface SearchResponse {
  /** The query as it was asked. */
  query: string
  /** Remarks about the query, with positions in it. */
  diagnostics: Diagnostic[]
  /** The query with words corrected that find nothing, or next to nothing; null where there are none. */
  didYouMean: string | null
  /** Number of passages that match, whatever the window. */
  total: number
  /** The window's hits, best first. */
  hits: Hit[]
}

/** A passage that answers the query. */
export interface Hit {
  /** 1 for the best. */
  rank: number
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
  /** Why it has its score; present where asked for. */
  explanation?: Explanation
}
