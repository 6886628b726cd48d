import { availableParallelism } from 'node:os'
import { byPath, findFiles } from '../corpus/files.js'
import { settleIds } from '../corpus/identity.js'
import { CorpusError, type Problem } from '../corpus/problem.js'
import { explainNothing, type FileRecord, type WordLists } from '../corpus/read.js'
import { duplicateOf, findCopies } from '../corpus/read-file.js'
import { readWordLists } from '../corpus/word-list.js'
import type { AnalyzedFiles, ReadDocument } from './analyze-files.js'
import { analyzedBatches, type BatchOptions } from './batches.js'
import type { CollectionBuilder } from './collection-builder.js'
import type { ProgressMeter } from './progress.js'

export interface CollectOptions extends Omit<BatchOptions, 'workers'> {
  /** As many as is best by default. */
  workers: number | undefined
  progress: ProgressMeter
  signal: AbortSignal | undefined
}

/** What was found in a corpus besides its documents. */
export interface Collected {
  wordLists: WordLists
  /** In the order of their paths. */
  problems: Problem[]
  /** Documents that could not be cut into passages. */
  uncut: Problem[]
  /** Every file whose bytes were read, in the order of their paths. */
  files: FileRecord[]
  ignored: number
}

/** Fewer bytes of text are analyzed sooner than a thread has warmed up. */
const FEW_BYTES = 4_000_000
/** More threads than this wait for the one that puts together what they make. */
const MOST_WORKERS = 8

/**
 * Reads a corpus, document by document, into a collection. What cannot be read becomes a problem and the
 * rest is read; a `CorpusError` is thrown only where nothing at all can be read.
 */
export async function collect(
  corpus: string,
  collection: CollectionBuilder,
  { maxBytes, workers, batchBytes, progress, signal }: CollectOptions,
): Promise<Collected> {
  const found = await findFiles(corpus)
  const copies = findCopies(found.files, maxBytes)
  const originals = found.files.filter(({ path }) => !copies.has(path))
  const bytes = originals.reduce((sum, file) => sum + (file.bytes <= maxBytes ? file.bytes : 0), 0)
  progress.start('indexing', originals.length, bytes)
  const read = new FilesRead(collection)
  const options = { maxBytes, batchBytes, workers: workers ?? usualWorkers(bytes) }
  for await (const analyzed of analyzedBatches(originals, options)) {
    signal?.throwIfAborted()
    read.add(analyzed)
    progress.advance(analyzed.files.length, read.bytes)
  }
  for (const [path, { earlier, record }] of copies) {
    read.problems.push(duplicateOf(path, earlier))
    read.records.push(record)
  }
  const lists = await readWordLists(found.wordLists)
  const problems = [...found.problems, ...read.problems, ...read.identify(), ...lists.problems]
  problems.sort(byPath)
  if (read.isEmpty) throw new CorpusError(explainNothing(corpus, problems), problems)
  const files = [...read.records, ...lists.records].sort(byPath)
  const { wordLists } = lists
  return { wordLists, problems, uncut: read.uncut, files, ignored: found.ignored }
}

function usualWorkers(bytes: number): number {
  return bytes < FEW_BYTES ? 0 : Math.min(MOST_WORKERS, availableParallelism())
}

/** What the files were, in their order. */
class FilesRead {
  readonly problems: Problem[] = []
  readonly uncut: Problem[] = []
  readonly records: FileRecord[] = []
  /** Of the files that were read. */
  bytes = 0
  private readonly documents: Pick<
    ReadDocument,
    'id' | 'versionOf' | 'lines' | 'document' | 'uncut'
  >[] = []

  constructor(private readonly collection: CollectionBuilder) {}

  get isEmpty(): boolean {
    return this.documents.length === 0
  }

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

  /** Settles the ids of all documents; returns what was wrong with them. */
  identify(): Problem[] {
    const { identities, problems } = settleIds(this.documents)
    this.collection.store.identify(identities.filter((_, at) => !this.documents[at]!.uncut))
    return problems
  }
}
