import type { PageTexts } from '../../interface/page-texts.js'
import type { Language } from '../../language/language.js'
import type { Cross } from '../../search/cross.js'
import type { FacetField } from '../../search/facets.js'
import type { ConcordanceSort } from '../../search/kwic.js'
import type { TranslationSource } from '../../search/translation-candidates.js'
import { countedIn } from './counted.js'

const counted = countedIn('en')

const passages = (count: number) => counted(count, 'passage', 'passages')
const documents = (count: number) => counted(count, 'document', 'documents')

export const ENGLISH = {
  tagline: 'Find the passage, in English and in German.',
  skipToMain: 'Skip to content',
  home: 'Search',
  pageLanguage: 'Language of this page',
  languages: { en: 'English', de: 'German', und: 'other' } satisfies Record<Language, string>,
  passages,
  documents,
  search: {
    label: 'Search the passages',
    placeholder: 'Words, names, “a phrase”',
    submit: 'Search',
    both: 'both languages',
    passagesIn: 'Passages in',
    translations: 'Translations',
    cross: {
      auto: 'find them too',
      only: 'find only these',
      off: 'leave them out',
    } satisfies Record<Cross, string>,
    examples: 'For example:',
    refused: (names: string) => `Part of the address could not be read and is ignored: ${names}.`,
  },
  results: {
    found: (total: number, inDocuments: number) =>
      `${passages(total)} in ${documents(inDocuments)}`,
    lines: (total: number, complete: boolean) =>
      `${complete ? '' : 'the first '}${counted(total, 'line', 'lines')}`,
    title: (query: string) => `${query} · Fundstelle`,
    didYouMean: 'Did you mean',
    arrange: 'View and order',
    view: 'View',
    views: { passages: 'passages', kwic: 'lines' },
    sort: 'Order',
    sorts: {
      score: 'best first',
      date: 'newest first',
      'date-asc': 'oldest first',
      position: 'as in the collection',
      left: 'by the words before',
      right: 'by the words after',
    } satisfies Record<ConcordanceSort, string>,
    group: 'Group',
    groups: { none: 'single passages', document: 'by document', language: 'by language' },
    sideBySide: 'Both versions side by side',
    counterpart: (language: string) => `The same in ${language}`,
    confidence: (percent: number) => `probably: ${percent} %`,
    duplicates: (count: number) => counted(count, 'near-duplicate', 'near-duplicates'),
    expand: 'Show near-duplicates as passages of their own',
    collapse: 'Show near-duplicates once',
    moreOfGroup: (count: number) => `All ${passages(count)}`,
    download: 'Save all passages',
    pages: 'Pages of results',
    page: (page: number) => `Page ${page}`,
    previous: 'Previous',
    next: 'Next',
    beyond: 'There are no results this far on.',
    firstPage: 'To the first page',
    concordance: 'Every match with what stands around it',
    before: 'before',
    match: 'match',
    after: 'after',
    source: 'from',
  },
  reasons: {
    label: 'Why this was found',
    translates: (found: string, word: string) => `“${found}” translates “${word}”`,
    sources: {
      table: 'from the translation lexicon',
      glossary: 'from the glossary of this collection',
      request: 'as you asked',
      derived: 'through a related word',
      cognate: 'spelled alike',
      learned: 'learned from the translations in this collection',
      parts: 'as part of a compound',
    } satisfies Record<TranslationSource, string>,
    refuse: (word: string) => `Not “${word}”`,
    refuseRest: 'as a translation',
    reached: 'Found through the passage that says the same in the other language',
    synonym: (found: string) => `“${found}” is a synonym`,
    correction: (found: string) => `“${found}” may be meant`,
    kinds: { translation: 'translation', synonym: 'synonym', correction: 'may be meant' },
  },
  facets: {
    label: 'Narrow down',
    fields: {
      lang: 'Language',
      kind: 'Kind',
      speaker: 'Speaker',
      tag: 'Tag',
      document: 'Document',
      year: 'Year',
    } satisfies Record<FacetField, string>,
    more: (count: number) => `${count} more`,
    remove: 'remove',
    chosen: 'Restricted to',
    without: (word: string) => `not “${word}” as a translation`,
    with: (word: string, translation: string) => `“${translation}” for “${word}”`,
    clear: 'Remove all',
    date: 'Date',
    toFacets: 'Narrow down',
  },
  nothing: {
    title: (query: string) => (query === '' ? 'Nothing found' : `Nothing found for “${query}”`),
    instead: 'What would find something:',
    ways: {
      unfiltered: 'the same without restrictions',
      bothLanguages: 'passages in both languages',
      translated: 'translations as well',
      unquoted: 'the words without quotation marks',
      beginnings: 'words that begin so',
      withoutExclusions: 'the same without exclusions',
    },
    advice: 'Try fewer or other words, or see how to ask:',
  },
  overview: {
    title: 'The collection',
    size: (inDocuments: number, inPassages: number) =>
      `${documents(inDocuments)}, ${passages(inPassages)}`,
    languages: 'Passages by language',
    kinds: 'Documents by kind',
    noKind: 'no kind given',
    years: 'Documents by year',
    undated: (count: number) => `${documents(count)} without a date.`,
    speakers: 'Who speaks most',
    words: (language: string) => `Most frequent words: ${language}`,
  },
  problem: {
    title: (status: number): string =>
      status === 404 ? 'There is nothing here' : 'That did not work',
    missing: 'There is no page, document or passage at this address.',
    fault: 'It is our fault, not yours. Please try again later.',
    back: 'To the search',
  },
  script: {
    suggestions: 'Suggestions',
    document: 'Document',
    failed: 'The server did not answer. What you see is what was found before.',
    retry: 'Try again',
    loading: 'Searching …',
  } satisfies PageTexts,
}

/** What the pages say; every language has all of it. */
export type Texts = typeof ENGLISH
