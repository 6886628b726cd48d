import { parentPort, workerData } from 'node:worker_threads'
import { CorpusError } from '../corpus/problem.js'
import { IndexError } from '../store/index-error.js'
import { buildIndex } from './build.js'
import type { Failure, PortableOptions, ThreadMessage } from './build-apart.js'

// The thread of build-apart.ts.
const { corpus, options } = workerData as { corpus: string; options: PortableOptions }
say({ started: true })
try {
  say({
    report: await buildIndex(corpus, { ...options, onProgress: (progress) => say({ progress }) }),
  })
} catch (error) {
  say({ failure: failureOf(error) })
}

function say(message: ThreadMessage): void {
  parentPort!.postMessage(message)
}

function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof CorpusError) return { message, problems: error.problems }
  if (error instanceof IndexError)
    return { message, index: { code: error.code, folder: error.folder } }
  return { message }
}
