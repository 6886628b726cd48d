import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A sentence and its translation. */
export interface SentencePair {
  english: string
  german: string
}

/** A line that is no pair of sentences. */
export interface BadLine {
  file: string
  /** 1-based. */
  line: number
  /** What is wrong with it, as a clause. */
  reason: string
}

/**
 * The pairs of a file, one a line: English, a tab, German; compressed if its name ends in `.gz`.
 * @param onBadLine Told of every line that is left out; empty lines are not worth telling.
 */
export function* readPairs(
  file: string,
  onBadLine: (bad: BadLine) => void,
): Generator<SentencePair> {
  const bytes = readFileSync(file)
  const text = new TextDecoder().decode(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue
    const pair = parsePair(line)
    if (typeof pair === 'string') onBadLine({ file, line: index + 1, reason: pair })
    else yield pair
  }
}

/** The pair on a line, or why there is none. */
function parsePair(line: string): SentencePair | string {
  const columns = line.split('\t')
  if (columns.length !== 2)
    return `expected 2 columns (English, tab, German), found ${columns.length}`
  if (line.includes('\uFFFD')) return 'not valid UTF-8'
  const [english, german] = columns.map((column) => column.trim()) as [string, string]
  if (english === '' || german === '')
    return `the ${english === '' ? 'English' : 'German'} side is empty`
  return { english, german }
}
