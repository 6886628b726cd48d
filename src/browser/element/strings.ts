import type { InterfaceLanguage } from '../../interface/interface-language.js'

const EN = {
  label: 'Search',
  placeholder: 'Search in English or German',
  clear: 'Clear',
  hint: 'Words of either language find passages in both. “Words in quotes” are found exactly so.',
  examples: 'For example',
  results: 'Found',
  loading: 'Searching …',
  onePassage: '1 passage',
  passages: '{count} passages',
  all: 'Show all {count} passages',
  nothing: 'Nothing found for “{query}”.',
  bothLanguages: 'Search in the other language too',
  didYouMean: 'Did you mean {query}?',
  offline: 'You are offline. The search goes on when you are back.',
  unreachable: 'The search cannot be reached.',
  blocked:
    'The search at {host} does not answer pages of {origin}. Whoever runs it can allow that: --cors {origin}',
  failed: 'The search has a problem of its own.',
  refused: 'The search could not read this.',
  retry: 'Try again',
  document: 'Document',
  en: 'English',
  de: 'German',
  und: 'Other language',
  translation: '“{text}” translates “{word}” ({source}, {percent} %).',
  synonym: '“{text}” is a synonym in this collection.',
  correction: '“{text}” is spelled nearly as you wrote it.',
  reached: 'Found through the passage that says the same in the other language',
  switchOff: 'Search without it',
  switchedOff: 'Not used as translations:',
  switchOn: 'Use it again',
  table: 'dictionary',
  glossary: 'glossary of this collection',
  request: 'asked for',
  derived: 'by its word family',
  cognate: 'by its spelling',
  parts: 'by its parts',
  learned: 'learned',
  counterpart: 'The same in {language}',
  otherVersion: 'The same in another version',
  sureness: 'linked with {percent} % certainty',
}

const DE: Strings = {
  label: 'Suche',
  placeholder: 'Auf Deutsch oder Englisch suchen',
  clear: 'Leeren',
  hint: 'Wörter der einen Sprache finden Stellen in beiden. „Wörter in Anführungszeichen“ werden genau so gefunden.',
  examples: 'Zum Beispiel',
  results: 'Gefunden',
  loading: 'Suche läuft …',
  onePassage: '1 Fundstelle',
  passages: '{count} Fundstellen',
  all: 'Alle {count} Fundstellen zeigen',
  nothing: 'Nichts gefunden zu „{query}“.',
  bothLanguages: 'Auch in der anderen Sprache suchen',
  didYouMean: 'Meinten Sie {query}?',
  offline: 'Sie sind offline. Die Suche geht weiter, sobald Sie verbunden sind.',
  unreachable: 'Die Suche ist nicht erreichbar.',
  blocked:
    'Die Suche unter {host} antwortet Seiten von {origin} nicht. Wer sie betreibt, kann das erlauben: --cors {origin}',
  failed: 'Die Suche hat selbst ein Problem.',
  refused: 'Die Suche konnte das nicht lesen.',
  retry: 'Noch einmal versuchen',
  document: 'Dokument',
  en: 'Englisch',
  de: 'Deutsch',
  und: 'Andere Sprache',
  translation: '„{text}“ übersetzt „{word}“ ({source}, {percent} %).',
  synonym: '„{text}“ ist in dieser Sammlung ein Synonym.',
  correction: '„{text}“ schreibt sich fast wie Ihre Eingabe.',
  reached: 'Gefunden über die Stelle, die in der anderen Sprache dasselbe sagt',
  switchOff: 'Ohne dieses Wort suchen',
  switchedOff: 'Nicht als Übersetzung verwendet:',
  switchOn: 'Wieder verwenden',
  table: 'Wörterbuch',
  glossary: 'Glossar dieser Sammlung',
  request: 'gewünscht',
  derived: 'über die Wortfamilie',
  cognate: 'über die Schreibung',
  parts: 'über die Wortteile',
  learned: 'gelernt',
  counterpart: 'Dasselbe auf {language}',
  otherVersion: 'Dasselbe in einer anderen Fassung',
  sureness: 'zu {percent} % sicher verknüpft',
}

/** What the search box says; `{…}` stands for what is put in. */
export type Strings = Record<keyof typeof EN, string>

/** The strings of a language, some of them replaced. */
export function stringsFor(language: InterfaceLanguage, own: Partial<Strings>): Strings {
  return { ...(language === 'de' ? DE : EN), ...own }
}

/** A string with its values; what has none stays as it is. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
