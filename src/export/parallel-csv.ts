import type { ParallelDocuments, ParallelRow } from '../search/parallel.js'
import { csvLine } from './csv.js'

const HEADER = [
  'row',
  'confidence',
  'leftPassages',
  'leftLanguage',
  'leftText',
  'rightPassages',
  'rightLanguage',
  'rightText',
]

/** An aligned pair of documents as a table: a line for each row, those with one side included; CRLF, as RFC 4180 has it. */
export function toParallelCsv({ rows }: ParallelDocuments): string {
  const lines = rows.map((row, i) =>
    csvLine([i + 1, row.confidence, ...cells(row.left), ...cells(row.right)]),
  )
  return [csvLine(HEADER), ...lines, ''].join('\r\n')
}

function cells(passages: ParallelRow['left']): string[] {
  const texts = passages.map(({ text }) => text)
  const languages = new Set(passages.map(({ language }) => language))
  const ids = passages.map(({ id }) => id)
  return [ids.join('; '), [...languages].join('; '), texts.join('\n\n')]
}
