import { parentPort } from 'node:worker_threads'
import { CorpusError } from '../corpus/problem.js'
import { IndexError } from '../store/index-error.js'
import { type BuildProgress, buildFound } from './build.js'
import type { ApartTask, Failure, ThreadMessage } from './build-apart.js'

// The thread of build-apart.ts, which does one build after the other.
say({ started: true })
parentPort!.on('message', async ({ corpus, found, options }: ApartTask) => {
  const onProgress = (progress: BuildProgress) => say({ progress })
  try {
    say({ report: await buildFound(corpus, found, { ...options, onProgress }) })
  } catch (error) {
    say({ failure: failureOf(error) })
  }
})

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
