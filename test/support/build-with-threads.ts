import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import type { Worker } from 'node:worker_threads'
import { buildIndex } from '../../src/index.js'

// Builds a corpus by several settings, in a process that can start threads from TypeScript. Prints as JSON what came of each, and how many threads
// have run; or, of one that is given up at a stage, what is left beside the index and how many threads still run.
const [corpus, index, allSettings] = process.argv.slice(2) as [string, string, string]
// What loads TypeScript may start a thread of its own, the first time.
await buildIndex(corpus, { index, workers: 1, memory: 0 })
let threads: Promise<unknown>[] = []
process.on('worker', (worker: Worker) => threads.push(once(worker, 'online')))
const results: unknown[] = []
for (const settings of JSON.parse(allSettings)) {
  threads = []
  const { giveUpAt, ...options } = settings
  if (giveUpAt !== undefined) {
    results.push(await giveUp(options, giveUpAt))
    continue
  }
  const { manifest, problems } = await buildIndex(corpus, { index, ...options })
  const online = await Promise.all(threads.map((thread) => thread.then(() => 1)))
  results.push({ manifest, problems, threads: online.length })
}
process.stdout.write(JSON.stringify(results))

async function giveUp(options: object, stage: string) {
  const before = await readdir(index)
  let running = 0
  process.on('worker', (worker: Worker) => {
    running++
    worker.on('exit', () => running--)
  })
  const stop = new AbortController()
  const reason = await buildIndex(corpus, {
    index,
    ...options,
    mergeAt: 0,
    signal: stop.signal,
    onProgress: (progress) => {
      if (progress.stage === stage) stop.abort()
    },
  }).catch((error: unknown) => String(error))
  const left = (await readdir(index)).filter((name) => !before.includes(name))
  return { reason, left, running }
}
