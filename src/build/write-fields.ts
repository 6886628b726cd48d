import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import type { FieldCounts } from '../engines/flexsearch/runs/merge-runs.js'
import type { Language } from '../language/language.js'
import type { Workplace } from './build-job.js'
import type { CollectionBuilder, LanguageStatistics } from './collection-builder.js'
import { fieldFileNames } from './file-names.js'
import { stagedFiles } from './index-writer.js'
import { type FieldParts, joinField, joinIntoFiles } from './join-field.js'

/** What is to be said of the languages. */
type WrittenLanguages = Partial<Record<Language, LanguageStatistics>>

/**
 * Begins to write the fields of all languages: threads, where there are any, join the texts while this one does other things.
 *
 * @returns what writes the rest, and waits for all.
 */
export function beginFields(
  collection: CollectionBuilder,
  bm25: Bm25Settings,
  workplace: Workplace,
): () => Promise<WrittenLanguages> {
  const { staging } = workplace
  const begun = collection.usedLanguages.map((language) => {
    const parts = collection.text(language, bm25)
    const counts = joinText(parts, workplace)
    // Whoever gives up before the end does not wait for it.
    counts.catch(() => undefined)
    return { parts, counts, context: stagedFiles(staging, fieldFileNames(language, 'context')) }
  })
  return async () => {
    const contexts = begun.map(({ parts, context: files }) => {
      const { parts: own, statistics } = collection.context(parts.language, bm25)
      joinField(own, files)
      return statistics
    })
    const languages: WrittenLanguages = {}
    for (const [i, { parts, counts }] of begun.entries())
      languages[parts.language] = collection.statistics(parts, await counts, contexts[i]!)
    return languages
  }
}

async function joinText(parts: FieldParts, { staging, threads }: Workplace): Promise<FieldCounts> {
  const names = fieldFileNames(parts.language, 'text')
  const paths = {
    vocabulary: staging.leave(names.vocabulary),
    postings: staging.leave(names.postings),
    positions: staging.leave(names.positions),
  }
  const task = { parts, index: staging.index, paths }
  const { counts, files } = (await threads.join(task)) ?? joinIntoFiles(task)
  for (const part of ['vocabulary', 'postings', 'positions'] as const)
    staging.take(names[part], files[part])
  return counts
}
