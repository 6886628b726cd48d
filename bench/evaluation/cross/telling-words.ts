import { analyzerFor } from '../../../src/analysis/registry.js'
import type { Token } from '../../../src/analysis/token.js'
import type { Language } from '../../../src/language/language.js'
import type { JudgedPassage } from '../collection.js'

/** Words of a shortened question. */
const KEPT = 2

const DIGIT = /\p{Nd}/u

/**
 * Cuts questions to their two most telling words, as one types them into a search box: those whose terms are in the
 * fewest passages of the question's language (highest idf), of equals the first. Words of grammar and words with digits do not
 * count (numbers need no translation), words that are in no passage only if there are not two others.
 */
export class TellingWords {
  private readonly analyzer
  /** By term, the number of passages that have it, in words or in parts of compounds. */
  private readonly frequencies = new Map<string, number>()

  constructor(language: Language, passages: readonly JudgedPassage[]) {
    this.analyzer = analyzerFor(language)
    for (const { text } of passages) this.count(text)
  }

  /** The telling words as they stand in the question, in its order; the whole question if it has none. */
  cut(question: string): string {
    const words = this.analyzer.analyze(question).filter(isTelling)
    const different = [...new Map(words.reverse().map((word) => [word.term, word])).values()]
    const kept = different.sort((a, b) => this.rank(a) - this.rank(b) || a.start - b.start)
    const cut = kept.slice(0, KEPT).sort((a, b) => a.start - b.start)
    return cut.map(({ start, end }) => question.slice(start, end)).join(' ') || question
  }

  private count(text: string): void {
    for (const term of new Set(this.analyzer.analyze(text).map((token) => token.term)))
      this.frequencies.set(term, (this.frequencies.get(term) ?? 0) + 1)
  }

  private rank({ term }: Token): number {
    return this.frequencies.get(term) ?? Number.POSITIVE_INFINITY
  }
}

function isTelling({ kind, functionWord, form }: Token): boolean {
  return kind === 'word' && !functionWord && !DIGIT.test(form)
}
