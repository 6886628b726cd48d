import { stopwords as englishStopWords } from '@orama/stopwords/english'
import { stopwords as germanStopWords } from '@orama/stopwords/german'
import { stemEnglish, stemGerman } from '../../../src/analysis/stemmers.js'

/** What engines without a language of their own leave to their users: the usual stop words and stemmers. */
const LANGUAGES = {
  en: { stopWords: new Set(englishStopWords), stem: stemEnglish },
  de: { stopWords: new Set(germanStopWords), stem: stemGerman },
}

/** The stem of a word (Porter's for English, Snowball's for German), null for a stop word. */
export function processWord(language: 'en' | 'de', word: string): string | null {
  const lower = word.toLowerCase()
  const { stopWords, stem } = LANGUAGES[language]
  return stopWords.has(lower) ? null : stem(lower)
}
