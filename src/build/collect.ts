import { availableParallelism } from 'node:os'
import { byPath, type CandidateFile, type FoundFiles } from '../corpus/files.js'
import { type Identifiable, type Identity, settleIds } from '../corpus/identity.js'
import type { Problem } from '../corpus/problem.js'
import type { FileRecord } from '../corpus/read.js'
import { duplicateOf, findCopies } from '../corpus/read-file.js'
import type { AnalyzedFiles, ReadDocument } from './analyze-files.js'
import { analyzedBatches, type BatchOptions } from './batches.js'
import type { CollectionBuilder } from './collection-builder.js'
import type { ProgressMeter } from './progress.js'
import { type BuildThreads, FEW_BYTES } from './threads.js'
import type { SeenFiles } from './updating/seen-files.js'
import type { SourceFiles } from './updating/source-files.js'

export interface CollectOptions extends Omit<BatchOptions, 'workers'> {
  /** As many as is best by default. */
  workers: number | undefined
  /** Started where they are needed. */
  threads: BuildThreads
  progress: ProgressMeter
  signal: AbortSignal | undefined
}

/** What was found in texts besides their documents. */
export interface Collected {
  sources: SourceFiles
  /** What was wrong with texts, in no order; but for those that could not be cut into passages. */
  problems: Problem[]
}

/** More threads than this wait for the one that puts together what they make. */
const MOST_WORKERS = 8

/** Reads all texts of a corpus, document by document, into a collection. What cannot be read becomes a problem and the rest is read. */
export async function collect(
  { files }: Pick<FoundFiles, 'files'>,
  collection: CollectionBuilder,
  options: CollectOptions,
  seen: SeenFiles,
): Promise<Collected> {
  const { maxBytes } = options
  const copies = findCopies(files, maxBytes)
  const originals = files.filter(({ path }) => !copies.has(path))
  const read = await readFiles(originals, collection, options)
  const { identities, problems } = settleIds(read.documents)
  collection.store.identify(read.identitiesOfCut(identities))
  const copied = Array.from(copies, ([path, { earlier }]) => duplicateOf(path, earlier))
  const texts = [...read.records, ...Array.from(copies.values(), ({ record }) => record)]
  const sources = {
    maxBytes,
    texts: texts.sort(byPath),
    copies: [...copies.keys()],
    problems: read.problems,
    uncut: read.uncut,
    settled: problems.length + read.uncut.length === 0,
  }
  seen.rememberAll(files, texts)
  return { sources, problems: [...read.problems, ...copied, ...problems] }
}

/** Reads files, in their order, into a collection. */
export async function readFiles(
  files: readonly CandidateFile[],
  collection: CollectionBuilder,
  { maxBytes, workers, threads, batchBytes, progress, signal }: CollectOptions,
): Promise<FilesRead> {
  const bytes = files.reduce((sum, file) => sum + (file.bytes <= maxBytes ? file.bytes : 0), 0)
  progress.start('indexing', files.length, bytes)
  const read = new FilesRead(collection)
  const options = { maxBytes, batchBytes, workers: workers ?? usualWorkers(bytes) }
  for await (const analyzed of analyzedBatches(files, options, threads)) {
    signal?.throwIfAborted()
    read.add(analyzed)
    progress.advance(analyzed.files.length, read.bytes)
  }
  return read
}

function usualWorkers(bytes: number): number {
  return bytes < FEW_BYTES ? 0 : Math.min(MOST_WORKERS, availableParallelism())
}

/** What files were, in their order. */
export class FilesRead {
  readonly problems: Problem[] = []
  /** Why documents could not be cut into passages. */
  readonly uncut: Problem[] = []
  readonly records: FileRecord[] = []
  /** Of the files that were read. */
  bytes = 0
  readonly documents: (Identifiable & Pick<ReadDocument, 'document' | 'uncut'>)[] = []

  constructor(private readonly collection: CollectionBuilder) {}

  add({ files, batch }: AnalyzedFiles): void {
    const documents = files.flatMap(({ document }) => document ?? [])
    const cut = documents.filter(({ uncut }) => !uncut)
    this.collection.add(
      batch,
      cut.map(({ document }) => document),
    )
    for (const { record, problems } of files) {
      this.problems.push(...problems)
      if (!record) continue
      this.records.push(record)
      this.bytes += record.bytes
    }
    this.uncut.push(...documents.flatMap(({ uncut }) => uncut ?? []))
    this.documents.push(...documents)
  }

  /** Of the identities of all documents those that are in the collection. */
  identitiesOfCut(identities: readonly Identity[]): Identity[] {
    return identities.filter((_, at) => !this.documents[at]!.uncut)
  }
}
