import type { Evidence } from './evidence.js'
import type { TermKeyTable } from './term-keys.js'
import { TextLists } from './text-lists.js'

/** Texts by what is in them, to be asked from texts of another language, or of the same. */
export class ListedTexts {
  readonly terms = new TextLists()
  readonly surfaces = new TextLists()
  readonly cognates = new TextLists()
  /** What is listed. */
  texts: readonly Evidence[] = []

  constructor(private readonly keys: TermKeyTable) {}

  /** Lists texts in place of others. */
  list(texts: readonly Evidence[]): void {
    const { keys } = this
    this.texts = texts
    const all = texts.map(({ terms }) => keys.ofAll(terms))
    for (const lists of [this.terms, this.surfaces, this.cognates]) lists.begin(keys.size)
    for (const [number, text] of all.entries())
      for (let i = 0; i < text.length; i++) this.add(text[i]!, number)
  }

  private add(term: number, text: number): void {
    const { terms, surfaces, cognates } = this.keys
    const [string, surface, cognate] = [terms[term]!, surfaces[term]!, cognates[term]!]
    this.terms.add(string, text)
    // A name may be inflected on one side: its stem counts as a spelling too.
    this.surfaces.add(surface, text)
    if (string !== surface) this.surfaces.add(string, text)
    if (cognate >= 0) this.cognates.add(cognate, text)
  }
}
