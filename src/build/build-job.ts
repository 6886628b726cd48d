import type { FoundFiles } from '../corpus/files.js'
import { CorpusError, type Problem } from '../corpus/problem.js'
import type { readWordLists } from '../corpus/word-list.js'
import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import { StagingFolder } from '../store/staging.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { LARGEST_BATCH } from './batches.js'
import type { CollectOptions } from './collect.js'
import type { ProgressMeter } from './progress.js'
import { RunStore } from './run-store.js'
import { BuildThreads } from './threads.js'
import type { SeenFiles } from './updating/seen-files.js'

/** What is to be built, from what, and how. */
export interface BuildJob {
  corpus: string
  /** Folder of the index. */
  index: string
  found: FoundFiles
  lists: Awaited<ReturnType<typeof readWordLists>>
  seen: SeenFiles
  maxBytes: number
  strict: boolean
  bm25: Bm25Settings
  lexicon: TranslationLexicon | null
  workers: number | undefined
  /** Bytes for what is inverted. */
  memory: number
  progress: ProgressMeter
  signal: AbortSignal | undefined
}

/** How many times as much memory is for what is inverted as for the files that are analyzed at once. */
const BATCHES_IN_MEMORY = 64_000_000 / LARGEST_BATCH

export function collectOptions(job: BuildJob, { threads }: Workplace): CollectOptions {
  const { maxBytes, memory, workers, progress, signal } = job
  return { maxBytes, batchBytes: memory / BATCHES_IN_MEMORY, workers, threads, progress, signal }
}

/** Where files are written to until they take the place of those of the index, and who works there. */
export interface Workplace {
  staging: StagingFolder
  /** For what is inverted; what does not fit into memory is gone afterwards. */
  runs: RunStore
  /** None at first. */
  threads: BuildThreads
}

/** Does something with files beside the index; ends all threads, and removes the files that are left. */
export async function inWorkplace<Result>(
  { index, memory }: BuildJob,
  work: (workplace: Workplace) => Promise<Result>,
): Promise<Result> {
  const staging = await StagingFolder.make(index)
  const scratch = await StagingFolder.make(index)
  const runs = new RunStore(() => scratch.file('runs'), memory)
  const threads = new BuildThreads()
  try {
    return await work({ staging, runs, threads })
  } finally {
    // They may still be writing.
    await threads.keep(0)
    await staging.discard()
    await scratch.discard()
  }
}

/** @throws CorpusError where there are problems, and none were to be put up with. */
export function checkStrict({ strict, corpus }: BuildJob, problems: readonly Problem[]): void {
  if (strict && problems.length > 0)
    throw new CorpusError(
      `${problems.length} problem${problems.length === 1 ? '' : 's'} in ${corpus}, and --strict was asked`,
      [...problems],
    )
}
