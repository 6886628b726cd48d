import type { TermsNode } from '../../search/plan.js'
import type { LanguageIndex } from './language-index.js'
import type { EngineParts } from './parts.js'

/** Where words stand in a few passages, read word by word when they are first asked for. */
export class WordPositions {
  /** By word, then by the place of the passage. */
  private readonly words = new Map<TermsNode, (number[] | undefined)[]>()
  private readonly places: Map<number, number>

  /** @param passages Ascending. */
  constructor(
    private readonly passages: Uint32Array,
    private readonly parts: EngineParts,
  ) {
    this.places = new Map(Array.from(passages, (id, place) => [id, place]))
  }

  of(word: TermsNode, id: number): readonly number[] {
    let known = this.words.get(word)
    if (!known) {
      known = this.read(word)
      this.words.set(word, known)
    }
    const place = this.places.get(id)
    return (place !== undefined && known[place]) || []
  }

  averageLength(id: number): number {
    const language = this.parts.store.languageOf(id)
    return this.indexOf(language)?.statistics.averageLength ?? 0
  }

  private read({ alternatives }: TermsNode): (number[] | undefined)[] {
    const found = new Array<number[] | undefined>(this.passages.length).fill(undefined)
    const visit = (place: number, position: number) => {
      const known = found[place]
      if (!known) found[place] = [position]
      else if (!known.includes(position)) known.push(position)
    }
    for (const { language, term } of alternatives) {
      const field = this.indexOf(language)?.textField
      for (const form of field?.formsOf(term) ?? [])
        field!.occurrences(form).positionsIn(this.passages, visit)
    }
    return found
  }

  private indexOf(language: string): LanguageIndex | undefined {
    return this.parts.indexes.find((index) => index.language === language)
  }
}
