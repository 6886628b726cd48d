import { CollectedEvidence } from '../alignment/collected-evidence.js'
import { analyzerFor } from '../analysis/registry.js'
import { DuplicateFinder } from '../duplicates/duplicate-finder.js'
import { type Bm25Settings, roundedAverage } from '../engines/flexsearch/bm25.js'
import { contextUnit } from '../engines/flexsearch/context.js'
import type { FieldFiles } from '../engines/flexsearch/field-index.js'
import { Inverter } from '../engines/flexsearch/inverter.js'
import type { FieldCounts } from '../engines/flexsearch/runs/merge-runs.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { ByteSink } from '../store/bytes.js'
import type { StoredDocument } from '../store/passage-store-writer.js'
import { PassageStoreWriter, type TextsFile } from '../store/passage-store-writer.js'
import type { Batch } from './batch.js'
import { checkCapacity, type NumberedUnits } from './capacity.js'
import { type FieldParts, joinField } from './join-field.js'
import type { RunStore } from './run-store.js'

/** Where the files of a field are written to. */
export type FieldSinks = (language: Language, field: 'text' | 'context') => FieldFiles<ByteSink>

/** What the manifest says of a language. */
export interface LanguageStatistics {
  passages: number
  /** With weight, in all passages. */
  words: number
  averageLength: number
  /** Titles, headings and names of speakers beside the passages, and their words with weight. */
  context: { units: number; words: number }
  terms: number
  forms: number
}

/** Average lengths that impacts are computed with. */
export interface AverageLengths {
  text: number
  context: number
}

/** A language on its way. */
interface LanguageParts {
  runs: FieldParts['runs']
  passages: number
  words: number
}

/** Units of context that are inverted at a time. */
const CONTEXT_UNITS = 100_000

/** Puts batches together that follow one another: what comes out does not depend on how documents were divided into them. */
export class CollectionBuilder {
  readonly store: PassageStoreWriter
  readonly evidence: CollectedEvidence
  readonly duplicates = new DuplicateFinder()
  private readonly languages = new Map<Language, LanguageParts>()

  /** @param runs Keeps what is inverted, until all is there. */
  constructor(
    texts: TextsFile,
    private readonly runs: RunStore,
  ) {
    this.store = new PassageStoreWriter(texts)
    this.evidence = new CollectedEvidence(this.store)
  }

  /**
   * Adds the documents that come next.
   * @throws LimitError where one index cannot hold them.
   */
  add(batch: Batch, metadata: readonly StoredDocument['metadata'][]): void {
    const base = this.store.passageCount
    const documents = batch.documents.map((document, i) => ({
      ...document,
      metadata: metadata[i]!,
    }))
    this.store.add({ ...batch.stored, documents })
    checkCapacity(this.size)
    this.evidence.add(batch.evidence)
    this.duplicates.append(batch.signed)
    for (const language of LANGUAGES) {
      const own = batch.languages[language]
      if (!own) continue
      const parts = this.of(language)
      parts.runs.push({ kept: this.runs.keep(own.run), base })
      parts.passages += own.passages
      parts.words += own.words
    }
  }

  get size(): NumberedUnits {
    const { passageCount, documentCount, headings, speakers } = this.store
    return {
      passages: passageCount,
      documents: documentCount,
      sections: headings.length,
      speakers: speakers.length,
    }
  }

  /** Those that passages are in. */
  get usedLanguages(): Language[] {
    return LANGUAGES.filter((language) => this.languages.has(language))
  }

  /**
   * Writes the fields of all languages; returns what is to be said of them.
   *
   * @param averagesOf Those of a collection of which these passages become a part, in place of their own.
   */
  writeFields(
    bm25: Bm25Settings,
    sinks: FieldSinks,
    averagesOf: (language: Language) => AverageLengths | undefined = () => undefined,
  ): { language: Language; statistics: LanguageStatistics }[] {
    return this.usedLanguages.map((language) => {
      const averages = averagesOf(language)
      const text = this.text(language, bm25, averages?.text)
      const counts = joinField(text, sinks(language, 'text'))
      const context = this.context(language, bm25, averages?.context)
      joinField(context.parts, sinks(language, 'context'))
      return { language, statistics: this.statistics(text, counts, context.statistics) }
    })
  }

  /**
   * The texts of a language, to be joined.
   *
   * @param average Length; that of these passages by default.
   */
  text(language: Language, bm25: Bm25Settings, average?: number): FieldParts {
    const { passages, words, runs } = this.of(language)
    this.runs.flush()
    const averageLength = average ?? roundedAverage(words, passages, 'text')
    return { language, runs, lengths: this.store.wordCounts, averageLength, bm25 }
  }

  /** @param counts What came of joining the text. */
  statistics(
    { language, averageLength }: FieldParts,
    counts: FieldCounts,
    context: LanguageStatistics['context'],
  ): LanguageStatistics {
    const { passages, words } = this.of(language)
    return { passages, words, averageLength, ...counts, context }
  }

  /** Inverts what stands beside the passages of a language, to be joined: see {@link text}. */
  context(
    language: Language,
    bm25: Bm25Settings,
    average?: number,
  ): { parts: FieldParts; statistics: LanguageStatistics['context'] } {
    const units = this.contextOf(language)
    const last = units.at(-1)?.unit ?? -1
    const lengths = new Uint32Array(last + 1)
    const runs: FieldParts['runs'] = []
    let words = 0
    for (let from = 0; from < units.length || from === 0; from += CONTEXT_UNITS) {
      const inverter = new Inverter(analyzerFor(language))
      for (const { unit, text } of units.slice(from, from + CONTEXT_UNITS))
        lengths[unit] = inverter.addText(unit, text)
      words += inverter.wordCount
      runs.push({ kept: this.runs.keep(inverter.run()), base: 0 })
    }
    this.runs.flush()
    const averageLength = average ?? roundedAverage(words, units.length, 'context')
    const parts = { language, runs, lengths, averageLength, bm25 }
    return { parts, statistics: { units: units.length, words } }
  }

  private of(language: Language): LanguageParts {
    const known = this.languages.get(language)
    if (known) return known
    const made = { runs: [], passages: 0, words: 0 }
    this.languages.set(language, made)
    return made
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
