import type { Texts } from './en.js'

const number = new Intl.NumberFormat('de')

function counted(count: number, one: string, several: string): string {
  return `${number.format(count)} ${count === 1 ? one : several}`
}

export const GERMAN: Texts = {
  locale: 'de',
  tagline: 'Die Stelle finden, auf Deutsch und auf Englisch.',
  skipToMain: 'Zum Inhalt',
  home: 'Suche',
  pageLanguage: 'Sprache dieser Seite',
  languages: { en: 'Englisch', de: 'Deutsch', und: 'andere' },
  search: {
    label: 'In den Textstellen suchen',
    placeholder: 'Wörter, Namen, „eine Wendung“',
    submit: 'Suchen',
    both: 'beiden',
    passagesIn: 'Stellen auf',
    translations: 'Übersetzungen',
    cross: {
      auto: 'auch Übersetzungen finden',
      only: 'nur Übersetzungen finden',
      off: 'nicht übersetzen',
    },
    found: (passages, documents) =>
      `${counted(passages, 'Stelle', 'Stellen')} in ${counted(documents, 'Dokument', 'Dokumenten')}`,
    nothing: (query) => `Nichts gefunden zu „${query}“`,
    title: (query) => `${query} · Fundstelle`,
    results: 'Ergebnisse',
  },
  problem: {
    title: (status) => (status === 404 ? 'Hier ist nichts' : 'Das hat nicht geklappt'),
    back: 'Zur Suche',
  },
}
