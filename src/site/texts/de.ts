import { countedIn } from './counted.js'
import type { Texts } from './en.js'

const counted = countedIn('de')

const passages = (count: number) => counted(count, 'Stelle', 'Stellen')
const documents = (count: number) => counted(count, 'Dokument', 'Dokumente')

export const GERMAN: Texts = {
  tagline: 'Die Stelle finden, auf Deutsch und auf Englisch.',
  skipToMain: 'Zum Inhalt',
  home: 'Suche',
  pageLanguage: 'Sprache dieser Seite',
  languages: { en: 'Englisch', de: 'Deutsch', und: 'andere' },
  passages,
  documents,
  search: {
    label: 'In den Texten suchen',
    placeholder: 'Wörter, Namen, „eine Wendung“',
    submit: 'Suchen',
    both: 'beide Sprachen',
    passagesIn: 'Stellen in',
    translations: 'Übersetzungen',
    cross: { auto: 'mit finden', only: 'nur diese finden', off: 'weglassen' },
    examples: 'Zum Beispiel:',
    refused: (names) =>
      `Ein Teil der Adresse war nicht zu lesen und bleibt unberücksichtigt: ${names}.`,
  },
  results: {
    found: (total, inDocuments) =>
      `${passages(total)} in ${counted(inDocuments, 'Dokument', 'Dokumenten')}`,
    lines: (total, complete) =>
      complete
        ? counted(total, 'Zeile', 'Zeilen')
        : `die ersten ${counted(total, 'Zeile', 'Zeilen')}`,
    title: (query) => `${query} · Fundstelle`,
    didYouMean: 'Meinten Sie',
    view: 'Ansicht',
    views: { passages: 'Stellen', kwic: 'Zeilen' },
    sort: 'Reihenfolge',
    sorts: {
      score: 'Beste zuerst',
      date: 'Neueste zuerst',
      'date-asc': 'Älteste zuerst',
      position: 'wie in der Sammlung',
      left: 'nach den Wörtern davor',
      right: 'nach den Wörtern danach',
    },
    group: 'Gruppen',
    groups: { none: 'einzelne Stellen', document: 'nach Dokument', language: 'nach Sprache' },
    sideBySide: 'Beide Fassungen nebeneinander',
    counterpart: (language) => `Dasselbe auf ${language}`,
    confidence: (percent) => `wahrscheinlich: ${percent} %`,
    duplicates: (count) => counted(count, 'Beinahe-Dublette', 'Beinahe-Dubletten'),
    expand: 'Beinahe-Dubletten einzeln zeigen',
    collapse: 'Beinahe-Dubletten einmal zeigen',
    moreOfGroup: (count) => `Alle ${passages(count)}`,
    download: 'Alle Stellen speichern',
    pages: 'Ergebnisseiten',
    page: (page) => `Seite ${page}`,
    previous: 'Zurück',
    next: 'Weiter',
    beyond: 'So weit reichen die Ergebnisse nicht.',
    firstPage: 'Zur ersten Seite',
    concordance: 'Jeder Treffer mit dem, was um ihn steht',
    before: 'davor',
    match: 'Treffer',
    after: 'danach',
    source: 'aus',
  },
  reasons: {
    label: 'Warum das gefunden wurde',
    translates: (found, word) => `„${found}“ übersetzt „${word}“`,
    sources: {
      table: 'aus dem Übersetzungslexikon',
      glossary: 'aus dem Glossar dieser Sammlung',
      request: 'wie gewünscht',
      derived: 'über ein verwandtes Wort',
      cognate: 'ähnlich geschrieben',
      parts: 'als Teil eines zusammengesetzten Worts',
    },
    refuse: (word) => `Nicht „${word}“`,
    refuseRest: 'als Übersetzung',
    synonym: (found) => `„${found}“ ist ein Synonym`,
    correction: (found) => `„${found}“ könnte gemeint sein`,
    kinds: { translation: 'Übersetzung', synonym: 'Synonym', correction: 'könnte gemeint sein' },
  },
  facets: {
    label: 'Eingrenzen',
    fields: {
      lang: 'Sprache',
      kind: 'Art',
      speaker: 'Wer spricht',
      tag: 'Schlagwort',
      document: 'Dokument',
      year: 'Jahr',
    },
    more: (count) => `${count} weitere`,
    remove: 'entfernen',
    chosen: 'Eingegrenzt auf',
    without: (word) => `„${word}“ nicht als Übersetzung`,
    with: (word, translation) => `„${translation}“ für „${word}“`,
    clear: 'Alle entfernen',
    date: 'Datum',
    toFacets: 'Eingrenzen',
  },
  nothing: {
    title: (query) => (query === '' ? 'Nichts gefunden' : `Nichts gefunden zu „${query}“`),
    instead: 'Damit fände sich etwas:',
    ways: {
      unfiltered: 'dasselbe ohne Eingrenzung',
      bothLanguages: 'Stellen in beiden Sprachen',
      translated: 'auch Übersetzungen',
      unquoted: 'die Wörter ohne Anführungszeichen',
      beginnings: 'Wörter, die so beginnen',
      withoutExclusions: 'dasselbe ohne Ausschlüsse',
    },
    advice:
      'Versuchen Sie es mit weniger oder anderen Wörtern, oder sehen Sie nach, wie man fragt:',
  },
  overview: {
    title: 'Die Sammlung',
    size: (inDocuments, inPassages) => `${documents(inDocuments)}, ${passages(inPassages)}`,
    languages: 'Stellen nach Sprache',
    kinds: 'Dokumente nach Art',
    noKind: 'ohne Angabe',
    years: 'Dokumente nach Jahr',
    undated: (count) => `${documents(count)} ohne Datum.`,
    speakers: 'Wer am meisten spricht',
    words: (language) => `Häufigste Wörter: ${language}`,
  },
  problem: {
    title: (status) => (status === 404 ? 'Hier ist nichts' : 'Das hat nicht geklappt'),
    back: 'Zur Suche',
  },
  script: {
    suggestions: 'Vorschläge',
    document: 'Dokument',
    failed: 'Der Server hat nicht geantwortet. Sie sehen, was vorher gefunden wurde.',
    retry: 'Noch einmal versuchen',
    loading: 'Suche läuft …',
  },
}
