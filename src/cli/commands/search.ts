import { openIndex } from '../../build/index-files.js'
import { LANGUAGE_NAMES, LANGUAGES } from '../../language/language.js'
import type { Cross } from '../../search/cross.js'
import type { GroupField } from '../../search/engine.js'
import type { FacetField } from '../../search/facets.js'
import type { Filters } from '../../search/filters.js'
import type { AllHits, Hit } from '../../search/hit.js'
import type { ConcordanceSort } from '../../search/kwic.js'
import { MAX_GROUP_SIZE, type SearchOptions } from '../../search/options.js'
import { readCounterparts } from '../../search/parallel.js'
import type { Searcher } from '../../search/searcher.js'
import { isSort, type Sort } from '../../search/sort.js'
import type { WantedTranslation } from '../../search/wanted-translation.js'
import { EXIT, type ExitCode } from '../exit.js'
import { formatFacets } from '../format-facets.js'
import { formatExplanation, formatGroup, formatHit } from '../format-hit.js'
import { formatParallelHit } from '../format-parallel.js'
import { count, type Output, range } from '../output.js'
import { kwic } from './kwic.js'

export interface SearchCommandOptions extends Filters {
  index: string
  limit: number
  offset: number
  sort: ConcordanceSort
  group?: GroupField
  cross: Cross
  without?: string[]
  with?: WantedTranslation[]
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
  const { sort, collapse, ...others } = options
  if (options.facetLimit !== undefined && !options.facets)
    throw new RangeError('--facet-limit is for counts; add --facets.')
  const searcher = await openIndex(index)
  try {
    // A concordance shows every match, near-duplicates included.
    if (options.kwic) return await kwic(searcher, query, { sort, ...others }, output)
    if (!isSort(sort)) throw new RangeError(`--sort ${sort} is an order of lines; add --kwic.`)
    if (options.width !== undefined) throw new RangeError('--width is for lines; add --kwic.')
    return await passages(searcher, query, { index, ...others, collapse, sort }, output)
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
    const response = await searcher.search(query, grouping(options))
    output.out(JSON.stringify(response, null, 2))
    return response.total > 0 ? EXIT.found : EXIT.nothingFound
  }
  const found = await (options.all
    ? searcher.searchAll(query, options)
    : searcher.search(query, grouping(options)))
  for (const { message } of found.diagnostics) output.err(output.colors.yellow(message))
  const shown = await printHits(found.hits, options, searcher, output)
  if (!options.csv && !options.jsonl)
    for (const line of formatFacets(found.facets, output)) output.out(line)
  if (found.didYouMean !== null) output.err(`Did you mean: ${output.colors.bold(found.didYouMean)}`)
  output.err(summary(found, shown, options))
  return found.total > 0 ? EXIT.found : EXIT.nothingFound
}

/** With a list for each language, the limit is that of each list. */
function grouping(options: PassageOptions): SearchOptions {
  if (options.group !== 'language') return options
  return {
    ...options,
    limit: LANGUAGES.length,
    groupSize: Math.min(options.limit - 1, MAX_GROUP_SIZE),
  }
}

/** Prints hits as they come; gives their number. */
async function printHits(
  hits: Iterable<Hit> | AllHits['hits'],
  { csv, jsonl, group, parallel = false }: PassageOptions,
  searcher: Searcher,
  output: Output,
): Promise<number> {
  let shown = 0
  // Loaded only where it is wanted: a short command is mostly loading.
  const table = csv ? await import('../../export/csv.js') : undefined
  if (table) output.out(table.csvHeader())
  for await (const hit of hits) {
    if (table) output.out(table.csvRecord(hit))
    else if (jsonl) output.out(JSON.stringify(hit))
    else if (group === 'language') await printList(hit, searcher, parallel, output)
    else await printHit(hit, searcher, parallel, output)
    shown++
  }
  return shown
}

/** The hits of one language as a list of their own. */
async function printList(
  { group, ...best }: Hit,
  searcher: Searcher,
  parallel: boolean,
  output: Output,
) {
  const { total, next } = group!
  const name = LANGUAGE_NAMES[best.passage.language]
  output.out(output.colors.bold(`${name}: ${count(total, 'passage')}`))
  output.out('')
  for (const [i, hit] of [best, ...next].entries())
    await printHit({ ...hit, rank: i + 1 }, searcher, parallel, output)
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
  { query, total, totalDocuments, exhaustive }: Omit<AllHits, 'hits'>,
  shown: number,
  { group, offset }: PassageOptions,
): string {
  if (total === 0) return `Nothing found for: ${query}`
  const documents = group === 'document' ? ` in ${count(totalDocuments, 'document')}` : ''
  const atLeast = exhaustive ? '' : 'At least '
  const found = `${atLeast}${count(total, 'passage')}${documents} for: ${query}`
  const all = group === 'document' ? totalDocuments : total
  return group === 'language' || shown === all ? found : `${found} ${range(offset, shown)}`
}
