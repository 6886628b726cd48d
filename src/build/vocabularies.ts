import type { PassageWords } from '../alignment/collected-evidence.js'
import { EvidenceWords } from '../alignment/evidence-terms.js'
import { WordNumbers } from '../analysis/analyzed-word.js'
import { analyzerFor } from '../analysis/registry.js'
import { Shingles } from '../duplicates/shingles.js'
import { FieldVocabulary } from '../engines/flexsearch/runs/field-vocabulary.js'
import { LANGUAGES, type Language } from '../language/language.js'

/** What is known of the words of one language: their numbers, and by number all that passages are made into. */
export interface LanguageVocabulary {
  words: WordNumbers
  field: FieldVocabulary
  evidence: EvidenceWords
  shingles: Shingles
}

/** The words that one thread has met, which it need not analyze again in the next batch. */
export class Vocabularies {
  private readonly languages = new Map<Language, LanguageVocabulary>()
  private edition = 0

  /** @param owner Another number for each thread. */
  constructor(private readonly owner: number) {}

  get name(): PassageWords['vocabulary'] {
    return { owner: this.owner, edition: this.edition }
  }

  of(language: Language): LanguageVocabulary {
    const known = this.languages.get(language)
    if (known) return known
    const words = new WordNumbers(analyzerFor(language))
    const made = {
      words,
      field: new FieldVocabulary(words),
      evidence: new EvidenceWords(words),
      shingles: new Shingles(words, language),
    }
    this.languages.set(language, made)
    return made
  }

  /** The words for alignment that came since the last call. */
  takeEvidence(): PassageWords['added'] {
    const added: PassageWords['added'] = {}
    for (const language of LANGUAGES) {
      const words = this.languages.get(language)?.evidence.take()
      if (words && words.length > 0) added[language] = words.join('\n')
    }
    return added
  }

  /** Begins anew, if there are more words than that: most of them do not come back. To be called between batches. */
  bound(mostWords: number): void {
    let words = 0
    for (const language of this.languages.values()) words += language.words.size
    if (words <= mostWords) return
    this.languages.clear()
    this.edition++
  }
}
