import { VERSION } from '../../src/version.js'
import type { System } from './system.js'
import { LUCENE } from './systems/lucene.js'
import { nodeSystem } from './systems/node.js'
import { TANTIVY } from './systems/tantivy.js'

export const FUNDSTELLE = nodeSystem('fundstelle', 'FUNDSTELLE', [], {
  name: 'fundstelle',
  settings: 'as it comes: query parsed and analyzed, ten hits with text, marks and excerpt, total',
  version: () => VERSION,
})

/** Systems that are always measured. */
export const SYSTEMS: readonly System[] = [
  FUNDSTELLE,
  nodeSystem('fundstelle', 'TERMS', ['prefix', 'typo', 'cross'], {
    name: 'fundstelle-terms',
    index: FUNDSTELLE.name,
    settings:
      'the same index asked as the others are: terms of the analyzer in, numbers of ten passages out, no count of all hits',
    version: () => VERSION,
  }),
  nodeSystem(
    'flexsearch',
    'FLEXSEARCH',
    ['phrase', 'prefix', 'typo', 'filter', 'facets', 'cross'],
    {
      name: 'flexsearch',
      needsHeap: true,
      settings: '`tokenize: strict`, OR as `suggest: true`, AND as it comes; its export',
    },
  ),
  nodeSystem('minisearch', 'MINISEARCH', ['phrase', 'facets', 'cross'], {
    name: 'minisearch',
    needsHeap: true,
    settings: '`combineWith`, `prefix` and `fuzzy` as asked; JSON, a line for each word',
  }),
  nodeSystem('lunr', 'LUNR', ['phrase', 'facets', 'cross'], {
    name: 'lunr',
    needsHeap: true,
    settings: 'no pipeline, words by `query.term`; JSON',
  }),
  nodeSystem('orama', 'ORAMA', ['phrase', 'cross'], {
    name: 'orama',
    needsHeap: true,
    package: '@orama/orama',
    settings: '`threshold` 1 for OR, 0 for AND, every term also as a prefix, as it comes; JSON',
  }),
  nodeSystem('sqlite', 'SQLITE', ['typo', 'cross'], {
    name: 'sqlite-fts5',
    package: 'node-sqlite3-wasm',
    settings:
      'WebAssembly, no copy of the texts, positions kept, optimized, 256 MB of page cache, `ORDER BY rank LIMIT 10`',
  }),
]

/** Systems that are measured with `--peers`. */
export const PEERS: readonly System[] = [LUCENE, TANTIVY]
