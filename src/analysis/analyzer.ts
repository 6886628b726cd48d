import type { Word, WordFilter } from './filter.js'
import { normalForm } from './fold.js'
import type { Token } from './token.js'
import { segment } from './tokenizer.js'

/** Words come back often; a bounded cache of analyzed surface forms is worth a factor of ten. */
const CACHE_SIZE = 100_000

/** Turns a text into tokens: words, then an ordered list of filters. */
export class Analyzer {
  private readonly cache = new Map<string, Word>()

  /**
   * @param fold Makes the forms alike that a quoted phrase takes for the same word: no stemming, only
   *   case, diacritics and, in German, spelled-out umlauts.
   */
  constructor(
    readonly filters: readonly WordFilter[],
    readonly fold: (form: string) => string,
  ) {}

  /** The tokens of a text, in order; offsets are into the text as given. */
  analyze(text: string): Token[] {
    return segment(text).map(({ start, end, position, joined }) => {
      const { form, term, functionWord } = this.word(text.slice(start, end), joined)
      return { start, end, position, form, term, functionWord, joined }
    })
  }

  /** The filters' result for one surface form. A joined whole loses its hyphens: `E-Mail` is `email`. */
  private word(surface: string, joined: boolean): Word {
    const key = joined ? `-${surface}` : surface
    const known = this.cache.get(key)
    if (known) return known
    const form = joined ? normalForm(surface).replace(/['-]/g, '') : normalForm(surface)
    const word: Word = { form, term: form, functionWord: false }
    for (const filter of this.filters) filter.apply(word)
    if (this.cache.size >= CACHE_SIZE) this.cache.clear()
    this.cache.set(key, word)
    return word
  }
}
