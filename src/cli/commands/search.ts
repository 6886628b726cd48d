import { openIndex } from '../../build/index-files.js'
import type { Filters } from '../../search/searcher.js'
import { EXIT, type ExitCode } from '../exit.js'
import { formatExplanation, formatHit } from '../format-hit.js'
import { count, type Output } from '../output.js'

export interface SearchCommandOptions extends Filters {
  index: string
  limit: number
  offset: number
  json?: boolean
  explain?: boolean
  prefix?: boolean
  collapse: boolean
}

/** `fundstelle search`: prints ranked passages, best first. */
export async function search(
  query: string,
  { index, json = false, ...options }: SearchCommandOptions,
  output: Output,
): Promise<ExitCode> {
  const searcher = await openIndex(index)
  try {
    const response = await searcher.search(query, options)
    if (json) {
      output.out(JSON.stringify(response, null, 2))
      return response.total > 0 ? EXIT.found : EXIT.nothingFound
    }
    for (const { message } of response.diagnostics) output.err(output.colors.yellow(message))
    for (const hit of response.hits) {
      output.out(formatHit(hit, output))
      if (hit.explanation) output.out(formatExplanation(hit.explanation))
      output.out('')
    }
    if (response.didYouMean !== null)
      output.err(`Did you mean: ${output.colors.bold(response.didYouMean)}`)
    output.err(summary(query, response.total, response.hits.length, options.offset))
    return response.total > 0 ? EXIT.found : EXIT.nothingFound
  } finally {
    await searcher.close()
  }
}

function summary(query: string, total: number, shown: number, offset: number): string {
  if (total === 0) return `Nothing found for: ${query}`
  const found = `${count(total, 'passage')} for: ${query}`
  return shown === total || shown === 0
    ? found
    : `${found} (showing ${offset + 1} to ${offset + shown})`
}
