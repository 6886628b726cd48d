import { QUOTATION_MARKS } from '../../src/query/characters.js'
import type { Cross } from '../../src/search/cross.js'
import type { Collection, JudgedQuery } from './collection.js'

/** Hits that are measured per query. */
export const DEPTH = 100

/** A query as systems get it. */
export interface Question {
  id: string
  /** For Fundstelle: in query syntax where the set is. */
  query: string
  /** For others: words, nothing that any query syntax reads as an operator. */
  words: string
  pool?: string | undefined
  /** The last word is unfinished. Only some systems can be told. */
  prefix: boolean
  /** Whether Fundstelle also searches translations, or nothing else; as it comes if left out. */
  cross?: Cross | undefined
}

/** Passage ids by query id, best first, {@link DEPTH} at most. TREC's word for it. */
export type Run = ReadonlyMap<string, readonly string[]>

/** Something that ranks passages. */
export interface System {
  /** As the command line and the table name it. */
  name: string
  /** Why it cannot run on this machine, if it cannot. */
  missing?(): Promise<string | null>
  run(collection: Collection, questions: readonly Question[]): Promise<Run>
}

export function questionOf(
  { id, text, pool, prefix = false }: JudgedQuery,
  syntax: boolean,
  cross?: Cross,
): Question {
  const words = plainText(text)
  return { id, query: syntax ? text : words, words, pool, prefix, cross }
}

const OPERATOR_SIGNS = new RegExp(`[():*|+${QUOTATION_MARKS}-]`, 'g')
const OPERATOR_WORDS = /\b(?:AND|UND|OR|ODER|NOT|NICHT)\b/g

/** A text as a query that means just its words. */
export function plainText(text: string): string {
  return text.replace(OPERATOR_SIGNS, ' ').replace(OPERATOR_WORDS, (word) => word.toLowerCase())
}
