import type { TermsNode } from '../../search/plan.js'
import type { LanguageIndex } from './language-index.js'
import type { EngineParts } from './parts.js'

/** Where words stand in a few passages, read word by word when they are first asked for. */
export class WordPositions {
  private readonly words = new Map<TermsNode, Map<number, number[]>>()

  /** @param passages Ascending. */
  constructor(
    private readonly passages: Uint32Array,
    private readonly parts: EngineParts,
  ) {}

  of(word: TermsNode, id: number): readonly number[] {
    let known = this.words.get(word)
    if (!known) {
      known = this.read(word)
      this.words.set(word, known)
    }
    return known.get(id) ?? []
  }

  averageLength(id: number): number {
    const language = this.parts.store.languageOf(id)
    return this.indexOf(language)?.statistics.averageLength ?? 0
  }

  private read({ alternatives }: TermsNode): Map<number, number[]> {
    const found = new Map<number, number[]>()
    for (const { language, term } of alternatives) {
      const field = this.indexOf(language)?.textField
      for (const form of field?.formsOf(term) ?? [])
        field!.positionsIn(form, this.passages, (id, position) => {
          const known = found.get(id)
          if (!known) found.set(id, [position])
          else if (!known.includes(position)) known.push(position)
        })
    }
    return found
  }

  private indexOf(language: string): LanguageIndex | undefined {
    return this.parts.indexes.find((index) => index.language === language)
  }
}
