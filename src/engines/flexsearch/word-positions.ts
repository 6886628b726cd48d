import type { Language } from '../../language/language.js'
import type { TermsNode } from '../../search/plan.js'
import type { LanguageIndex } from './language-index.js'
import type { EngineParts } from './parts.js'

/** Where words stand in a few passages, read word by word when they are first asked for. */
export class WordPositions {
  /** By word, then by passage. */
  private readonly words = new Map<TermsNode, Map<number, number[]>>()
  private readonly languages: readonly { index: LanguageIndex; passages: Uint32Array }[]

  /** @param passages Ascending. */
  constructor(
    passages: Uint32Array,
    private readonly parts: EngineParts,
  ) {
    const { indexes, store } = parts
    this.languages = indexes.map((index) => ({
      index,
      passages: passages.filter((id) => store.languageOf(id) === index.language),
    }))
  }

  of(word: TermsNode, id: number): readonly number[] {
    let known = this.words.get(word)
    if (!known) {
      known = this.read(word)
      this.words.set(word, known)
    }
    return known.get(id) ?? []
  }

  averageLength(id: number): number {
    return this.inLanguage(this.parts.store.languageOf(id))?.index.statistics.averageLength ?? 0
  }

  private read({ alternatives }: TermsNode): Map<number, number[]> {
    const found = new Map<number, number[]>()
    for (const { language, term } of alternatives) {
      const own = this.inLanguage(language)
      if (!own || own.passages.length === 0) continue
      const { index, passages } = own
      for (const form of index.textField.formsOf(term))
        index.textField.occurrences(form).positionsIn(passages, (place, position) => {
          const known = found.get(passages[place]!)
          if (!known) found.set(passages[place]!, [position])
          else if (!known.includes(position)) known.push(position)
        })
    }
    return found
  }

  private inLanguage(language: Language) {
    return this.languages.find(({ index }) => index.language === language)
  }
}
