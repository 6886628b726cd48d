import { writtenDate } from './dates.js'
import type { InterfaceLanguage } from './interface-language.js'
import { type ReadablePassage, spokenText } from './passage-parts.js'
import { quoted } from './quotation.js'

/** A passage to be cited. */
export interface CitedPassage extends ReadablePassage {
  /** `DOCUMENT#PASSAGE`. */
  id: string
}

/** The document that it is cited from. */
export interface CitedDocument {
  title: string
  /** ISO 8601: `2012`, `2012-05` or `2012-05-17`. */
  date: string | null
  /** Where the text comes from. */
  source: string | null
}

/** Where and when it was read. */
export interface Reading {
  /** Address that leads to the passage. */
  permalink: string
  /** Day of the visit, ISO 8601. */
  accessed: string
}

/** A quotation, and where it is from. */
export interface Citation {
  quotation: string
  source: string
}

/**
 * Cites a passage as is usual in a language, with the quotation marks of that language. The words of the passage stay
 * as they are, in whatever language.
 */
export function cite(
  passage: CitedPassage,
  document: CitedDocument,
  { permalink, accessed }: Reading,
  style: InterfaceLanguage,
): Citation {
  const title = quoted(onOneLine(document.title), style)
  const date = document.date === null ? UNDATED[style] : writtenDate(document.date, style)
  const [documentId, passageName] = cutId(passage.id)
  const said = onOneLine(passage.speaker ?? '')
  const parts =
    style === 'de'
      ? [
          said ? `${said}, in: ${title}` : title,
          date,
          ...present(document.source),
          `Dokument ${documentId}, Fundstelle ${passageName}`,
          permalink,
        ]
      : [
          said ? `${said}, in ${title}` : title,
          date,
          ...present(document.source),
          `document ${documentId}, passage ${passageName}`,
          permalink,
        ]
  const visit = `${ACCESSED[style]} ${writtenDate(accessed, style)}`
  return {
    quotation: quoted(spokenText(passage), style),
    source: `${parts.join(', ')} (${visit}).`,
  }
}

/** A citation as it is copied. */
export function citationText({ quotation, source }: Citation): string {
  return `${quotation}\n${source}`
}

const UNDATED: Record<InterfaceLanguage, string> = { en: 'n.d.', de: 'o. D.' }

const ACCESSED: Record<InterfaceLanguage, string> = { en: 'accessed', de: 'abgerufen am' }

function cutId(id: string): [document: string, passage: string] {
  const cut = id.lastIndexOf('#')
  return [id.slice(0, cut), id.slice(cut + 1)]
}

function present(text: string | null): string[] {
  const line = onOneLine(text ?? '').replace(/\.$/, '')
  return line === '' ? [] : [line]
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
