import type { Language } from '../../language/language.js'
import type { TermsNode } from '../../search/plan.js'
import type { LanguageIndex } from './language-index.js'
import { PlacedPositions } from './lists/placed-positions.js'
import type { EngineParts } from './parts.js'

/** Filled for one term after the other. */
const PLACED = new PlacedPositions()

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
      PLACED.clear()
      for (const form of index.textField.formsOf(term))
        index.textField.occurrences(form).positionsIn(passages, PLACED)
      const { places, positions, count } = PLACED
      for (let i = 0; i < count; i++) addTo(found, passages[places[i]!]!, positions[i]!)
    }
    return found
  }

  private inLanguage(language: Language) {
    return this.languages.find(({ index }) => index.language === language)
  }
}

function addTo(found: Map<number, number[]>, id: number, position: number): void {
  const known = found.get(id)
  if (!known) found.set(id, [position])
  else if (!known.includes(position)) known.push(position)
}
