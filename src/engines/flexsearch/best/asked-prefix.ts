import { LANGUAGES } from '../../../language/language.js'
import type { LanguageIndex } from '../language-index.js'
import type { EngineParts } from '../parts.js'
import { WordInLanguage } from '../word.js'
import { AskedWord, type Role } from './asked-word.js'
import type { CountedPrefix } from './counted-prefix.js'

/**
 * A prefix beside other words, in the passages of one language. It has no lists: which passages it adds, {@link CountedPrefix.best} tells; all others that
 * are looked at are looked up in what was counted.
 */
export class AskedPrefix extends AskedWord {
  /** Its place in {@link LANGUAGES}. */
  private readonly language: number

  /** @param most What it adds to a passage at most. */
  constructor(
    private readonly prefix: CountedPrefix,
    role: Role,
    most: number,
    index: LanguageIndex,
    { store }: EngineParts,
  ) {
    const nothing = { ...prefix.node, type: 'terms' as const, ...NOTHING }
    super(new WordInLanguage(nothing, index, store, prefix.idf), role)
    this.language = LANGUAGES.indexOf(index.language)
    this.idf = prefix.idf
    this.most = most
    // It is never the rarest word, which is gone through first.
    this.size = Number.POSITIVE_INFINITY
  }

  override get isNowhere(): boolean {
    return false
  }

  override addOdds(ids: Uint32Array, odds: Float64Array, count: number): void {
    const { prefix, language } = this
    const { passages } = prefix
    for (let i = 0; i < count; i++) {
      const id = ids[i]!
      // What a word of one language stands beside may be a passage in another.
      if (passages.has(id) && prefix.languageOf(id) === language) odds[i]! += prefix.odds(id)
    }
  }
}

const NOTHING = { partOf: null, alternatives: [], place: null, inGlossary: false, unfinished: [] }
