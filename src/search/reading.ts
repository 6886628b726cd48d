import { REVIEW_CEILING } from '../alignment/threshold.js'
import type { Highlight } from '../highlight/highlight.js'
import type { Language } from '../language/language.js'
import type { IndexedDocument, IndexedPassage } from './engine.js'
import { type MarkOptions, marksIn } from './marks.js'
import { type ParallelDocuments, parallelDocuments } from './parallel.js'
import type { Searcher } from './searcher.js'

/** What a reader has asked for before. */
export interface ReadersQuestion extends MarkOptions {
  query: string
}

/** By passage id, in the order of the text; passages without marks are not in it. */
export type Marks = ReadonlyMap<string, readonly Highlight[]>

/** A document to be read from beginning to end. */
export interface DocumentReading {
  document: IndexedDocument & { text: string }
  passages: IndexedPassage[]
  marks: Marks
  versions: DocumentVersion[]
}

/** Another version of a document. */
export interface DocumentVersion {
  document: IndexedDocument
  /** Null where nothing tells. */
  language: Language | null
  /** For passages that say the same here, by the id of the passage in the document that is read: how sure that is. */
  links: ReadonlyMap<string, number>
}

/** Two versions of a document to be read beside each other. */
export interface ParallelReading extends ParallelDocuments {
  /** Of both documents. */
  marks: Marks
}

/** Reads a document, with marks and versions; undefined where there is no such document. */
export async function readDocument(
  searcher: Searcher,
  id: string,
  question: ReadersQuestion,
): Promise<DocumentReading | undefined> {
  const { engine } = searcher
  const document = await engine.document(id)
  if (!document) return undefined
  const [passages, marks, versions] = await Promise.all([
    engine.passagesOf(id),
    marksIn(searcher, id, question.query, question),
    engine.versions(id),
  ])
  const described = await Promise.all(versions.map((version) => readVersion(searcher, id, version)))
  return { document, passages, marks, versions: described }
}

async function readVersion(
  { engine }: Searcher,
  id: string,
  document: IndexedDocument,
): Promise<DocumentVersion> {
  const pairs = await engine.links(id, document.id)
  const links = new Map<string, number>()
  // The surest of a passage comes first.
  for (const { left, confidence } of pairs) if (!links.has(left.id)) links.set(left.id, confidence)
  const passages = pairs.map(({ right }) => right)
  const known = passages.length > 0 ? passages : await engine.passagesOf(document.id, 0, 10)
  return { document, language: document.language ?? mainLanguage(known), links }
}

/** Reads two documents side by side, with marks; undefined where one of them does not exist. */
export async function readParallel(
  searcher: Searcher,
  id: string,
  otherId: string,
  question: ReadersQuestion,
): Promise<ParallelReading | undefined> {
  const found = await parallelDocuments(searcher.engine, id, otherId)
  if (!found) return undefined
  const [marks, others] = await Promise.all([
    marksIn(searcher, id, question.query, question),
    marksIn(searcher, otherId, question.query, question),
  ])
  return { ...found, marks: new Map([...marks, ...others]) }
}

/** The language of most passages; null where there are none. */
export function mainLanguage(passages: readonly { language: Language }[]): Language | null {
  const counts = new Map<Language, number>()
  for (const { language } of passages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/** True of a link that should be shown with a doubt. */
export function isUncertain(confidence: number | null): boolean {
  return confidence !== null && confidence < REVIEW_CEILING
}
