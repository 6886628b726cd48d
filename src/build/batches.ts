import { setImmediate } from 'node:timers/promises'
import { threadId, Worker } from 'node:worker_threads'
import type { CandidateFile } from '../corpus/files.js'
import { type AnalyzedFiles, FileAnalyzer, type FileGroup } from './analyze-files.js'

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

/** Analyzes files in batches, on several threads, and gives the batches in the order of the files. */
export async function* analyzedBatches(
  files: readonly CandidateFile[],
  options: BatchOptions,
): AsyncGenerator<AnalyzedFiles> {
  const { workers } = options
  const groups = groupFiles(files, options)
  const pool = workers > 0 && groups.length > 1 ? new WorkerPool(workers) : undefined
  const here = new FileAnalyzer(threadId)
  const running: Promise<AnalyzedFiles | undefined>[] = []
  try {
    for (let next = 0, taken = 0; taken < groups.length; taken++) {
      while (pool && next < groups.length && next < taken + workers * AHEAD)
        running.push(pool.analyze(groups[next++]!))
      yield (await running.shift()) ?? here.analyze(groups[taken]!)
      if (!pool) await setImmediate()
    }
  } finally {
    await pool?.close()
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

/** The file of the worker: as this one, compiled or not. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './batch-worker.ts' : './batch-worker.js',
  import.meta.url,
)

/** What is made of a batch lives until it is handed over: with more room for the young, less of it is copied on the way (megabytes). */
const LIMITS = { maxYoungGenerationSizeMb: 96 }

interface Task {
  group: FileGroup
  done(analyzed: AnalyzedFiles | undefined): void
}

/** Threads that analyze groups of files. What one cannot do, because it does not start or runs out of memory, is left to the caller. */
class WorkerPool {
  private readonly waiting: Task[] = []
  private readonly idle: Worker[] = []
  private readonly tasks = new Map<Worker, Task | undefined>()

  constructor(count: number) {
    for (let i = 0; i < count; i++) this.start()
  }

  /** Resolves to undefined where no thread can do it. */
  analyze(group: FileGroup): Promise<AnalyzedFiles | undefined> {
    return new Promise((done) => {
      this.waiting.push({ group, done })
      this.assign()
    })
  }

  async close(): Promise<void> {
    await Promise.all([...this.tasks.keys()].map((worker) => worker.terminate()))
  }

  private start(): void {
    const worker = new Worker(WORKER, { resourceLimits: LIMITS })
    this.tasks.set(worker, undefined)
    this.idle.push(worker)
    worker.on('message', (analyzed: AnalyzedFiles) => {
      this.tasks.get(worker)?.done(analyzed)
      this.tasks.set(worker, undefined)
      this.idle.push(worker)
      this.assign()
    })
    // Whoever asked does it, and meets the same error where it is not the thread's own.
    worker.on('error', () => this.lose(worker))
    worker.on('exit', () => this.lose(worker))
  }

  private lose(worker: Worker): void {
    const task = this.tasks.get(worker)
    this.tasks.delete(worker)
    if (this.idle.includes(worker)) this.idle.splice(this.idle.indexOf(worker), 1)
    task?.done(undefined)
    this.assign()
  }

  private assign(): void {
    if (this.tasks.size === 0) for (const task of this.waiting.splice(0)) task.done(undefined)
    while (this.waiting.length > 0 && this.idle.length > 0) {
      const worker = this.idle.pop()!
      const task = this.waiting.shift()!
      this.tasks.set(worker, task)
      worker.postMessage(task.group)
    }
  }
}
