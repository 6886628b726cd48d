import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { buildIndex } from '../../src/index.js'

// Builds a corpus by several settings, in a process that can start threads from TypeScript. Prints as JSON what came of each, and how many threads
// have run.
const [corpus, index, settings] = process.argv.slice(2) as [string, string, string]
// What loads TypeScript may start a thread of its own, the first time.
await buildIndex(corpus, { index, workers: 1, memory: 0 })
let threads: Promise<unknown>[] = []
process.on('worker', (worker: Worker) => threads.push(once(worker, 'online')))
const results: unknown[] = []
for (const options of JSON.parse(settings)) {
  threads = []
  const { manifest, problems } = await buildIndex(corpus, { index, ...options })
  const online = await Promise.all(threads.map((thread) => thread.then(() => 1)))
  results.push({ manifest, problems, threads: online.length })
}
process.stdout.write(JSON.stringify(results))
