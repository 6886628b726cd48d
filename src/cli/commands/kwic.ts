import type { Concordance, ConcordanceSort } from '../../search/kwic.js'
import { DEFAULT_WIDTH, MAX_LINES, MAX_WIDTH, MIN_WIDTH } from '../../search/kwic.js'
import type { ConcordanceOptions } from '../../search/options.js'
import type { Searcher } from '../../search/searcher.js'
import { EXIT, type ExitCode } from '../exit.js'
import { formatFacets } from '../format-facets.js'
import { formatLines } from '../format-kwic.js'
import { count, type Output, range } from '../output.js'

export interface KwicOptions extends ConcordanceOptions {
  offset: number
  sort: ConcordanceSort
  json?: boolean
}

/** `fundstelle search --kwic`: prints a line for every match, as concordances do. */
export async function kwic(
  searcher: Searcher,
  query: string,
  { json = false, ...options }: KwicOptions,
  output: Output,
): Promise<ExitCode> {
  const width = options.width ?? widthFor(output)
  const found = await searcher.concordance(query, { ...options, width })
  if (json) output.out(JSON.stringify(found, null, 2))
  else print(found, options, output)
  return found.total > 0 ? EXIT.found : EXIT.nothingFound
}

/** At least what fits into the terminal; the lines are cut to it when all of them are known. */
function widthFor({ columns }: Output): number {
  if (columns === undefined) return DEFAULT_WIDTH
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, columns >> 1))
}

function print(found: Concordance, { offset, width }: KwicOptions, output: Output): void {
  for (const { message } of found.diagnostics) output.err(output.colors.yellow(message))
  // Who asks for a width gets it, whatever the terminal's.
  const room = width === undefined ? output : { ...output, columns: undefined }
  for (const line of formatLines(found.lines, room)) output.out(line)
  for (const line of formatFacets(found.facets, output)) output.out(line)
  output.err(summary(found, offset))
}

function summary({ query, total, totalLines, complete, lines }: Concordance, offset: number) {
  if (total === 0) return `Nothing found for: ${query}`
  const matches = complete
    ? `${count(totalLines, 'match', 'matches')} in ${count(total, 'passage')}`
    : `The first ${count(MAX_LINES, 'match', 'matches')} of ${count(total, 'passage')}`
  const found = `${matches} for: ${query}`
  return lines.length === totalLines ? found : `${found} ${range(offset, lines.length)}`
}
