/** What the script of the search page says; the server sends it along in the language of the page. */
export interface PageTexts {
  suggestions: string
  document: string
  loading: string
  failed: string
  retry: string
}
