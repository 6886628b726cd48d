import { create, insertMultiple, search, type Tokenizer } from '@orama/orama'
import { stemmer as englishStemmer } from '@orama/stemmers/english'
import { stemmer as germanStemmer } from '@orama/stemmers/german'
import { stopwords as englishStopWords } from '@orama/stopwords/english'
import { stopwords as germanStopWords } from '@orama/stopwords/german'
import type { Peer } from './peer.js'

/** For terms of our analyzer with spaces between them. */
export const TERMS_TOKENIZER: Tokenizer = {
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (text) => text.split(' '),
}

/**
 * Orama with its tokenizers, stemmers and stop words, as its pages on text analysis say. Threshold 1 is its OR.
 */
export const ORAMA: Peer = {
  name: 'orama',
  async index(texts, setup) {
    const database = create({
      schema: { text: 'string' },
      components: { tokenizer: TOKENIZERS[setup]() },
    })
    await insertMultiple(
      database,
      texts.map((text, id) => ({ id: String(id), text })),
    )
    return async (words) => {
      const answer = await search(database, { term: words, threshold: 1, limit: texts.length })
      return answer.hits.map(({ id, score }) => ({ number: Number(id), score }))
    }
  },
}

const TOKENIZERS = {
  en: () => ({
    language: 'english',
    stemming: true,
    stemmer: englishStemmer,
    stopWords: englishStopWords,
  }),
  de: () => ({
    language: 'german',
    stemming: true,
    stemmer: germanStemmer,
    stopWords: germanStopWords,
  }),
  terms: () => TERMS_TOKENIZER,
}
