import type { Hit } from '../../search/hit.js'

/** Values by name. */
export type TemplateValues = Record<string, string>

/** These are parts of addresses already. */
const READY_MADE = ['endpoint', 'conditions']

/**
 * Fills an address template: `{name}` stands for a value that is encoded, `{+name}` for one that keeps its slashes (a
 * small part of RFC 6570).
 */
function expand(template: string, values: TemplateValues): string {
  return template.replace(/\{(\+?)(\w+)\}/g, (whole, keepsSlashes, name) => {
    const value = values[name]
    if (value === undefined || READY_MADE.includes(name)) return value ?? whole
    const encoded = encodeURIComponent(value.toWellFormed())
    return keepsSlashes ? encoded.replaceAll('%2F', '/') : encoded
  })
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined
}

/** The address in full, or empty where following it would do anything but open a page. */
function safeAddress(address: string): string {
  const url = parsed(address)
  return url && /^(https?|file):$/.test(url.protocol) ? url.href : ''
}

/**
 * Address of the server without a slash at the end; where nothing is said, the folder that this module is in. What is no
 * address stays as it is, and cannot be reached.
 */
export function serverAddress(endpoint: string): string {
  const home = import.meta.url?.startsWith('http') ? new URL('.', import.meta.url).href : ''
  const address = endpoint || home || '/'
  return parsed(address)?.href.replace(/\/+$/, '') ?? address
}

/** The part of a passage's id that names it in its document. */
function anchorOf(passageId: string): string {
  return passageId.slice(passageId.lastIndexOf('#') + 1)
}

/** The first words of the paragraph with the first mark: browsers find them where an address ends in `#:~:text=…`. */
function firstWords({ passage: { text }, highlights }: Hit): string {
  const start = text.lastIndexOf('\n', highlights[0]?.start ?? 0) + 1
  return /^(?:\S+ ?){0,6}/.exec(text.slice(start))![0].trim()
}

/** What a search was: the server, the query, and a query string of all else. */
export interface SearchDone {
  endpoint: string
  query: string
  conditions: string
}

/** Where all passages are to be seen by a template; empty where that is no page to open. */
export function allAddress(
  template: string,
  { endpoint, query, conditions }: SearchDone,
  values: TemplateValues = {},
): string {
  const address = expand(template, {
    endpoint: serverAddress(endpoint),
    query,
    conditions: conditions && `&${conditions}`,
    ...values,
  })
  return template && safeAddress(address.replace(/#$/, ''))
}

/** Where a passage or document leads by a template; empty where that is no page to open. */
export function choiceAddress(
  template: string,
  search: SearchDone,
  { id, title }: { id: string; title: string },
  hit: Hit | null,
): string {
  return allAddress(template, search, {
    document: id,
    title,
    passage: hit?.passage.id ?? '',
    anchor: hit ? anchorOf(hit.passage.id) : '',
    language: hit?.passage.language ?? '',
    words: hit ? firstWords(hit) : '',
  })
}
