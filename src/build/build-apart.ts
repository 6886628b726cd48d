import { Worker } from 'node:worker_threads'
import { type FoundFiles, findFiles } from '../corpus/files.js'
import { CorpusError, type Problem } from '../corpus/problem.js'
import { IndexError, type IndexErrorCode } from '../store/index-error.js'
import { removeUnfinished } from '../store/publish.js'
import type { BuildOptions, BuildProgress, BuildReport } from './build.js'
import { FEW_BYTES } from './threads.js'

/** What a thread can be handed of the options of a build. */
type PortableOptions = Omit<BuildOptions, 'lexicon' | 'onProgress' | 'signal'>

type ApartOptions = PortableOptions & Pick<BuildOptions, 'onProgress' | 'signal'>

/** What the thread is asked to build. */
export interface ApartTask {
  corpus: string
  found: FoundFiles
  options: PortableOptions
}

/** What the thread says: that it has started, how far it is, and what came of it. */
export type ThreadMessage =
  | { started: true }
  | { progress: BuildProgress }
  | { report: BuildReport }
  | { failure: Failure }

/** An error taken apart, because a copy of it is of no class. */
export interface Failure {
  message: string
  problems?: Problem[]
  index?: { code: IndexErrorCode; folder: string }
}

/** The file of the thread: as this one, compiled or not; in the bundle of the command line, too. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './build-apart-thread.ts' : './build-apart-thread.js',
  import.meta.url,
)

/**
 * Builds as {@link buildIndex} does, but much text on a thread of its own: such a build goes on for many seconds without looking up, and whoever gives
 * it up (`signal`) should not wait for that. Where no thread starts, this one builds.
 */
export async function buildApart(corpus: string, options: ApartOptions): Promise<BuildReport> {
  const builder = new ApartBuilder()
  try {
    return await builder.build(corpus, options)
  } finally {
    await builder.end()
  }
}

/** Builds one time after the other as {@link buildApart} does; what brings an index up to date by the same thread, which need not load and warm up again. */
export class ApartBuilder {
  private thread: BuildingThread | undefined

  async build(corpus: string, options: ApartOptions): Promise<BuildReport> {
    const { onProgress, signal, ...portable } = options
    const found = await findFiles(corpus)
    if (found.files.reduce((sum, { bytes }) => sum + bytes, 0) < FEW_BYTES)
      return buildHere(corpus, found, options)
    signal?.throwIfAborted()
    const end = () => this.end()
    signal?.addEventListener('abort', end)
    if (this.thread?.hasEnded !== false) this.thread = new BuildingThread()
    const outcome = await this.thread.build({ corpus, found, options: portable }, onProgress)
    signal?.removeEventListener('abort', end)
    if (outcome === 'not started') return buildHere(corpus, found, options)
    const { report, failure } = outcome
    // A thread that has built everything anew keeps much memory.
    if (!report?.changes) await this.end()
    if (report) return report
    await removeUnfinished(options.index)
    signal?.throwIfAborted()
    throw toError(failure)
  }

  /** Ends the thread, and with it those that it has started. Until then the process does not end. */
  async end(): Promise<void> {
    await this.thread?.end()
  }
}

/** Loaded only where it is needed: what a build takes is not loaded twice. */
async function buildHere(
  corpus: string,
  found: FoundFiles,
  options: ApartOptions,
): Promise<BuildReport> {
  const { buildFound } = await import('./build.js')
  return buildFound(corpus, found, options)
}

/** What came of a build; neither where the thread has ended without a word. */
type Outcome = { report?: BuildReport; failure?: Failure } | 'not started'

class BuildingThread {
  hasEnded = false
  private readonly worker = new Worker(THREAD)
  private hasStarted = false
  private onProgress: BuildOptions['onProgress']
  private take: (outcome: Outcome) => void = () => undefined

  constructor() {
    this.worker.on('message', (message: ThreadMessage) => this.hear(message))
    this.worker.on('error', ({ message }) =>
      this.finish(this.hasStarted ? { failure: { message } } : 'not started'),
    )
    this.worker.on('exit', () => this.finish({}))
  }

  build(task: ApartTask, onProgress: BuildOptions['onProgress']): Promise<Outcome> {
    this.onProgress = onProgress
    this.worker.postMessage(task)
    return new Promise((resolve) => {
      this.take = resolve
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }

  private finish(outcome: Outcome): void {
    this.hasEnded = true
    this.take(outcome)
  }

  private hear(message: ThreadMessage): void {
    if ('started' in message) this.hasStarted = true
    else if ('progress' in message) this.onProgress?.(message.progress)
    else this.take(message)
  }
}

function toError(
  { message, problems, index }: Failure = { message: 'The build has ended' },
): Error {
  if (problems) return new CorpusError(message, problems)
  if (index) return Object.assign(new IndexError(index.code, index.folder, message), { message })
  return new Error(message)
}
