import { Index } from 'flexsearch'
import type { Peer, Setup } from './peer.js'
import { processWord } from './words.js'

/**
 * FlexSearch's index and ranking as they come. Its `encode` is a full stemmer with stop words, which does better
 * than its default encoder and its language packs on German, and as well on English. `suggest` is its OR: without
 * it, a passage must have all words. It gives an order but no scores.
 */
export const FLEXSEARCH: Peer = {
  name: 'flexsearch',
  index(texts, setup) {
    const index = new Index({ encode: (text) => encode(text, setup) })
    for (const [id, text] of texts.entries()) index.add(id, text)
    return (words) =>
      index
        .search(words, { suggest: true, limit: texts.length })
        .map((id, i) => ({ number: Number(id), score: 1 / (i + 1) }))
  },
}

function encode(text: string, setup: Setup): string[] {
  if (setup === 'terms') return text.split(' ')
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(
    ([word]) => processWord(setup, word) ?? [],
  )
}
