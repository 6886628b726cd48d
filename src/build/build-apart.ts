import { Worker } from 'node:worker_threads'
import { findFiles } from '../corpus/files.js'
import { CorpusError, type Problem } from '../corpus/problem.js'
import { IndexError, type IndexErrorCode } from '../store/index-error.js'
import { removeUnfinished } from '../store/publish.js'
import type { BuildOptions, BuildProgress, BuildReport } from './build.js'
import { FEW_BYTES } from './threads.js'

/** What a thread can be handed of the options of a build. */
export type PortableOptions = Omit<BuildOptions, 'lexicon' | 'onProgress' | 'signal'>

type ApartOptions = PortableOptions & Pick<BuildOptions, 'onProgress' | 'signal'>

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

/** The file of the thread: as this one, compiled or not. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './build-apart-thread.ts' : './build-apart-thread.js',
  import.meta.url,
)

/**
 * Builds as {@link buildIndex} does, but much text on a thread of its own: such a build goes on for many seconds without looking up, and whoever gives
 * it up (`signal`) should not wait for that. Where no thread starts, this one builds.
 */
export async function buildApart(corpus: string, options: ApartOptions): Promise<BuildReport> {
  const { onProgress, signal, ...portable } = options
  const { files } = await findFiles(corpus)
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) < FEW_BYTES)
    return buildHere(corpus, options)
  signal?.throwIfAborted()
  const thread = new Worker(THREAD, { workerData: { corpus, options: portable } })
  // The threads that it has started end with it.
  const end = () => thread.terminate()
  signal?.addEventListener('abort', end)
  const message = await lastMessage(thread, onProgress)
  signal?.removeEventListener('abort', end)
  if (message === 'not started') return buildHere(corpus, options)
  if (message && 'report' in message) return message.report
  await thread.terminate()
  await removeUnfinished(options.index)
  signal?.throwIfAborted()
  throw toError(message?.failure)
}

/** Loaded only where it is needed: what a build takes is not loaded twice. */
async function buildHere(corpus: string, options: ApartOptions): Promise<BuildReport> {
  const { buildIndex } = await import('./build.js')
  return buildIndex(corpus, options)
}

/** What came of it; undefined where the thread has ended without a word. */
function lastMessage(
  thread: Worker,
  onProgress: BuildOptions['onProgress'],
): Promise<
  Extract<ThreadMessage, { report: unknown } | { failure: unknown }> | 'not started' | undefined
> {
  return new Promise((resolve) => {
    let started = false
    thread.on('message', (message: ThreadMessage) => {
      started = true
      if ('progress' in message) onProgress?.(message.progress)
      else if (!('started' in message)) resolve(message)
    })
    thread.on('error', (error) =>
      resolve(started ? { failure: { message: error.message } } : 'not started'),
    )
    thread.on('exit', () => resolve(undefined))
  })
}

function toError(
  { message, problems, index }: Failure = { message: 'The build has ended' },
): Error {
  if (problems) return new CorpusError(message, problems)
  if (index) return Object.assign(new IndexError(index.code, index.folder, message), { message })
  return new Error(message)
}
