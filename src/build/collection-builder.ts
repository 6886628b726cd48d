import { CollectedEvidence } from '../alignment/collected-evidence.js'
import { WordNumbers } from '../analysis/analyzed-word.js'
import { analyzerFor } from '../analysis/registry.js'
import { DuplicateFinder } from '../duplicates/duplicate-finder.js'
import type { Originals } from '../duplicates/originals.js'
import { Shingles } from '../duplicates/shingles.js'
import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import { contextUnit } from '../engines/flexsearch/context.js'
import type { FieldFiles } from '../engines/flexsearch/field-index.js'
import { Inverter } from '../engines/flexsearch/inverter.js'
import { mergeRuns } from '../engines/flexsearch/runs/merge-runs.js'
import type { Run } from '../engines/flexsearch/runs/run-cursor.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { ByteSink } from '../store/bytes.js'
import type { StoredDocument } from '../store/passage-store-writer.js'
import { PassageStoreWriter, type TextsFile } from '../store/passage-store-writer.js'
import type { Batch } from './batch.js'
import type { RunStore } from './run-store.js'

/** Where the files of a field are written to. */
export type FieldSinks = (language: Language, field: 'text' | 'context') => FieldFiles<ByteSink>

/** What the manifest says of a language. */
export interface LanguageStatistics {
  passages: number
  averageLength: number
  terms: number
  forms: number
}

/** A language on its way. */
interface LanguageParts {
  runs: Run[]
  passages: number
  words: number
}

/** Units of context that are inverted at a time. */
const CONTEXT_UNITS = 100_000

/** Puts batches together that follow one another: what comes out does not depend on how documents were divided into them. */
export class CollectionBuilder {
  readonly store: PassageStoreWriter
  readonly evidence: CollectedEvidence
  private readonly duplicates = new DuplicateFinder()
  private readonly languages = new Map<Language, LanguageParts>()

  /** @param runs Keeps what is inverted, until all is there. */
  constructor(
    texts: TextsFile,
    private readonly runs: RunStore,
  ) {
    this.store = new PassageStoreWriter(texts)
    this.evidence = new CollectedEvidence(this.store)
  }

  /** Adds the documents that come next. */
  add(batch: Batch, metadata: readonly StoredDocument['metadata'][]): void {
    const base = this.store.passageCount
    const documents = batch.documents.map((document, i) => ({
      ...document,
      metadata: metadata[i]!,
    }))
    this.store.add({ ...batch.stored, documents })
    this.evidence.add(batch.evidence)
    this.duplicates.append(batch.signed)
    for (const language of LANGUAGES) {
      const own = batch.languages[language]
      if (!own) continue
      const parts = this.of(language)
      parts.runs.push({ source: this.runs.keep(own.run), base })
      parts.passages += own.passages
      parts.words += own.words
    }
  }

  /** Writes the fields of all languages; returns what is to be said of them. */
  writeFields(bm25: Bm25Settings, sinks: FieldSinks) {
    return LANGUAGES.flatMap(
      (language): { language: Language; statistics: LanguageStatistics }[] => {
        const parts = this.languages.get(language)
        if (!parts) return []
        const { passages, words, runs } = parts
        const analyzer = analyzerFor(language)
        const averageLength = words / passages
        const settings = { analyzer, lengths: this.store.wordCounts, averageLength, bm25 }
        const counts = mergeRuns(runs, settings, sinks(language, 'text'))
        this.writeContext(language, bm25, sinks(language, 'context'))
        return [{ language, statistics: { passages, averageLength, ...counts } }]
      },
    )
  }

  /** Analyzes again what may be near-duplicates: few passages. */
  originals(): Originals {
    const shingles = new Map(
      LANGUAGES.map((language) => {
        const words = new WordNumbers(analyzerFor(language))
        return [language, { words, of: new Shingles(words, language) }]
      }),
    )
    return this.duplicates.originals({
      shingles: (number) => {
        const { text, language } = this.store.passage(number)
        const own = shingles.get(language)!
        return own.of.of(own.words.of(text))
      },
      documentOf: (number) => this.store.documentOf(number),
    })
  }

  private of(language: Language): LanguageParts {
    const known = this.languages.get(language)
    if (known) return known
    const made = { runs: [], passages: 0, words: 0 }
    this.languages.set(language, made)
    return made
  }

  /** Inverts what stands beside the passages of a language. */
  private writeContext(language: Language, bm25: Bm25Settings, sinks: FieldFiles<ByteSink>): void {
    const analyzer = analyzerFor(language)
    const units = this.contextOf(language)
    const last = units.at(-1)?.unit ?? -1
    const lengths = new Uint32Array(last + 1)
    const runs: Run[] = []
    let words = 0
    for (let from = 0; from < units.length || from === 0; from += CONTEXT_UNITS) {
      const inverter = new Inverter(analyzer)
      for (const { unit, text } of units.slice(from, from + CONTEXT_UNITS))
        lengths[unit] = inverter.addText(unit, text)
      words += inverter.wordCount
      runs.push({ source: this.runs.keep(inverter.run()), base: 0 })
    }
    const averageLength = units.length === 0 ? 0 : words / units.length
    mergeRuns(runs, { analyzer, lengths, averageLength, bm25 }, sinks)
  }

  /** Titles, headings and speakers beside passages of a language, in the order of their units. */
  private contextOf(language: Language): { unit: number; text: string }[] {
    const { store } = this
    const beside = {
      title: new Uint8Array(store.documents.length),
      heading: new Uint8Array(store.headings.length),
      speaker: new Uint8Array(store.speakers.length),
    }
    for (let passage = 0; passage < store.passageCount; passage++) {
      if (store.languageOf(passage) !== language) continue
      beside.title[store.documentOf(passage)] = 1
      beside.heading[store.sectionOf(passage)] = 1
      const speaker = store.speakerNumberOf(passage)
      if (speaker >= 0) beside.speaker[speaker] = 1
    }
    const textOf = {
      title: (number: number) => store.documents[number]!.title,
      // A heading on a line of its own is not read into the one above it.
      heading: (number: number) => store.headings[number]!.join('\n'),
      speaker: (number: number) => store.speakers[number]!,
    }
    const units: { unit: number; text: string }[] = []
    for (const field of ['title', 'heading', 'speaker'] as const)
      for (const [number, isBeside] of beside[field].entries())
        if (isBeside) units.push({ unit: contextUnit(field, number), text: textOf[field](number) })
    return units.sort((a, b) => a.unit - b.unit)
  }
}
