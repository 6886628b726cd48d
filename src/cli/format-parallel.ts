import type { Highlight } from '../highlight/highlight.js'
import type { IndexedPassage } from '../search/engine.js'
import type { Hit } from '../search/hit.js'
import type { ParallelPassage } from '../search/parallel.js'
import type { Output } from './output.js'
import { paint, wrap } from './wrap.js'

/** Width of the whole where the answer does not go to a terminal. */
const DEFAULT_COLUMNS = 100
/** No column is narrower: then lines are longer than the terminal. */
const MIN_COLUMN = 20
const GAP = ' │ '

/** A text in a column: as it is shown, and as wide as it is without colours. */
interface Cell {
  shown: string
  width: number
}

type Colors = Output['colors']

/** A hit beside its surest counterpart; the others are named below. */
export function formatParallelHit(
  hit: Hit,
  counterparts: ParallelPassage['counterparts'],
  output: Output,
): string {
  const { colors } = output
  const { document, passage, highlights } = hit
  const [first, ...others] = counterparts
  const width = columnWidth(output)
  const left = [
    ...lines(`${String(hit.rank).padStart(2)}. ${document.title}`, width, colors.bold),
    ...lines(`${passage.id} · ${passage.language}`, width, colors.dim),
    ...marked(passage.text, highlights, width, colors),
  ]
  const right = first
    ? passageColumn(first.passage, `sure ${percent(first.confidence)}`, width, colors)
    : lines('no counterpart', width, colors.dim)
  const more = others.map(({ passage: { id } }) => id)
  return [
    ...sideBySide(left, right, width),
    ...(more.length > 0 ? [colors.dim(`also beside it: ${more.join(', ')}`)] : []),
  ].join('\n')
}

/** Passages of two documents beside each other. */
export function formatRow(
  left: readonly IndexedPassage[],
  right: readonly IndexedPassage[],
  output: Output,
): string {
  const width = columnWidth(output)
  const column = (passages: readonly IndexedPassage[]) =>
    passages.flatMap((passage) => [
      ...lines(passage.id, width, output.colors.dim),
      ...lines(passage.text, width),
    ])
  return sideBySide(column(left), column(right), width).join('\n')
}

export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`
}

function passageColumn(
  { id, language, text, document }: IndexedPassage,
  about: string,
  width: number,
  colors: Colors,
): Cell[] {
  return [
    ...lines(document.title, width, colors.bold),
    ...lines(`${id} · ${language} · ${about}`, width, colors.dim),
    ...lines(text, width),
  ]
}

function columnWidth({ columns = DEFAULT_COLUMNS }: Output): number {
  return Math.max(MIN_COLUMN, (columns - GAP.length) >> 1)
}

function lines(text: string, width: number, colour = (line: string) => line): Cell[] {
  return wrap(text, 0, text.length, width).map(({ start, end }) => {
    const line = text.slice(start, end)
    return { shown: colour(line), width: line.length }
  })
}

/** The lines of a text with its marks. */
function marked(text: string, marks: readonly Highlight[], width: number, colors: Colors): Cell[] {
  return wrap(text, 0, text.length, width).map((line) => {
    return { shown: paint(text, line, marks, colors), width: line.end - line.start }
  })
}

function sideBySide(left: readonly Cell[], right: readonly Cell[], width: number): string[] {
  const height = Math.max(left.length, right.length)
  return Array.from({ length: height }, (_, i) => {
    const { shown, width: used } = left[i] ?? { shown: '', width: 0 }
    const other = right[i]?.shown ?? ''
    return `${shown}${' '.repeat(Math.max(0, width - used))}${GAP}${other}`.trimEnd()
  })
}
