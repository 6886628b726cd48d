import { type LiveIndex, openLiveIndex } from '../../build/live-index.js'
import { serve as listen, stopOnSignals } from '../../http/serve.js'
import type { Searcher } from '../../search/searcher.js'
import { EXIT, type ExitCode } from '../exit.js'
import { count, type Output } from '../output.js'
import { roleAmongProcesses, serveAs, serveByProcesses } from './serve-processes.js'

export interface ServeCommandOptions {
  index: string
  /** Build the index from this folder first, where it is missing or stale. */
  corpus?: string
  host: string
  port: number
  cors?: string[]
  path?: string
  processes: number
}

const REFUSED = 'The new index cannot be used; the one of before goes on answering.'

/** `fundstelle serve`: answers over HTTP until it is stopped. */
export async function serve(options: ServeCommandOptions, output: Output): Promise<ExitCode> {
  const role = roleAmongProcesses()
  if (role) return serveAs(role, (said) => answer(options, said), output)
  const { corpus, index, processes } = options
  if (corpus !== undefined) await bringUpToDate(corpus, index, output)
  return processes === 1 ? answer(options, output) : serveByProcesses(processes, output)
}

/** Answers in this process. */
async function answer(
  { index, host, port, cors, path = '' }: ServeCommandOptions,
  output: Output,
): Promise<ExitCode> {
  const live = await openLiveIndex(index, {
    onReplaced: async (searcher) =>
      output.err(`The index was built again; now it is ${await sizeOf(searcher)}.`),
    onRefused: (error) => {
      output.err(output.colors.red(REFUSED))
      output.err(error instanceof Error ? error.message : String(error))
    },
  })
  const server = await listen(live, { host, port, path, ...(cors ? { cors } : {}) })
  const greeting = greet(live, server.url, output)
  // What is closed can no longer be asked for queries to try.
  stopOnSignals({ ...server, close: () => greeting.then(server.close, server.close) })
  await greeting
  return EXIT.found
}

async function greet(live: LiveIndex, url: string, output: Output): Promise<void> {
  const { searcher, release } = live.lease()
  try {
    output.out('')
    output.out(`Fundstelle serves ${await sizeOf(searcher)} at ${output.colors.cyan(url)}`)
    output.out('')
    output.out('Try:')
    for (const query of (await searcher.overview()).examples)
      output.out(`  ${query.padEnd(28)} ${output.colors.cyan(searchLink(url, query))}`)
    output.out('')
    output.out('Stop with Ctrl+C.')
  } finally {
    release()
  }
}

/** What builds is loaded only where something may have to be built. */
async function bringUpToDate(corpus: string, index: string, output: Output): Promise<void> {
  const { isIndexCurrent } = await import('../../build/build.js')
  if (await isIndexCurrent(corpus, index)) return output.err(`The index in ${index} is up to date.`)
  const { build } = await import('./build.js')
  await build(corpus, { index }, output)
}

async function sizeOf({ engine }: Searcher): Promise<string> {
  const { documents, passages } = await engine.statistics()
  return `${count(passages, 'passage')} of ${count(documents, 'document')}`
}

function searchLink(url: string, query: string): string {
  return new URL(`?q=${encodeURIComponent(query)}`, `${url.replace(/\/$/, '')}/`).href
}
