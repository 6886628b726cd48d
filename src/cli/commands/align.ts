import { LINK_THRESHOLD } from '../../alignment/threshold.js'
import { openIndex } from '../../build/index-files.js'
import { toParallelCsv } from '../../export/parallel-csv.js'
import { toTmx } from '../../export/tmx.js'
import type { PassagePair } from '../../search/engine.js'
import { type ParallelDocuments, parallelDocuments } from '../../search/parallel.js'
import type { Searcher } from '../../search/searcher.js'
import { VERSION } from '../../version.js'
import { EXIT, type ExitCode } from '../exit.js'
import { formatRow, percent } from '../format-parallel.js'
import { count, type Output } from '../output.js'

export interface AlignOptions {
  index: string
  review?: boolean
  csv?: boolean
  tmx?: boolean
}

/** `fundstelle align`: two versions of a document side by side or, with `--review`, links to be looked at. */
export async function align(
  [document, other]: readonly (string | undefined)[],
  { index, ...options }: AlignOptions,
  output: Output,
): Promise<ExitCode> {
  if (!options.review && (document === undefined || other === undefined))
    throw new RangeError('Name two documents by their ids, or ask for --review.')
  if (options.review && document !== undefined)
    throw new RangeError(`--review is about all documents; leave “${document}” out.`)
  if (document === other && document !== undefined)
    throw new RangeError('A document cannot stand beside itself; name two.')
  const searcher = await openIndex(index)
  try {
    if (options.review) return await review(searcher, output)
    return await sideBySide(searcher, document!, other!, options, output)
  } finally {
    await searcher.close()
  }
}

async function sideBySide(
  { engine }: Searcher,
  left: string,
  right: string,
  { csv, tmx }: Omit<AlignOptions, 'index'>,
  output: Output,
): Promise<ExitCode> {
  const found = await parallelDocuments(engine, left, right)
  if (!found) {
    const missing = (await engine.document(left)) ? right : left
    throw new RangeError(`There is no document “${missing}” in the index.`)
  }
  if (csv) output.out(toParallelCsv(found).trimEnd())
  else if (tmx) output.out(toTmx(found, VERSION).trimEnd())
  else print(found, output)
  const linked = found.rows.filter(({ confidence }) => confidence !== null).length
  output.err(`${count(found.rows.length, 'row')}, ${linked} with both sides`)
  return linked > 0 ? EXIT.found : EXIT.nothingFound
}

function print({ rows }: ParallelDocuments, output: Output): void {
  for (const { left, right, confidence } of rows) {
    output.out(formatRow(left, right, output))
    if (confidence !== null) output.out(output.colors.dim(`sure ${percent(confidence)}`))
    output.out('')
  }
}

async function review({ engine }: Searcher, output: Output): Promise<ExitCode> {
  const links = await engine.doubtfulLinks()
  for (const link of links) printDoubt(link, output)
  output.err(
    links.length > 0
      ? `${count(links.length, 'doubtful link')}; copy the lines that are right into alignment.yaml beside the texts`
      : 'No link is doubtful.',
  )
  return links.length > 0 ? EXIT.found : EXIT.nothingFound
}

function printDoubt({ left, right, confidence }: PassagePair, output: Output): void {
  const { bold, cyan, dim } = output.colors
  const state = confidence < LINK_THRESHOLD ? 'not linked' : 'linked'
  const line = `  - [${yamlText(left.id)}, ${yamlText(right.id)}]`
  output.out(bold(`${percent(confidence)} sure, ${state}`))
  output.out(formatRow([left], [right], output))
  output.out(dim('If they say the same:'))
  output.out(cyan(`confirm:\n${line}`))
  output.out(dim('If not:'))
  output.out(cyan(`forbid:\n${line}`))
  output.out('')
}

/** An id as YAML reads it again; most need no quotation marks. */
function yamlText(id: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}./_-]*#[a-z0-9]+$/u.test(id) ? id : JSON.stringify(id)
}
