import { createHash } from 'node:crypto'
import { describeAnalysis } from '../../src/analysis/description.js'

/**
 * Names the analysis of English and German that makes the terms of a lexicon. A lexicon with another
 * fingerprint may hold terms that no text has any more.
 */
export function analysisFingerprint(): string {
  const described = JSON.parse(describeAnalysis()) as { language: string }[]
  const translated = described.filter(({ language }) => language === 'en' || language === 'de')
  return createHash('sha256').update(JSON.stringify(translated)).digest('hex')
}
