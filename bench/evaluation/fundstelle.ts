import type { Collection } from './collection.js'
import { DEPTH, type Question, type Run, type System } from './system.js'

/** Fundstelle as it comes. */
export const FUNDSTELLE: System = {
  name: 'fundstelle',
  async run(collection: Collection, questions: readonly Question[]): Promise<Run> {
    const searcher = await collection.open()
    try {
      const run = new Map<string, string[]>()
      for (const { id, query, pool } of questions) {
        const tag = pool === undefined ? {} : { tag: [pool] }
        const options = { limit: DEPTH, ...collection.filters, ...tag }
        const { hits } = await searcher.search(query, options)
        run.set(id, hits.map(collection.idOf))
      }
      return run
    } finally {
      await searcher.close()
    }
  },
}
