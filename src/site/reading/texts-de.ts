import type { ReadingTexts } from './texts-en.js'

const number = new Intl.NumberFormat('de')

export const GERMAN_READING: ReadingTexts = {
  backToResults: 'Zurück zu den Ergebnissen',
  backToSearch: 'Zur Suche',
  findHere: 'In diesem Dokument suchen',
  find: 'Suchen',
  marked: (marked, passages, query) =>
    `${number.format(marked)} von ${number.format(passages)} ${passages === 1 ? 'Stelle' : 'Stellen'} mit „${query}“`,
  firstMarked: 'Zur ersten',
  previousMarked: 'Vorige markierte Stelle',
  nextMarked: 'Nächste markierte Stelle',
  markedPassages: 'Markierte Stellen',
  markedAt: 'Markierte Stelle {place} von {count}',
  facts: {
    heading: 'Zu diesem Dokument',
    kind: 'Art',
    date: 'Datum',
    speakers: 'Sprechende',
    language: 'Sprache',
    source: 'Quelle',
    tags: 'Schlagwörter',
    document: 'Dokument',
  },
  contents: 'Inhalt',
  versions: 'Andere Fassungen',
  readBeside: 'Nebeneinander lesen',
  passage: (place) => `Stelle ${place}: Link darauf`,
  cite: 'Zitieren',
  citePassage: (place) => `Stelle ${place} zitieren`,
  inLanguage: { en: 'Auf Englisch', de: 'Auf Deutsch' },
  otherVersion: 'Andere Fassung',
  uncertain: 'unsicher',
  parallel: {
    heading: 'Nebeneinander',
    find: 'In beiden suchen',
    row: (place) => `Zeile ${place}: Link darauf`,
    summary: (rows, alone, uncertain) =>
      [
        `${number.format(rows)} ${rows === 1 ? 'Zeile' : 'Zeilen'}`,
        ...(alone > 0 ? [`${number.format(alone)} ohne Entsprechung`] : []),
        ...(uncertain > 0 ? [`${number.format(uncertain)} unsicher`] : []),
      ].join(', '),
    uncertain: (percent) => `Unsichere Zuordnung (${percent} %)`,
    noCounterpart: 'Keine Entsprechung',
    inDocument: 'Im Dokument',
    swap: 'Seiten tauschen',
    download: { tmx: 'Übersetzungsspeicher (TMX)', csv: 'Tabelle (CSV)' },
  },
  citation: {
    heading: 'Diese Stelle zitieren',
    title: (title) => `Zitieren: ${title}`,
    styles: { en: 'Englische Zitierweise', de: 'Deutsche Zitierweise' },
    copy: 'Zitat kopieren',
    copyLink: 'Link kopieren',
    copied: 'Kopiert.',
    notCopied:
      'Der Browser lässt das Kopieren hier nicht zu. Der Text ist ausgewählt: mit der Tastatur kopieren.',
    permalink: 'Link zur Stelle',
    toPassage: 'Zurück zur Stelle',
    close: 'Schließen',
  },
}
