import type { DocumentMetadata } from '../corpus/document.js'
import type { Language } from '../language/language.js'
import type { Plan } from './plan.js'
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

export interface Ranked {
  passage: IndexedPassage
  score: number
  /** Present where the request asked for it. */
  explanation?: Explanation
}

export interface RankRequest {
  plan: Plan
  /** Number of hits to skip, and to return at most. */
  offset: number
  limit: number
  explain: boolean
}

export interface Ranking {
  /** Number of passages that match, whatever the window. */
  total: number
  ranked: Ranked[]
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
  passage(id: string): Promise<IndexedPassage | undefined>
  /** A document's passages from one place to another (exclusive), in order. */
  passagesOf(documentId: string, from?: number, to?: number): Promise<IndexedPassage[]>
  documents(): Promise<IndexedDocument[]>
  document(id: string): Promise<(IndexedDocument & { text: string }) | undefined>
  statistics(): Promise<Statistics>
  close(): Promise<void>
}
