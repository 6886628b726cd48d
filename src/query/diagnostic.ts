import type { Diagnostic, Span } from './query.js'

/** Everything the parser can remark on: the code, and what it means. */
export const DIAGNOSTICS = {
  'empty-query': 'Nothing is left to search for.',
  'only-exclusions': 'Everything is excluded and nothing is asked for.',
  'too-long': 'The text or the number of operands is beyond the limit; the rest is kept out.',
  'too-deep': 'Parentheses are nested beyond the limit; the inner ones are ignored.',
  'unclosed-quote': 'A quotation mark has no partner; the phrase is read to the end.',
  'empty-phrase': 'There is no word between two quotation marks; they are ignored.',
  'unclosed-group': 'An opening parenthesis has no partner; the group is read to the end.',
  'unopened-group': 'A closing parenthesis has no partner; it is ignored.',
  'empty-group': 'There is nothing between two parentheses; they are ignored.',
  'dangling-operator': 'AND, OR or NOT has nothing to act on; it is ignored.',
  'mixed-operators': 'AND and OR stand at the same level; AND binds tighter.',
  'double-not': 'Something is excluded twice over; that is read as one exclusion.',
  'negation-in-or': 'An exclusion is an alternative of OR; it is kept out.',
  'short-prefix': 'A star stands after fewer than two letters; it is ignored.',
  'stray-star': 'A star stands elsewhere than at the end of a word; it is ignored.',
  'unknown-field': 'A word before a colon looks like a field and is none; it is read as a word.',
  'field-without-value': 'A field has no value directly after its colon; it is ignored.',
  'unknown-language': 'A language is asked for that the collection does not know; it is kept out.',
  'bad-date': 'A date cannot be read and is kept out, or a range runs backwards and is turned.',
} as const

/** A word for programs that says what a remark is about; see {@link DIAGNOSTICS}. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS

/** More remarks of one code tell nobody more, and a thousand `)` must not make a thousand sentences. */
const MAX_PER_CODE = 8

/** Collects remarks while a query is read. */
export class DiagnosticCollector {
  private readonly diagnostics: Diagnostic[] = []
  private readonly counts = new Map<DiagnosticCode, number>()

  /** Remarks on a range of the query in one plain sentence; silent after eight with the same code. */
  report(code: DiagnosticCode, { start, end }: Span, message: string): void {
    const count = this.counts.get(code) ?? 0
    this.counts.set(code, count + 1)
    if (count < MAX_PER_CODE) this.diagnostics.push({ code, message, start, end })
  }

  /** All remarks in the order of the text. */
  sorted(): Diagnostic[] {
    return this.diagnostics.toSorted((a, b) => a.start - b.start || a.end - b.end)
  }
}
