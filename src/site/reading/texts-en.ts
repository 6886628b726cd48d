import type { Language } from '../../language/language.js'

/** What the pages for reading say; every language has all of it. */
export interface ReadingTexts {
  backToResults: string
  backToSearch: string
  findHere: string
  find: string
  marked: (marked: number, passages: number, query: string) => string
  firstMarked: string
  previousMarked: string
  nextMarked: string
  markedPassages: string
  /** Said when one has moved to a marked passage; `{place}` and `{count}` are filled in. */
  markedAt: string
  facts: {
    heading: string
    kind: string
    date: string
    speakers: string
    language: string
    source: string
    tags: string
    document: string
  }
  contents: string
  versions: string
  readBeside: string
  passage: (place: number) => string
  cite: string
  citePassage: (place: number) => string
  /** Where a counterpart in another language is. */
  inLanguage: Readonly<Record<Exclude<Language, 'und'>, string>>
  otherVersion: string
  uncertain: string
  parallel: {
    heading: string
    find: string
    row: (place: number) => string
    summary: (rows: number, alone: number, uncertain: number) => string
    uncertain: (percent: number) => string
    noCounterpart: string
    inDocument: string
    swap: string
    download: { tmx: string; csv: string }
  }
  citation: {
    heading: string
    title: (title: string) => string
    styles: Readonly<Record<'en' | 'de', string>>
    copy: string
    copyLink: string
    copied: string
    notCopied: string
    permalink: string
    toPassage: string
    close: string
  }
}

const number = new Intl.NumberFormat('en')

export const ENGLISH_READING: ReadingTexts = {
  backToResults: 'Back to the results',
  backToSearch: 'To the search',
  findHere: 'Find in this document',
  find: 'Find',
  marked: (marked, passages, query) =>
    `${number.format(marked)} of ${number.format(passages)} ${passages === 1 ? 'passage' : 'passages'} with “${query}”`,
  firstMarked: 'To the first',
  previousMarked: 'Previous marked passage',
  nextMarked: 'Next marked passage',
  markedPassages: 'Marked passages',
  markedAt: 'Marked passage {place} of {count}',
  facts: {
    heading: 'About this document',
    kind: 'Kind',
    date: 'Date',
    speakers: 'Speakers',
    language: 'Language',
    source: 'Source',
    tags: 'Tags',
    document: 'Document',
  },
  contents: 'Contents',
  versions: 'Other versions',
  readBeside: 'Read side by side',
  passage: (place) => `Passage ${place}: link to it`,
  cite: 'Cite',
  citePassage: (place) => `Cite passage ${place}`,
  inLanguage: { en: 'In English', de: 'In German' },
  otherVersion: 'Other version',
  uncertain: 'uncertain',
  parallel: {
    heading: 'Side by side',
    find: 'Find in both',
    row: (place) => `Row ${place}: link to it`,
    summary: (rows, alone, uncertain) =>
      [
        `${number.format(rows)} ${rows === 1 ? 'row' : 'rows'}`,
        ...(alone > 0 ? [`${number.format(alone)} without counterpart`] : []),
        ...(uncertain > 0 ? [`${number.format(uncertain)} uncertain`] : []),
      ].join(', '),
    uncertain: (percent) => `Uncertain link (${percent} %)`,
    noCounterpart: 'No counterpart',
    inDocument: 'In the document',
    swap: 'Swap sides',
    download: { tmx: 'Translation memory (TMX)', csv: 'Table (CSV)' },
  },
  citation: {
    heading: 'Cite this passage',
    title: (title) => `Cite: ${title}`,
    styles: { en: 'English style', de: 'German style' },
    copy: 'Copy citation',
    copyLink: 'Copy link',
    copied: 'Copied.',
    notCopied:
      'The browser does not allow copying here. The text is selected: copy it with the keyboard.',
    permalink: 'Link to the passage',
    toPassage: 'Back to the passage',
    close: 'Close',
  },
}
