import MiniSearch from 'minisearch'
import type { Peer } from './peer.js'
import { processWord } from './words.js'

/** For terms of our analyzer with spaces between them. */
export const TERMS = {
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
}

/**
 * MiniSearch with its own tokenizer and BM25+. Its documentation leaves stop words and stemming to
 * `processTerm`. OR is its default.
 */
export const MINISEARCH: Peer = {
  name: 'minisearch',
  index(texts, setup) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      ...(setup === 'terms' ? TERMS : { processTerm: (term) => processWord(setup, term) }),
    })
    index.addAll(texts.map((text, id) => ({ id, text })))
    return (words) => index.search(words).map(({ id, score }) => ({ number: id, score }))
  },
}
