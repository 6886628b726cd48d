import type { TranslationLexicon } from '../translation/lexicon.js'
import { type DistinctTerms, TermCounter } from './distinct-terms.js'
import type { Evidence } from './evidence.js'
import { ListedTexts } from './listed-texts.js'
import { TermKeyTable } from './term-keys.js'

/** What is known of texts that are compared with one lexicon, so that it is not found out again: a document is compared with several. */
export class KnownTexts {
  readonly keys: TermKeyTable
  private readonly counter: TermCounter
  private readonly counted = new WeakMap<readonly Evidence[], DistinctTerms>()
  /** The one used last comes first. Of two documents each is asked in turn, and one of them is often compared with the next too. */
  private readonly lists: [ListedTexts, ListedTexts]

  constructor(lexicon: TranslationLexicon) {
    this.keys = new TermKeyTable(lexicon)
    this.counter = new TermCounter(this.keys)
    this.lists = [new ListedTexts(this.keys), new ListedTexts(this.keys)]
  }

  distinct(texts: readonly Evidence[]): DistinctTerms {
    const known = this.counted.get(texts)
    if (known) return known
    const made = this.counter.distinct(texts)
    this.counted.set(texts, made)
    return made
  }

  /** @returns Valid until two others are listed. */
  listed(texts: readonly Evidence[]): ListedTexts {
    const [first, second] = this.lists
    if (first.texts === texts) return first
    if (second.texts !== texts) second.list(texts)
    this.lists.reverse()
    return second
  }
}

const all = new WeakMap<TranslationLexicon, KnownTexts>()

/** Lives as long as the lexicon does. */
export function knownTexts(lexicon: TranslationLexicon): KnownTexts {
  const known = all.get(lexicon)
  if (known) return known
  const made = new KnownTexts(lexicon)
  all.set(lexicon, made)
  return made
}
