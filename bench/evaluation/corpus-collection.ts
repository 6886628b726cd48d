import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex } from '../../src/build/build.js'
import { openIndex } from '../../src/build/index-files.js'
import type { Language } from '../../src/language/language.js'
import type { IndexedDocument, IndexedPassage } from '../../src/search/engine.js'
import type { Searcher } from '../../src/search/searcher.js'
import type { Collection, JudgedPassage } from './collection.js'
import type { PassageSource } from './judged-set.js'

/** Builds the index of a corpus in a temporary folder, as a user would, and reads its passages. */
export async function openCorpus(corpus: string): Promise<PassageSource> {
  const index = await mkdtemp(join(tmpdir(), 'fundstelle-evaluation-'))
  const close = () => rm(index, { recursive: true, force: true })
  try {
    await buildIndex(corpus, { index })
    const passages = await readPassages(index)
    const collection = (language: Language | null): Collection => ({
      passages: passages.filter(({ lang }) => !language || lang === language),
      filters: language ? { lang: [language] } : {},
      open: () => openIndex(index),
      idOf: ({ passage }) => passage.id,
    })
    return {
      passages: new Map(passages.map((passage) => [passage.id, passage])),
      collection,
      // A built index is aligned.
      aligned: collection,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function readPassages(index: string): Promise<JudgedPassage[]> {
  const searcher = await openIndex(index)
  try {
    return await passagesOf(searcher)
  } finally {
    await searcher.close()
  }
}

async function passagesOf({ engine }: Searcher): Promise<JudgedPassage[]> {
  const passages: JudgedPassage[] = []
  for (const document of await engine.documents())
    for (const passage of await engine.passagesOf(document.id))
      passages.push(judgedPassage(passage, document))
  return passages
}

function judgedPassage(
  { id, language, text, heading }: IndexedPassage,
  { title }: IndexedDocument,
): JudgedPassage {
  return { id, lang: language, text, context: [title, ...heading].join('\n') }
}
