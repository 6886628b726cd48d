import type { InterfaceLanguage } from './interface-language.js'

/** Opening and closing marks, and those of a quotation within a quotation. */
const MARKS: Record<InterfaceLanguage, { outer: [string, string]; inner: [string, string] }> = {
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
  de: { outer: ['„', '“'], inner: ['‚', '‘'] },
}

const QUOTATION_MARK = /[„“”"«»]/gu
const OPENING = '„'
const CLOSING = '”'

/**
 * A text as a quotation, with the marks of a language. Quotation marks in the text become single ones of the same
 * language; apostrophes and all else stay as they are.
 */
export function quoted(text: string, language: InterfaceLanguage): string {
  const { outer, inner } = MARKS[language]
  const within = text.replace(QUOTATION_MARK, (mark, place: number) =>
    opens(mark, text[place - 1] ?? '', text[place + 1] ?? '') ? inner[0] : inner[1],
  )
  return `${outer[0]}${within}${outer[1]}`
}

/**
 * True where the quotation begins behind a mark. Some marks open in one language and close in the other; their
 * neighbours tell.
 */
function opens(mark: string, before: string, after: string): boolean {
  if (mark === OPENING) return true
  if (mark === CLOSING) return false
  return /^[\s([{–—„“‚‘«»"]?$/u.test(before) && /\S/u.test(after)
}
