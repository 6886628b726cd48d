import lunr from 'lunr'
import german from 'lunr-languages/lunr.de.js'
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js'
import type { Peer, Setup } from './peer.js'

stemmerSupport(lunr)
german(lunr)

/**
 * Lunr with its own trimmer, stop words and stemmer for English, and those of lunr-languages for German. Words
 * are asked through the query builder, where OR is the default, so that nothing is read as syntax. The English
 * trimmer is put before the stemmer of queries as well, as lunr-languages does: without it the last word of
 * every question is lost with its question mark.
 */
export const LUNR: Peer = {
  name: 'lunr',
  index(texts, setup) {
    const builder = configured(setup)
    builder.ref('id')
    builder.field('text')
    for (const [id, text] of texts.entries()) builder.add({ id: String(id), text })
    const index = builder.build()
    return (words) =>
      index
        .query((query) => query.term(lunr.tokenizer(words), {}))
        .map(({ ref, score }) => ({ number: Number(ref), score }))
  },
}

function configured(setup: Setup): lunr.Builder {
  const builder = new lunr.Builder()
  if (setup === 'de') builder.use(lunr.de)
  if (setup !== 'en') return builder
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer)
  builder.searchPipeline.add(lunr.trimmer, lunr.stemmer)
  return builder
}
