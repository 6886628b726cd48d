import type { Estimate } from './bootstrap.js'
import { MEASURES } from './measures.js'
import type { Summary } from './summary.js'

const HEADING = [
  'set',
  'task',
  'queries',
  'system',
  'nDCG@10',
  'MRR@10',
  'recall@10',
  'recall@100',
  'nDCG@10 against fundstelle',
]

/** The summaries as a Markdown table. */
export function table(summaries: readonly Summary[]): string {
  const rows = summaries.map((summary) => [
    summary.set,
    summary.task,
    String(summary.queries),
    summary.system,
    ...MEASURES.map((name) => share(summary[name])),
    comparison(summary),
  ])
  return markdown(HEADING, rows)
}

/** A Markdown table whose columns line up. */
export function markdown(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]!.length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(heading), rule, ...rows.map(line)].join('\n')
}

/** `.9646 (.953 to .975)`. */
export function share({ mean, low, high }: Estimate): string {
  return `${digits(mean, 4)} (${digits(low, 3)} to ${digits(high, 3)})`
}

function comparison({ againstFundstelle }: Summary): string {
  if (!againstFundstelle) return ''
  const { difference, verdict } = againstFundstelle
  const [mean, low, high] = [difference.mean, difference.low, difference.high].map(signed)
  return `${mean} (${low} to ${high}), ${verdict}`
}

export function signed(difference: number): string {
  return `${difference < 0 ? '-' : '+'}${digits(Math.abs(difference), 3)}`
}

function digits(value: number, count: number): string {
  return value.toFixed(count).replace(/^0/, '')
}
