import MiniSearch from 'minisearch'
import type { Peer } from './peer.js'
import { processWord } from './words.js'

/**
 * MiniSearch with its own tokenizer and BM25+. Its documentation leaves stop words and stemming to
 * `processTerm`. OR is its default.
 */
export const MINISEARCH: Peer = {
  name: 'minisearch',
  index(texts, setup) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      ...(setup === 'terms'
        ? { tokenize: (text) => text.split(' '), processTerm: (term) => term }
        : { processTerm: (term) => processWord(setup, term) }),
    })
    index.addAll(texts.map((text, id) => ({ id, text })))
    return (words) => index.search(words).map(({ id, score }) => ({ number: id, score }))
  },
}
