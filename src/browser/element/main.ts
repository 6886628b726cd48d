import type { FundstelleSearchElement } from './public.js'
import { SearchElement } from './search-element.js'

export type { FailureReason, SearchFailure } from './failure.js'
export type { FundstelleSearchElement, FundstelleSearchEventMap } from './public.js'
export type { Strings } from './strings.js'

/** The class of `<fundstelle-search>`; loading this module defines the element. */
export const FundstelleSearch: new () => FundstelleSearchElement = SearchElement

// A page may load the module from two addresses.
if (!customElements.get('fundstelle-search'))
  customElements.define('fundstelle-search', SearchElement)
