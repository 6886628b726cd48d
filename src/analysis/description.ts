import { LANGUAGES, type Language } from '../language/language.js'
import type { Analyzer } from './analyzer.js'
import { analyzerFor } from './registry.js'

/**
 * Words on which a changed tokenizer, folding, stemmer or splitter shows: hyphens, apostrophes, scripts,
 * umlauts, every common ending, compounds with every link element and words that only look like one.
 */
const PROBE = `
E-Mail d’Azur Audiard’s they're geht's rock'n'roll Vater-Sohn-Verhältnis a-b-c-d-e-f 1989 2012-05 1,5 3D İstanbul ﬁlm
Straße STRASSE Müllerin Mueller Muller neue Quelle Queue Bauer œuvre Stéphanie Łódź ёлка Ωmega 日本 soft\u00ADhyphen cafe\u0301 🎬
houses running generally relational conditional rationalize hopping enjoyed flies dying agreed motoring happily differently
hesitancy operator feudalism decisiveness formality sensitivity triplicate electrical hopeful goodness revival allowance
inference airliner gyroscopic adjustable replacement adoption communism activate effective probate controlling stories wrote
Häuser Häusern schönste größeren lieblicher Freundschaften Freiheiten Zeitungen Möglichkeit endlich gegangen arbeitete
Lehrerinnen Lehrern Kindes Autos Frauen Bilder komisch kostbar ruhig Ereignis Ereignisse Bergbau Sängerin Studierende
Drehbucharbeit Kurzgeschichtensammlung Umweltschutzgesetze Hochspannungsnetzgeräte Killerwale Liebesgeschichte Schulhof
Arbeitsamt Ortsteil Radweg Hundehütte Kinderbuch Herzensangelegenheit Tagesordnung Sonnenschein Firmengründung Türsteher
Gesundheitswesen Filmfestspiele Bundestagswahl Staubecken Autobahnraststätte Kriegerdenkmal Maedchenschule Fussballplatz
insgesamt fährt Abteilung Bernstein Entwicklung Verantwortung Gegenwehr Wiederholung Minister Tomate Person Januar Kanone
`

/**
 * Everything about the analysis that an index depends on: the filters by name and with the words they go
 * by, and what they make of a probe, so that changed rules or another version of a stemmer show as well.
 */
export function describeAnalysis(): string {
  return JSON.stringify(LANGUAGES.map((language) => describe(language, analyzerFor(language))))
}

function describe(language: Language, analyzer: Analyzer) {
  const filters = analyzer.filters.map(({ name, words }) => ({ name, words: words?.() }))
  const tokens = analyzer
    .analyze(PROBE)
    .map((token) => [
      ...Object.values(token),
      analyzer.fold(token.form),
      analyzer.family?.(token.term) ?? token.term,
    ])
  return { language, filters, families: analyzer.familyKnowledge, tokens }
}
