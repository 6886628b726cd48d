import type { Language } from '../../language/language.js'

/** What the pages say; every language has all of it. */
export interface Texts {
  locale: string
  tagline: string
  skipToMain: string
  home: string
  pageLanguage: string
  languages: Readonly<Record<Language, string>>
  search: {
    label: string
    placeholder: string
    submit: string
    both: string
    passagesIn: string
    translations: string
    cross: { auto: string; only: string; off: string }
    found: (passages: number, documents: number) => string
    nothing: (query: string) => string
    title: (query: string) => string
    results: string
  }
  problem: { title: (status: number) => string; back: string }
}

const number = new Intl.NumberFormat('en')

function counted(count: number, one: string, several: string): string {
  return `${number.format(count)} ${count === 1 ? one : several}`
}

export const ENGLISH: Texts = {
  locale: 'en',
  tagline: 'Find the passage, in English and in German.',
  skipToMain: 'Skip to content',
  home: 'Search',
  pageLanguage: 'Language of this page',
  languages: { en: 'English', de: 'German', und: 'other' },
  search: {
    label: 'Search the passages',
    placeholder: 'Words, names, “a phrase”',
    submit: 'Search',
    both: 'both',
    passagesIn: 'Passages in',
    translations: 'Translations',
    cross: {
      auto: 'find translations too',
      only: 'find translations only',
      off: 'do not translate',
    },
    found: (passages, documents) =>
      `${counted(passages, 'passage', 'passages')} in ${counted(documents, 'document', 'documents')}`,
    nothing: (query) => `Nothing found for “${query}”`,
    title: (query) => `${query} · Fundstelle`,
    results: 'Results',
  },
  problem: {
    title: (status) => (status === 404 ? 'There is nothing here' : 'That did not work'),
    back: 'To the search',
  },
}
