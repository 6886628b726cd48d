import { setImmediate } from 'node:timers/promises'
import { FileAnalyzer } from '../analyze-files.js'
import { type BuildJob, collectOptions, type Workplace } from '../build-job.js'
import { FilesRead, readFiles } from '../collect.js'
import type { CollectionBuilder } from '../collection-builder.js'
import { KEPT_FILE_NAME } from '../file-names.js'
import type { Comparison } from './comparison.js'
import { KeptFiles, KeptFilesWriter } from './kept-files.js'

/** Where there is more text than this in a second segment, all of it is analyzed again (bytes): what is kept takes several times as much. */
const MOST_KEPT = 16_000_000

/** Reads the files of the second segment into a collection. What an earlier update has analyzed is not analyzed again. */
export async function readAdded(
  job: BuildJob,
  { segments, changes }: Comparison,
  collection: CollectionBuilder,
  workplace: Workplace,
): Promise<FilesRead> {
  const { added } = changes
  const { maxBytes, progress, signal } = job
  const bytes = added.reduce((sum, file) => sum + (file.bytes <= maxBytes ? file.bytes : 0), 0)
  if (bytes > MOST_KEPT) return readFiles(added, collection, collectOptions(job, workplace))
  progress.start('indexing', added.length, bytes)
  const before = new KeptFiles(segments.added)
  const after = new KeptFilesWriter()
  const read = new FilesRead(collection)
  for (const [owner, file] of added.entries()) {
    signal?.throwIfAborted()
    const group = { files: [file], maxBytes, mostWords: Number.POSITIVE_INFINITY }
    const analyzed =
      before.get(file.path, changes.hashes.get(file.path)) ?? new FileAnalyzer(owner).analyze(group)
    after.add(analyzed)
    // Each has a vocabulary of its own.
    analyzed.batch.evidence.vocabulary = { owner, edition: 0 }
    read.add(analyzed)
    progress.advance(1, read.bytes)
    await setImmediate()
  }
  after.write(workplace.staging.file(KEPT_FILE_NAME))
  return read
}
