import type { Hit, SearchResponse } from '../../search/hit.js'
import type { SearchFailure } from './failure.js'
import type { Strings } from './strings.js'

/** `<fundstelle-search>`: a search box for a collection that Fundstelle serves. */
export interface FundstelleSearchElement extends HTMLElement {
  /** Address of the server; where it is not given, the folder that the module was loaded from. */
  endpoint: string
  /** What stands in the field. */
  value: string
  /** Passages in the other language: with the rest (`auto`), nothing else (`only`), none (`off`). */
  cross: 'auto' | 'only' | 'off'
  /** Only documents of these kinds; any where it is empty. As a string, also in the attribute, with commas between them. */
  kind: string | readonly string[]
  /** Only what these people say. */
  speaker: string | readonly string[]
  /** Only these documents, by id. */
  doc: string | readonly string[]
  /** Most passages to show, 1 to 100. */
  limit: number
  /** What stands in the empty field. */
  placeholder: string
  /** Queries to offer before anything is typed; by default some that the server knows, unless there are filters. */
  examples: string | readonly string[] | null
  /** Light or dark; by default as the page is (its `color-scheme`). */
  theme: 'auto' | 'light' | 'dark'
  /** Address template of a passage or document. */
  resultHref: string
  /** Address template of the page with all passages; empty for no link to one. */
  allHref: string
  /** Milliseconds without a key after which the server is asked. */
  debounce: number
  /** Key that takes the focus to the field: `/`, `ctrl+k`, `mod+k`. */
  shortcut: string
  /** Strings to say instead of the usual ones; in the attribute as JSON. */
  strings: Partial<Strings> | string | null

  /**
   * Searches at once, as if the query had been typed.
   *
   * @param query What stands in the field, where it is left out.
   * @returns undefined where there is no answer, or the search was cancelled or overtaken by a newer one.
   */
  search(query?: string): Promise<SearchResponse | undefined>
  /** Empties the field, forgets what was found and which words were switched off. */
  clear(): void
}

/** What the element tells; all bubble and leave shadow roots, and all but `fundstelle:results` can be cancelled. */
export interface FundstelleSearchEventMap {
  /** A search is about to begin; cancelled, it does not. */
  'fundstelle:search': CustomEvent<{ query: string }>
  /** Results are there and about to be shown. */
  'fundstelle:results': CustomEvent<{ query: string; response: SearchResponse }>
  /** A passage (then with its `hit`) or a document was chosen; cancelled, its address is not opened. */
  'fundstelle:select': CustomEvent<{
    query: string
    hit: Hit | null
    document: { id: string; title: string }
    /** Where it leads, by `resultHref`. */
    url: string
    newTab: boolean
  }>
  /** There is no answer; cancelled, nothing is shown about it. */
  'fundstelle:error': CustomEvent<{ query: string; error: SearchFailure }>
}

declare global {
  interface HTMLElementTagNameMap {
    'fundstelle-search': FundstelleSearchElement
  }
  interface HTMLElementEventMap extends FundstelleSearchEventMap {}
}
