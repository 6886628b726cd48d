import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import type { FieldFiles } from '../engines/flexsearch/field-index.js'
import type { Language } from '../language/language.js'
import type { StagingFolder } from '../store/staging.js'
import type { Workplace } from './build-job.js'
import type { CollectionBuilder, LanguageStatistics } from './collection-builder.js'
import { fieldFileNames } from './file-names.js'
import { stagedFiles } from './index-writer.js'
import { joinField, joinIntoFiles } from './join-field.js'

/** What is to be said of the languages. */
type WrittenLanguages = Partial<Record<Language, LanguageStatistics>>

/**
 * Begins to write the fields of all languages: threads, where there are any, join the texts while this one does other things.
 *
 * @returns what writes all that is left to this thread, and waits for the others.
 */
export function beginFields(
  collection: CollectionBuilder,
  bm25: Bm25Settings,
  { staging, threads }: Workplace,
): () => Promise<WrittenLanguages> {
  const begun = collection.usedLanguages.map((language) => {
    const parts = collection.text(language, bm25)
    const names = fieldFileNames(language, 'text')
    const task = { parts, index: staging.index, paths: leaveAll(staging, names) }
    const joined = threads.join(task)
    const context = stagedFiles(staging, fieldFileNames(language, 'context'))
    return { parts, names, task, joined, context }
  })
  return async () => {
    const contexts = begun.map(({ parts: { language }, context: files }) => {
      const { parts, statistics } = collection.context(language, bm25)
      joinField(parts, files)
      return statistics
    })
    const languages: WrittenLanguages = {}
    for (const [i, { parts, names, task, joined }] of begun.entries()) {
      const { counts, files } = (await joined) ?? joinIntoFiles(task)
      for (const part of ['vocabulary', 'postings', 'positions'] as const)
        staging.take(names[part], files[part])
      languages[parts.language] = collection.statistics(parts, counts, contexts[i]!)
    }
    return languages
  }
}

function leaveAll(staging: StagingFolder, names: FieldFiles<string>): FieldFiles<string> {
  return {
    vocabulary: staging.leave(names.vocabulary),
    postings: staging.leave(names.postings),
    positions: staging.leave(names.positions),
  }
}
