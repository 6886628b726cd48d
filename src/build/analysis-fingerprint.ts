import { readFileSync } from 'node:fs'
import { describeAnalysis } from '../analysis/description.js'
import { describeImpacts } from '../engines/flexsearch/bm25.js'
import { sha256 } from '../store/publish.js'

/** Beside the compiled module, where the package was built; beside the source there is none. From the bundle of the command line, too. */
export const FINGERPRINT_FILE = new URL('../build/analysis-fingerprint.txt', import.meta.url)

let known: string | undefined

/**
 * A hash of the terms and impacts that this version makes; an index of others cannot be asked. To make it, a text is analyzed: that was
 * done when the package was built.
 */
export function analysisFingerprint(): string {
  known ??= fingerprintOfBuild() ?? makeFingerprint()
  return known
}

export function makeFingerprint(): string {
  return sha256(`${describeAnalysis()} ${describeImpacts()}`)
}

function fingerprintOfBuild(): string | undefined {
  try {
    return readFileSync(FINGERPRINT_FILE, 'utf8')
  } catch {
    return undefined
  }
}
