import { luceneClasspath, luceneIsMissing } from '../../evaluation/peers/lucene.js'
import type { System } from '../system.js'

/** Lucene from a file system, one segment, without its query cache; its `TopScoreDocCollector` skips blocks. */
export const LUCENE: System = {
  name: 'lucene',
  index: 'lucene',
  settings:
    'MMapDirectory, one segment, no query cache, BM25; prefixes and typos at constant or boosted score, as its queries do. CPU time of the searching thread only',
  answers: ({ facets, cross }) => !facets && !cross,
  missing: luceneIsMissing,
  command: async () => ['java', '-cp', await luceneClasspath(), 'fundstelle.LuceneSpeed'],
  version: () => '10.6.0, or 9.12.3 before Java 21',
}
