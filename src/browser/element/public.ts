/** `<fundstelle-search>`: a search box for a collection that Fundstelle serves. */
export interface FundstelleSearchElement extends HTMLElement {
  /** Address of the server; that of the page by default. */
  endpoint: string
}

declare global {
  interface HTMLElementTagNameMap {
    'fundstelle-search': FundstelleSearchElement
  }
}
