import type { DiagnosticCode } from './diagnostic.js'

/** A range of the query string, in UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** A word as typed, without operators. */
export interface WordNode extends Span {
  type: 'word'
  text: string
}

/** `prefix*`: any word that begins so. `text` is without the star. */
export interface PrefixNode extends Span {
  type: 'prefix'
  text: string
}

/** `"exact phrase"`: these words, unstemmed, in this order. `text` is what stands between the quotes. */
export interface PhraseNode extends Span {
  type: 'phrase'
  text: string
}

export const FIELDS = ['lang', 'kind', 'speaker', 'doc', 'tag', 'date'] as const
export type Field = (typeof FIELDS)[number]

/** `field:value`, a condition that adds nothing to the score. */
export interface FieldNode extends Span {
  type: 'field'
  field: Exclude<Field, 'date'>
  value: string
}

/** `date:2012`, `date:2012-05-17`, `date:2011..2012`; both ends inclusive, `null` where open. ISO 8601 prefixes. */
export interface DateNode extends Span {
  type: 'date'
  from: string | null
  to: string | null
}

/** `-x`: passages that do not match x. */
export interface NotNode extends Span {
  type: 'not'
  child: QueryNode
}

/** `a OR b`: passages that match at least one. Two children or more. */
export interface OrNode extends Span {
  type: 'or'
  children: QueryNode[]
}

/** `(a b)` as an operand: passages that match all. Two children or more, at least one of them not a `not`. */
export interface AndNode extends Span {
  type: 'and'
  children: QueryNode[]
}

export type QueryNode =
  | WordNode
  | PrefixNode
  | PhraseNode
  | FieldNode
  | DateNode
  | NotNode
  | OrNode
  | AndNode

/** A remark about the query: what was odd, where, and how it was read. Never an exception. */
export interface Diagnostic extends Span {
  /** A word for programs: `unclosed-quote`, `unknown-field`, … */
  code: DiagnosticCode
  /** A sentence for people. */
  message: string
}

/**
 * A question. `clauses` stand side by side: words among them are wanted (passages with all of them
 * come first), phrases, fields and groups are required, `not` excludes.
 */
export interface Query {
  text: string
  clauses: QueryNode[]
  diagnostics: Diagnostic[]
}
