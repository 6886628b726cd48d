import type { Language } from '../language/language.js'
import { type Entry, entryKey, termsOf } from './entry.js'
import { type Fault, quote } from './fault.js'
import { readEntry } from './read-entry.js'
import type { WrittenEntry } from './yaml-file.js'

/** Entries by their keys, in order. */
export type Entries = ReadonlyMap<string, Entry>

const NONE: Entries = new Map()

/**
 * The entries that can be used, each once; the others become faults.
 *
 * @param notation See {@link readEntry}.
 * @param taken Entries that may not come again.
 */
export function settleEntries(
  written: readonly WrittenEntry[],
  language: Language,
  faults: Fault[],
  notation: string,
  taken: Entries = NONE,
): Entries {
  const entries = new Map<string, Entry>()
  for (const { text, line } of written) {
    const entry = readEntry(text, language, notation)
    if (typeof entry === 'string') {
      faults.push({ line, message: entry })
      continue
    }
    const key = entryKey(termsOf(entry))
    const earlier = entries.get(key) ?? taken.get(key)
    if (!earlier) entries.set(key, entry)
    else faults.push({ line, message: explainRepetition(text, earlier.text) })
  }
  return entries
}

function explainRepetition(text: string, earlier: string): string {
  if (text === earlier) return `${quote(text)} stands here twice and is left out once.`
  return `${quote(text)} is left out: it is searched like ${quote(earlier)} anyway.`
}
