import type { Collection } from './collection.js'
import { DEPTH, type Question, type Run, type System } from './system.js'

/** Fundstelle as it comes, but that near-duplicates stay in the list: they are judged like any passage. */
export const FUNDSTELLE: System = {
  name: 'fundstelle',
  async run(collection: Collection, questions: readonly Question[]): Promise<Run> {
    const searcher = await collection.open()
    try {
      const run = new Map<string, string[]>()
      for (const { id, query, pool, prefix, cross } of questions) {
        const tag = pool === undefined ? {} : { tag: [pool] }
        const mode = cross === undefined ? {} : { cross }
        const filters = { ...collection.filters, ...tag }
        const options = { limit: DEPTH, prefix, collapse: false, ...filters, ...mode }
        const { hits } = await searcher.search(query, options)
        run.set(id, hits.map(collection.idOf))
      }
      return run
    } finally {
      await searcher.close()
    }
  },
}
