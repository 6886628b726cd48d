import { analyzerFor } from '../analysis/registry.js'
import type { Bm25Settings } from '../engines/flexsearch/bm25.js'
import { Inverter } from '../engines/flexsearch/inverter.js'
import { LANGUAGES, type Language } from '../language/language.js'

/** A section of a document: what stands above its passages. */
interface Section {
  number: number
  title: string
  heading: readonly string[]
}

/** Inverts a collection: per language, passages by their text, and sections by title and headings. */
export class CollectionInverter {
  private readonly languages = new Map<
    Language,
    { text: Inverter; sections: Map<number, string> }
  >()

  /** Adds a passage, in the order of their numbers; returns its number of words with weight. */
  add(passage: number, text: string, language: Language, section: Section): number {
    const own = this.of(language)
    // A heading at the start of a line of its own is not read into the title's last words.
    own.sections.set(section.number, [section.title, ...section.heading].join('\n'))
    return own.text.add(passage, text, analyzerFor(language).analyze(text))
  }

  /** Per language with passages: the files of its fields, and its numbers. */
  finish(bm25: Bm25Settings) {
    return LANGUAGES.flatMap((language) => {
      const own = this.languages.get(language)
      if (!own) return []
      const context = new Inverter(analyzerFor(language))
      for (const [number, text] of [...own.sections].sort(([a], [b]) => a - b))
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
    const made = { text: new Inverter(analyzerFor(language)), sections: new Map() }
    this.languages.set(language, made)
    return made
  }
}
