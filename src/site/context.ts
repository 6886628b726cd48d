import type { InterfaceLanguage } from '../interface/interface-language.js'
import type { Texts } from './texts/texts.js'

/** Where the files are that pages load; addresses with a hash of their content. */
export interface AssetAddresses {
  style: string
  script: string
  icon: string
}

/** What every page goes by. */
export interface PageContext {
  /** Path under which the app is mounted, without a slash at the end. */
  base: string
  language: InterfaceLanguage
  texts: Texts
  assets: AssetAddresses
  /** True where the address says the language, so that links must go on saying it. */
  isLanguageGiven: boolean
  /** Path (below `base`) and query of the page itself, without its language. */
  here: { path: string; parameters: URLSearchParams }
}

/** Names and values of a query string, in order. */
export type Parameters = Iterable<readonly [name: string, value: string]>

/**
 * The address of a page of ours, in the language of this one.
 *
 * @param path Below the base, with a slash in front; encoded already.
 */
export function addressOf(context: PageContext, path: string, parameters: Parameters = []): string {
  const query = new URLSearchParams([...parameters].map(([name, value]) => [name, value]))
  if (context.isLanguageGiven) query.set('ui', context.language)
  return `${context.base}${path}${queryString(query)}`
}

/** The address of this page in a language. */
export function addressIn(context: PageContext, language: InterfaceLanguage): string {
  const query = new URLSearchParams(context.here.parameters)
  query.set('ui', language)
  return `${context.base}${context.here.path}${queryString(query)}`
}

function queryString(query: URLSearchParams): string {
  return query.size === 0 ? '' : `?${query}`
}
