import { openIndex } from '../../build/index-files.js'
import { csvHeader, csvRecord } from '../../export/csv.js'
import type { FacetField } from '../../search/facets.js'
import type { Filters } from '../../search/filters.js'
import type { AllHits, Hit } from '../../search/hit.js'
import type { ConcordanceSort } from '../../search/kwic.js'
import { readCounterparts } from '../../search/parallel.js'
import type { Searcher } from '../../search/searcher.js'
import { isSort, type Sort } from '../../search/sort.js'
import { EXIT, type ExitCode } from '../exit.js'
import { formatFacets } from '../format-facets.js'
import { formatExplanation, formatGroup, formatHit } from '../format-hit.js'
import { formatParallelHit } from '../format-parallel.js'
import { count, type Output } from '../output.js'
import { kwic } from './kwic.js'

export interface SearchCommandOptions extends Filters {
  index: string
  limit: number
  offset: number
  sort: ConcordanceSort
  group?: 'document'
  facets?: FacetField[]
  facetLimit?: number
  kwic?: boolean
  width?: number
  all?: boolean
  json?: boolean
  jsonl?: boolean
  csv?: boolean
  explain?: boolean
  prefix?: boolean
  collapse: boolean
  parallel?: boolean
}

/** What of the options decides how passages are printed. */
type PassageOptions = Omit<SearchCommandOptions, 'sort'> & { sort: Sort }

/** `fundstelle search`: prints passages or, with `--kwic`, a line for every match. */
export async function search(
  query: string,
  { index, ...options }: SearchCommandOptions,
  output: Output,
): Promise<ExitCode> {
  const { sort } = options
  const searcher = await openIndex(index)
  try {
    if (options.kwic) return await kwic(searcher, query, options, output)
    if (!isSort(sort)) throw new RangeError(`--sort ${sort} is an order of lines; add --kwic.`)
    return await passages(searcher, query, { index, ...options, sort }, output)
  } finally {
    await searcher.close()
  }
}

async function passages(
  searcher: Searcher,
  query: string,
  options: PassageOptions,
  output: Output,
): Promise<ExitCode> {
  if (options.json) {
    const response = await searcher.search(query, options)
    output.out(JSON.stringify(response, null, 2))
    return response.total > 0 ? EXIT.found : EXIT.nothingFound
  }
  const found = await (options.all
    ? searcher.searchAll(query, options)
    : searcher.search(query, options))
  for (const { message } of found.diagnostics) output.err(output.colors.yellow(message))
  const shown = await printHits(found.hits, options, searcher, output)
  if (!options.csv && !options.jsonl)
    for (const line of formatFacets(found.facets, output)) output.out(line)
  if (found.didYouMean !== null) output.err(`Did you mean: ${output.colors.bold(found.didYouMean)}`)
  output.err(summary(found, shown, options))
  return found.total > 0 ? EXIT.found : EXIT.nothingFound
}

/** Prints hits as they come; gives their number. */
async function printHits(
  hits: Iterable<Hit> | AllHits['hits'],
  { csv, jsonl, parallel = false }: PassageOptions,
  searcher: Searcher,
  output: Output,
): Promise<number> {
  let shown = 0
  if (csv) output.out(csvHeader())
  for await (const hit of hits) {
    if (csv) output.out(csvRecord(hit))
    else if (jsonl) output.out(JSON.stringify(hit))
    else await printHit(hit, searcher, parallel, output)
    shown++
  }
  return shown
}

async function printHit(hit: Hit, { engine }: Searcher, parallel: boolean, output: Output) {
  if (parallel)
    output.out(formatParallelHit(hit, await readCounterparts(engine, hit.counterparts), output))
  else output.out(formatHit(hit, output))
  if (hit.explanation) output.out(formatExplanation(hit.explanation))
  if (hit.group) output.out(formatGroup(hit.group, output))
  output.out('')
}

function summary(
  { query, total, totalDocuments }: Omit<AllHits, 'hits'>,
  shown: number,
  { group, offset }: PassageOptions,
): string {
  if (total === 0) return `Nothing found for: ${query}`
  const documents = group ? ` in ${count(totalDocuments, 'document')}` : ''
  const found = `${count(total, 'passage')}${documents} for: ${query}`
  return shown === (group ? totalDocuments : total) || shown === 0
    ? found
    : `${found} (showing ${offset + 1} to ${offset + shown})`
}
