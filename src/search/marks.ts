import type { Highlight } from '../highlight/highlight.js'
import type { FindOptions } from './question.js'
import type { Searcher } from './searcher.js'

/** What a query marks in a document, whatever it finds elsewhere. */
export type MarkOptions = Pick<FindOptions, 'cross' | 'without' | 'with' | 'speaker'>

/**
 * The passages of a document that a query finds, near-duplicates among them, each with its marks: by passage id, in the
 * order of the document. Passages that are found without a word in them are left out.
 *
 * @example
 * const marks = await marksIn(searcher, 'synopsis.en', 'whale')
 * for (const [id, highlights] of marks) console.log(id, highlights.length)
 */
export async function marksIn(
  searcher: Searcher,
  documentId: string,
  query: string,
  options: MarkOptions = {},
): Promise<Map<string, Highlight[]>> {
  const marks = new Map<string, Highlight[]>()
  if (query.trim() === '') return marks
  const { hits } = await searcher.searchAll(query, {
    ...options,
    doc: [documentId],
    collapse: false,
    sort: 'position',
  })
  // The filter takes other ids that differ in case and diacritics only.
  for await (const { passage, document, highlights } of hits)
    if (document.id === documentId && highlights.length > 0) marks.set(passage.id, highlights)
  return marks
}
