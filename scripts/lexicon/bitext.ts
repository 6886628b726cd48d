import { analyzerFor } from '../../src/analysis/registry.js'
import type { Token } from '../../src/analysis/token.js'
import { IntList } from './int-list.js'
import type { SentencePair } from './pairs.js'

/** Longer sentences align badly and cost the square of their length. */
const MAX_WORDS = 80

/** The terms of one language, numbered in the order in which they were first seen. */
export class TermNumbers {
  readonly terms: string[] = []
  /** 1 for terms that may enter the lexicon: no words of grammar, numbers, single letters or other scripts. */
  readonly content: number[] = []
  private readonly numbers = new Map<string, number>()

  of({ term, functionWord }: Token): number {
    // A word of grammar and a word that folds like it are two: `ihn` is no translation, `Ihn` none either.
    const key = functionWord ? `${term} ` : term
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.terms.push(term) - 1
    this.numbers.set(key, number)
    this.content.push(!functionWord && /^[a-z]{2,}$/.test(term) ? 1 : 0)
    return number
  }
}

/** Sentences of one language, one after the other, as numbers of terms. */
export class Sentences {
  readonly vocabulary = new TermNumbers()
  private readonly starts = new IntList()
  private readonly numbers = new IntList()

  constructor() {
    this.starts.push(0)
  }

  add(tokens: readonly Token[]): void {
    for (const token of tokens) this.numbers.push(this.vocabulary.of(token))
    this.starts.push(this.numbers.length)
  }

  /** All terms, and where each sentence begins; one start more than sentences. */
  columns(): { terms: Int32Array; starts: Int32Array } {
    return { terms: this.numbers.toArray(), starts: this.starts.toArray() }
  }
}

/**
 * Sentence pairs as the analyzers see them. A pair with a German compound is there twice, with the
 * compound as a word and with its parts instead, so that the lexicon learns both.
 */
export class Bitext {
  readonly english = new Sentences()
  readonly german = new Sentences()
  /** Sentence pairs, those that are there twice counted twice. */
  length = 0
  /** Pairs left out because a side is too long or has no word. */
  skipped = 0

  add(pair: SentencePair): void {
    const english = wordsOf(analyzerFor('en').analyze(pair.english))
    const tokens = analyzerFor('de').analyze(pair.german)
    const german = wordsOf(tokens)
    if (!isUsable(english) || !isUsable(german)) {
      this.skipped++
      return
    }
    this.push(english, german)
    if (tokens.some(({ kind }) => kind === 'part')) this.push(english, partsOf(tokens))
  }

  private push(english: readonly Token[], german: readonly Token[]): void {
    this.english.add(english)
    this.german.add(german)
    this.length++
  }
}

function isUsable(words: readonly Token[]): boolean {
  return words.length > 0 && words.length <= MAX_WORDS
}

function wordsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind === 'word')
}

/** The words, each compound replaced by its parts. */
function partsOf(tokens: readonly Token[]): Token[] {
  const split = new Set(
    tokens.filter(({ kind }) => kind === 'part').map(({ position }) => position),
  )
  return tokens.filter(
    ({ kind, position }) => kind === 'part' || (kind === 'word' && !split.has(position)),
  )
}
