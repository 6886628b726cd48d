import type { InterfaceLanguage } from './interface-language.js'

/** Usual kinds of documents: in English as texts say them, in German as they are shown. */
const KINDS = Object.entries({
  article: 'Artikel',
  biography: 'Biografie',
  conversation: 'Gespräch',
  diary: 'Tagebuch',
  essay: 'Essay',
  interview: 'Interview',
  letter: 'Brief',
  minutes: 'Protokoll',
  note: 'Notiz',
  'programme note': 'Programmtext',
  report: 'Bericht',
  review: 'Kritik',
  speech: 'Rede',
  statement: 'Stellungnahme',
  synopsis: 'Inhaltsangabe',
  transcript: 'Transkript',
})

/** A kind of documents in a language, where it is a usual one; else as the texts call it. */
export function kindName(kind: string, language: InterfaceLanguage): string {
  const said = kind.toLowerCase()
  const [en, de] = KINDS.find((names) => names.some((name) => name.toLowerCase() === said)) ?? []
  return (language === 'de' ? de : en) ?? kind
}
