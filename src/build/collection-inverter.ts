import { CollectedEvidence } from '../alignment/collected-evidence.js'
import { analyzerFor } from '../analysis/registry.js'
import { DuplicateFinder } from '../duplicates/duplicate-finder.js'
import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import { contextUnit } from '../engines/flexsearch/context.js'
import { Inverter } from '../engines/flexsearch/inverter.js'
import { LANGUAGES, type Language } from '../language/language.js'

/** What stands beside a passage. Numbers are the store's. */
export interface Surroundings {
  document: number
  title: string
  section: number
  heading: readonly string[]
  speaker: { number: number; name: string } | null
}

/**
 * Inverts a collection: per language, passages by their text, and what stands beside them. On the way it looks
 * for near-duplicates and collects what versions are aligned by, which takes the same tokens.
 */
export class CollectionInverter {
  readonly duplicates = new DuplicateFinder()
  readonly evidence = new CollectedEvidence()
  private readonly languages = new Map<Language, { text: Inverter; context: Map<number, string> }>()

  /** Adds a passage, in the order of their numbers; returns its number of words with weight. */
  add(passage: number, text: string, language: Language, around: Surroundings): number {
    const own = this.of(language)
    addContext(around, own.context)
    const tokens = analyzerFor(language).analyze(text)
    this.duplicates.add(passage, { tokens, language })
    const speaker = around.speaker?.name ?? null
    const { heading } = around
    this.evidence.add({ length: text.length, language, tokens, speaker, heading })
    return own.text.add(passage, text, tokens)
  }

  /** Per language with passages: the files of its fields, and its numbers. */
  finish(bm25: Bm25Settings) {
    return LANGUAGES.flatMap((language) => {
      const own = this.languages.get(language)
      if (!own) return []
      const context = new Inverter(analyzerFor(language))
      for (const [number, text] of [...own.context].sort(([a], [b]) => a - b))
        context.add(number, text, analyzerFor(language).analyze(text))
      const { passageCount, averageLength, termCount, formCount } = own.text
      return [
        {
          language,
          text: own.text.finish(bm25),
          context: context.finish(bm25),
          statistics: {
            passages: passageCount,
            averageLength,
            terms: termCount,
            forms: formCount,
          },
        },
      ]
    })
  }

  private of(language: Language) {
    const known = this.languages.get(language)
    if (known) return known
    const made = { text: new Inverter(analyzerFor(language)), context: new Map() }
    this.languages.set(language, made)
    return made
  }
}

function addContext(
  { document, title, section, heading, speaker }: Surroundings,
  texts: Map<number, string>,
) {
  texts.set(contextUnit('title', document), title)
  // A heading on a line of its own is not read into the one above it.
  texts.set(contextUnit('heading', section), heading.join('\n'))
  if (speaker) texts.set(contextUnit('speaker', speaker.number), speaker.name)
}
