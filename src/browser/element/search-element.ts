import { html, LitElement } from 'lit'
import type { FundstelleSearchElement } from './public.js'

export class SearchElement extends LitElement implements FundstelleSearchElement {
  static override properties = { endpoint: {} }

  declare endpoint: string

  constructor() {
    super()
    this.endpoint = ''
  }

  override render() {
    return html`<input type="search" />`
  }
}
