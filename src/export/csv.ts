import { stringify } from 'csv-stringify/sync'
import type { Hit } from '../search/hit.js'

export type Cell = string | number | null

/** The columns, in order, and what a hit has there. */
const COLUMNS = new Map<string, (hit: Hit) => Cell>([
  ['rank', ({ rank }) => rank],
  ['score', ({ score }) => score],
  ['document', ({ document }) => document.id],
  ['title', ({ document }) => document.title],
  ['kind', ({ document }) => document.kind],
  ['date', ({ document }) => document.date],
  ['passage', ({ passage }) => passage.id],
  ['language', ({ passage }) => passage.language],
  ['speaker', ({ passage }) => passage.speaker],
  ['heading', ({ passage }) => passage.heading.join(' > ')],
  ['start', ({ passage }) => passage.start],
  ['end', ({ passage }) => passage.end],
  ['matches', matches],
  ['text', ({ passage }) => passage.text],
])

/** The first line of the table (RFC 4180), without the end of the line. */
export function csvHeader(): string {
  return csvLine([...COLUMNS.keys()])
}

/** A hit as a line of the table; within quotation marks it may hold line breaks. */
export function csvRecord(hit: Hit): string {
  return csvLine([...COLUMNS.values()].map((cell) => cell(hit)))
}

/** Cells as a line of a table (RFC 4180), without the end of the line. */
export function csvLine(cells: readonly Cell[]): string {
  return stringify([[...cells]], {
    eof: false,
    // Texts come from anywhere; no spreadsheet may take one for a formula.
    escape_formulas: true,
    quote_record_delimiter: true,
  })
}

function matches({ passage, highlights }: Hit): string {
  return highlights.map(({ start, end }) => passage.text.slice(start, end)).join('; ')
}
