import { FUNDSTELLE } from './fundstelle.js'
import { FLEXSEARCH } from './peers/flexsearch.js'
import { LUCENE } from './peers/lucene.js'
import { LUNR } from './peers/lunr.js'
import { MINISEARCH } from './peers/minisearch.js'
import { ORAMA } from './peers/orama.js'
import { type Peer, runPeer } from './peers/peer.js'
import { SQLITE, SQLITE_TRIGRAM } from './peers/sqlite.js'
import type { System } from './system.js'

/** Every system that can be compared: Fundstelle, peers as they come, peers with our analyzer. */
export const SYSTEMS: readonly System[] = [
  FUNDSTELLE,
  ...[MINISEARCH, LUNR, ORAMA, FLEXSEARCH, SQLITE, SQLITE_TRIGRAM].map(recommended),
  ...LUCENE.filter(({ name }) => !name.endsWith('+terms')),
  ...[MINISEARCH, LUNR, ORAMA, FLEXSEARCH, SQLITE].map(withOurTerms),
  ...LUCENE.filter(({ name }) => name.endsWith('+terms')),
]

/** A peer as its makers recommend it. */
function recommended(peer: Peer): System {
  return {
    name: peer.name,
    run: (collection, questions) => runPeer(peer, 'language', collection, questions),
  }
}

/** The same engine with our analysis, so that the two can be told apart. */
function withOurTerms(peer: Peer): System {
  return {
    name: `${peer.name}+terms`,
    run: (collection, questions) => runPeer(peer, 'terms', collection, questions),
  }
}
