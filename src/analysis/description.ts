import { LANGUAGES } from '../language/language.js'
import { analyzerFor } from './registry.js'

/** Words on which a changed stemmer, list or folding shows. */
const PROBE =
  'Die Müllerin Mueller’s houses, running Häuser; E-Mail schönste STRASSE Straße Drehbucharbeit œuvre stories generally 1989'

/**
 * Everything about the analysis that an index depends on: the filters by name, and what they make of a
 * probe text, so that a changed dependency shows as well.
 */
export function describeAnalysis(): string {
  const languages = LANGUAGES.map((language) => {
    const analyzer = analyzerFor(language)
    const tokens = analyzer
      .analyze(PROBE)
      .map(({ kind, position, term, functionWord }) => [
        kind,
        position,
        term,
        functionWord,
        analyzer.family(term),
      ])
    return { language, filters: analyzer.filters.map(({ name }) => name), tokens }
  })
  return JSON.stringify(languages)
}
