import { analyzerFor } from '../../analysis/registry.js'
import { BM25_DEFAULTS } from '../../engines/flexsearch/bm25.js'
import { contextUnit } from '../../engines/flexsearch/context.js'
import { FieldIndex } from '../../engines/flexsearch/field-index.js'
import { Inverter } from '../../engines/flexsearch/inverter.js'
import { LANGUAGES, type Language } from '../../language/language.js'
import { memorySource } from '../../store/bytes.js'
import type { StoreSegment } from '../../store/store-segment.js'

/** A field of passages that are gone, and how much there was of it. */
export interface RemovedField {
  /** Only its vocabulary has a meaning. */
  field: FieldIndex
  /** Passages, or titles, headings and names beside them. */
  units: number
  words: number
}

/** The passages of one language that are gone, as they were in the base. */
export interface RemovedPassages {
  text: RemovedField
  context: RemovedField
}

/** Analyzes the passages of some documents again, to tell what there is less of without them. */
export function removedPassages(
  base: StoreSegment,
  documents: readonly number[],
): Map<Language, RemovedPassages> {
  const inverters = new Map<Language, { text: Inverter; context: Inverter }>()
  const units = new Set<string>()
  for (const document of documents) {
    const { passageCount, title } = base.table.document(document)
    const firstPassage = base.table.firstPassageOf(document)
    for (let passage = firstPassage; passage < firstPassage + passageCount; passage++) {
      const language = LANGUAGES[base.language[passage]!]!
      const own = inverters.get(language) ?? inverterPair(language)
      inverters.set(language, own)
      own.text.addText(own.text.passageCount, base.passageText(passage))
      const addBeside = (unit: number, text: string) => {
        const key = `${language} ${unit}`
        if (units.has(key)) return
        units.add(key)
        own.context.addText(own.context.passageCount, text)
      }
      addBeside(contextUnit('title', document), title)
      addBeside(contextUnit('heading', base.section[passage]!), base.headingOf(passage).join('\n'))
      const speaker = base.speakerOf(passage)
      if (speaker !== null) addBeside(contextUnit('speaker', base.speaker[passage]! - 1), speaker)
    }
  }
  return new Map(
    Array.from(inverters, ([language, { text, context }]) => [
      language,
      { text: fieldOf(text, language), context: fieldOf(context, language) },
    ]),
  )
}

function inverterPair(language: Language) {
  const analyzer = analyzerFor(language)
  return { text: new Inverter(analyzer), context: new Inverter(analyzer) }
}

function fieldOf(inverter: Inverter, language: Language): RemovedField {
  const { vocabulary, postings, positions } = inverter.finish(BM25_DEFAULTS)
  const files = {
    vocabulary: memorySource(vocabulary),
    postings: memorySource(postings),
    positions: memorySource(positions),
  }
  const field = new FieldIndex(files, analyzerFor(language))
  return { field, units: inverter.passageCount, words: inverter.wordCount }
}
