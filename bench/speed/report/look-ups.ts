import { markdown } from '../../evaluation/table.js'
import type { LookUpResult } from '../look-ups.js'

/** What words take by themselves; nothing for results that do not have it. */
export function lookUpSection(lookUps: readonly LookUpResult[] = []): string[] {
  if (lookUps.length === 0) return []
  const rows = lookUps.map(({ name, asked, found, cpu: { p50, p95, p99 } }) => [
    name,
    String(asked),
    `${Math.round(100 * found)} %`,
    ...[p50, p95, p99].map((value) => value.toFixed(3)),
  ])
  return [
    '### Words',
    'CPU milliseconds that Fundstelle takes to look up the words of these questions, each once, before anything is ranked: the twenty most frequent words of each language that begin so, and the words that may be meant.',
    markdown(['look-up', 'asked', 'found', 'CPU p50', 'p95', 'p99'], rows),
  ]
}
