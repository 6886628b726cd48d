import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex } from '../../../src/build/build.js'
import { openIndex } from '../../../src/build/index-files.js'
import type { Hit } from '../../../src/search/hit.js'
import type { Searcher } from '../../../src/search/searcher.js'
import type { JudgedPassage } from '../collection.js'
import { DEPTH } from '../system.js'
import { SEED_QUERIES, type SeedQuery } from './seed-queries.js'

/** Where the first right passage in the other language is in the list; null if it is not among the first hundred. */
export interface SeedRow {
  query: SeedQuery
  /** With `cross=only`, among the passages of both languages. */
  only: number | null
  /** The baseline: with `cross=off`, among the passages of the other language alone. */
  off: number | null
}

/** Where the distractors are in the corpus. */
const DISTRACTORS = 'distractors'

/**
 * Indexes a folder of texts as `fundstelle build` does, with other passages among them, and looks for the answers to
 * {@link SEED_QUERIES}.
 *
 * @param seeds Folder of the texts, as they were found.
 * @param distractors Each becomes a text of its own.
 */
export async function measureSeeds(
  seeds: string,
  distractors: readonly JudgedPassage[],
): Promise<SeedRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fundstelle-seeds-'))
  try {
    const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
    await cp(seeds, corpus, { recursive: true })
    await mkdir(join(corpus, DISTRACTORS))
    for (const { id, text } of distractors)
      await writeFile(join(corpus, DISTRACTORS, `${id}.txt`), `${text}\n`)
    await buildIndex(corpus, { index })
    return await askAll(await openIndex(index))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function askAll(searcher: Searcher): Promise<SeedRow[]> {
  const rows: SeedRow[] = []
  try {
    for (const query of SEED_QUERIES) {
      const rank = async (options: object) =>
        rankOf(query, (await searcher.search(query.text, { limit: DEPTH, ...options })).hits)
      const only = await rank({ cross: 'only' })
      const off = await rank({ cross: 'off', lang: [query.answersIn] })
      rows.push({ query, only, off })
    }
    return rows
  } finally {
    await searcher.close()
  }
}

/** The rank of the first hit that answers. */
function rankOf({ answersIn, says }: SeedQuery, hits: readonly Hit[]): number | null {
  const right = hits.find(({ passage, document }) => {
    if (document.id.startsWith(`${DISTRACTORS}/`) || passage.language !== answersIn) return false
    return passage.text.toLowerCase().includes(says.toLowerCase())
  })
  return right?.rank ?? null
}
