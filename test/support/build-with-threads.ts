import { readdir } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import workerThreads, { type WorkerOptions } from 'node:worker_threads'
import { type BuildOptions, buildIndex } from '../../src/index.js'

// Builds a corpus by several settings, in a process whose threads can read TypeScript. Prints as JSON what came of each, and how many threads have done
// something; or, of one that is given up at a stage, what is left beside the index and how many threads still run.

/** A thread does not read TypeScript by itself, even where its process does. */
class TypeScriptWorker extends workerThreads.Worker {
  answered = false
  running = true

  constructor(file: URL, options: WorkerOptions) {
    const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}') })`
    super(load, { ...options, eval: true, execArgv: [] })
    this.once('message', () => {
      this.answered = true
    })
    this.once('exit', () => {
      this.running = false
    })
    started.push(this)
  }
}

interface Settings extends Omit<BuildOptions, 'index'> {
  giveUpAt?: string
}

const [corpus, index, allSettings] = process.argv.slice(2) as [string, string, string]
let started: TypeScriptWorker[] = []
workerThreads.Worker = TypeScriptWorker
syncBuiltinESMExports()
const results: unknown[] = []
for (const { giveUpAt, ...options } of JSON.parse(allSettings) as Settings[]) {
  started = []
  results.push(await (giveUpAt === undefined ? build(options) : giveUp(options, giveUpAt)))
}
process.stdout.write(JSON.stringify(results))

async function build(options: Settings) {
  const { manifest, problems } = await buildIndex(corpus, { index, ...options })
  return { manifest, problems, threads: started.filter(({ answered }) => answered).length }
}

async function giveUp(options: Settings, stage: string) {
  const before = await readdir(index)
  const stop = new AbortController()
  const reason = await buildIndex(corpus, {
    index,
    ...options,
    signal: stop.signal,
    onProgress: (progress) => {
      if (progress.stage === stage) stop.abort()
    },
  }).catch((error: unknown) => String(error))
  const left = (await readdir(index)).filter((name) => !before.includes(name))
  return {
    reason,
    left,
    started: started.length,
    running: started.filter(({ running }) => running).length,
  }
}
