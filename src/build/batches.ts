import { setImmediate } from 'node:timers/promises'
import { threadId } from 'node:worker_threads'
import type { CandidateFile } from '../corpus/files.js'
import { type AnalyzedFiles, FileAnalyzer, type FileGroup } from './analyze-files.js'
import type { BuildThreads } from './threads.js'

/** A batch has at least so many bytes of files, if there are as many, and mostly not many more than the most. */
const SMALLEST_BATCH = 1_000_000
export const LARGEST_BATCH = 8_000_000
/** So many batches for each thread, that all of them are busy to the end. */
const BATCHES_PER_THREAD = 8
/** Each thread remembers a word of earlier batches for so many bytes of a batch: 500,000 words, some hundred bytes each. */
const BYTES_PER_WORD = 16
/** Batches that each thread may be ahead of what was taken: one is analyzed while another waits. */
const AHEAD = 2

/** How files are analyzed. */
export interface BatchOptions {
  maxBytes: number
  /** Threads besides this one; with 0 it does all itself. */
  workers: number
  /** Bytes of files, at most; a file is never divided. {@link LARGEST_BATCH} where there is memory. */
  batchBytes: number
}

/** Analyzes files in batches, on several threads where there are several batches, and gives the batches in the order of the files. */
export async function* analyzedBatches(
  files: readonly CandidateFile[],
  options: BatchOptions,
  threads: BuildThreads,
): AsyncGenerator<AnalyzedFiles> {
  const { workers } = options
  const groups = groupFiles(files, options)
  if (groups.length > 1) threads.start(workers)
  const here = new FileAnalyzer(threadId)
  const running: Promise<AnalyzedFiles | undefined>[] = []
  for (let next = 0, taken = 0; taken < groups.length; taken++) {
    const most = taken + threads.size * AHEAD
    while (next < groups.length && next < most) running.push(threads.analyze(groups[next++]!))
    next = Math.max(next, taken + 1)
    yield (await running.shift()) ?? here.analyze(groups[taken]!)
    if (threads.size === 0) await setImmediate()
  }
}

function groupFiles(
  files: readonly CandidateFile[],
  { maxBytes, workers, batchBytes }: BatchOptions,
): FileGroup[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const share = total / ((workers + 1) * BATCHES_PER_THREAD)
  const size = Math.min(batchBytes, Math.max(SMALLEST_BATCH, share))
  const mostWords = batchBytes / BYTES_PER_WORD
  const groups: (FileGroup & { files: CandidateFile[] })[] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const file of files) {
    if (bytes >= size) {
      groups.push({ files: [], maxBytes, mostWords })
      bytes = 0
    }
    groups.at(-1)!.files.push(file)
    if (file.bytes <= maxBytes) bytes += file.bytes
  }
  return groups
}
