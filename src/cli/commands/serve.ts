import { isIndexCurrent } from '../../build/build.js'
import { openIndex } from '../../build/index-files.js'
import { serve as listen, stopOnSignals } from '../../http/serve.js'
import { EXIT, type ExitCode } from '../exit.js'
import { count, type Output } from '../output.js'
import { build } from './build.js'

export interface ServeCommandOptions {
  index: string
  /** Build the index from this folder first, where it is missing or stale. */
  corpus?: string
  host: string
  port: number
  cors?: string[]
}

/** `fundstelle serve`: answers over HTTP until it is stopped. */
export async function serve(
  { index, corpus, host, port, cors }: ServeCommandOptions,
  output: Output,
): Promise<ExitCode> {
  if (corpus !== undefined) {
    if (await isIndexCurrent(corpus, index)) output.err(`The index in ${index} is up to date.`)
    else await build(corpus, { index }, output)
  }
  const searcher = await openIndex(index)
  const server = await listen(searcher, { host, port, ...(cors ? { cors } : {}) })
  stopOnSignals(server)
  const { documents, passages } = await searcher.engine.statistics()
  output.out('')
  output.out(
    `Fundstelle serves ${count(passages, 'passage')} of ${count(documents, 'document')} at ${output.colors.cyan(server.url)}`,
  )
  output.out('')
  output.out('Try:')
  for (const query of (await searcher.overview()).examples)
    output.out(`  ${query.padEnd(28)} ${output.colors.cyan(searchLink(server.url, query))}`)
  output.out('')
  output.out('Stop with Ctrl+C.')
  return EXIT.found
}

function searchLink(url: string, query: string): string {
  return new URL(`?q=${encodeURIComponent(query)}`, `${url.replace(/\/$/, '')}/`).href
}
