import type { Hit } from '../../search/hit.js'

/** Values by name. */
export type TemplateValues = Record<string, string>

/** These are parts of addresses already. */
const READY_MADE = ['endpoint', 'conditions']

/**
 * Fills an address template: `{name}` stands for a value that is encoded, `{+name}` for one that keeps its slashes (a
 * small part of RFC 6570).
 */
export function expand(template: string, values: TemplateValues): string {
  return template.replace(/\{(\+?)(\w+)\}/g, (whole, keepsSlashes, name) => {
    const value = values[name]
    if (value === undefined || READY_MADE.includes(name)) return value ?? whole
    const encoded = encodeURIComponent(value.toWellFormed())
    return keepsSlashes ? encoded.replaceAll('%2F', '/') : encoded
  })
}

/** The address in full, or undefined where following it would do anything but open a page. */
export function safeAddress(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(address, document.baseURI)
    return /^(https?|file):$/.test(protocol) ? href : undefined
  } catch {
    return undefined
  }
}

/** Address of the server without a slash at the end; where nothing is said, the folder that this module is in. */
export function serverAddress(endpoint: string): string {
  const home = import.meta.url?.startsWith('http') ? new URL('.', import.meta.url).href : ''
  return new URL(endpoint || home || '/', document.baseURI).href.replace(/\/+$/, '')
}

/** The part of a passage's id that names it in its document. */
export function anchorOf(passageId: string): string {
  return passageId.slice(passageId.lastIndexOf('#') + 1)
}

/** The first words of the paragraph with the first mark: browsers find them where an address ends in `#:~:text=…`. */
export function firstWords({ passage: { text }, highlights }: Hit): string {
  const start = text.lastIndexOf('\n', highlights[0]?.start ?? 0) + 1
  return /^(?:\S+ ?){0,6}/.exec(text.slice(start))![0].trim()
}
