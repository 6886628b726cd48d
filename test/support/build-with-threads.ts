import { readdir } from 'node:fs/promises'
import { type BuildOptions, buildIndex } from '../../src/index.js'
import { started } from './typescript-threads.js'

// Builds a corpus by several settings, in a process whose threads can read TypeScript. Prints as JSON what came of each, and how many threads have done
// something; or, of one that is given up at a stage, what is left beside the index and how many threads still run.

interface Settings extends Omit<BuildOptions, 'index'> {
  giveUpAt?: string
}

const [corpus, index, allSettings] = process.argv.slice(2) as [string, string, string]
const results: unknown[] = []
for (const { giveUpAt, ...options } of JSON.parse(allSettings) as Settings[]) {
  started.length = 0
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
