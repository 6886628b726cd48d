import { READING_VERSION } from '../corpus/version.js'
import { describeDuplicates } from '../duplicates/duplicate-finder.js'
import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import type { Manifest } from '../store/manifest.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { analysisFingerprint } from './analysis-fingerprint.js'
import { lexiconIdentity } from './lexicon-identity.js'
import { ALIGNMENT_VERSION } from './relating/alignment.js'

/** The rules by which files became passages, and passages near-duplicates. */
export function readingRules(): string {
  return `${READING_VERSION} ${describeDuplicates()}`
}

/** True for an index that was made by the rules of this version, with these settings. */
export function isMadeAlike(
  { analysis, reading, alignment, bm25 }: Manifest,
  settings: { bm25: Bm25Settings; lexicon: TranslationLexicon | null },
): boolean {
  if (analysis !== analysisFingerprint() || reading !== readingRules()) return false
  if (alignment.version !== ALIGNMENT_VERSION) return false
  if (alignment.lexicon !== lexiconIdentity(settings.lexicon)) return false
  return bm25.k1 === settings.bm25.k1 && bm25.b === settings.bm25.b
}
