import { Worker } from 'node:worker_threads'
import type { AnalyzedFiles, FileGroup } from './analyze-files.js'
import type { FieldTask, JoinedField } from './join-field.js'
import type { ComparedInThread, ComparisonTask } from './relating/comparing.js'

/** Fewer bytes of text are analyzed sooner than a thread has warmed up. */
export const FEW_BYTES = 4_000_000

/** What a thread is asked to do. */
export type ThreadTask =
  | { analyze: FileGroup; join?: undefined; compare?: undefined }
  | { join: FieldTask; analyze?: undefined; compare?: undefined }
  | { compare: ComparisonTask; analyze?: undefined; join?: undefined }

/** The file of the worker: as this one, compiled or not; in the bundle of the command line, too. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './build-thread.ts' : './build-thread.js',
  import.meta.url,
)

/** What is made of a batch lives until it is handed over: with more room for the young, less of it is copied on the way (megabytes). */
const LIMITS = { maxYoungGenerationSizeMb: 96 }

/** Takes the answer to a task; undefined where there is none. */
type Taker = (answer: unknown) => void

/** Threads that a build has besides its own. What one cannot do, because it does not start or runs out of memory, is left to the caller. */
export class BuildThreads {
  /** Of each thread what it was asked for, in that order. */
  private readonly asked = new Map<Worker, Taker[]>()

  /** How many there are. */
  get size(): number {
    return this.asked.size
  }

  /** Starts as many as are missing. */
  start(count: number): void {
    while (this.size < count) this.startOne()
  }

  /** Ends as many as are too many, whatever they do: nobody waits for it any more. */
  async keep(count: number): Promise<void> {
    const ended = [...this.asked.keys()].slice(count)
    for (const worker of ended) this.asked.delete(worker)
    await Promise.all(ended.map((worker) => worker.terminate()))
  }

  /** Analyzes files; resolves to undefined where no thread can do it. */
  analyze(group: FileGroup): Promise<AnalyzedFiles | undefined> {
    return this.ask({ analyze: group }) as Promise<AnalyzedFiles | undefined>
  }

  /** Joins a field; resolves to undefined where no thread can do it. A thread forgets for that what it has learned from texts. */
  join(field: FieldTask): Promise<JoinedField | undefined> {
    return this.ask({ join: field }) as Promise<JoinedField | undefined>
  }

  /** Compares documents; resolves to undefined where no thread can do it. */
  compare(task: ComparisonTask): Promise<ComparedInThread | undefined> {
    return this.ask({ compare: task }) as Promise<ComparedInThread | undefined>
  }

  /** The thread that has least to do is asked at once, so that it need not wait for this one between two tasks. */
  private ask(task: ThreadTask): Promise<unknown> {
    const [least] = [...this.asked].sort(([, a], [, b]) => a.length - b.length)
    if (!least) return Promise.resolve()
    const [worker, takers] = least
    worker.postMessage(task)
    return new Promise((taker) => takers.push(taker))
  }

  private startOne(): void {
    const worker = new Worker(WORKER, { resourceLimits: LIMITS })
    this.asked.set(worker, [])
    worker.on('message', (answer: unknown) => this.asked.get(worker)?.shift()?.(answer))
    // Whoever asked does it, and meets the same error where it is not the thread's own.
    worker.on('error', () => this.lose(worker))
    worker.on('exit', () => this.lose(worker))
  }

  private lose(worker: Worker): void {
    const takers = this.asked.get(worker) ?? []
    this.asked.delete(worker)
    for (const taker of takers) taker(undefined)
  }
}
