import { type Cooccurrence, lengthOf, type Side } from './cooccurrence.js'
import { DiagonalPrior, distance, type Shape } from './diagonal-prior.js'

export interface AlignmentSettings {
  /** Iterations of IBM Model 1, which knows no positions. */
  model1: number
  /** Iterations with the diagonal prior. */
  diagonal: number
  /** Probability that a word has no counterpart. */
  nullProbability: number
  /** How strongly alignments keep to the diagonal at first; each iteration adapts it. */
  tension: number
  /** Parameter of the Dirichlet prior on translations, above 0; the smaller, the fewer each word has. */
  concentration: number
}

/** What a pass over all sentences adds up. */
interface Expectations {
  pairs: Float64Array
  none: Float64Array
  distance: number
  aligned: number
}

/** How the words of a sentence pair stand for each other. */
export interface SentenceAlignment {
  /** For each word of the generated sentence the place of its most probable counterpart, or {@link NO_WORD}. */
  links: Int32Array
  /** The probability of each cell (English rows, German columns). */
  posteriors: Float64Array
}

/** A counterpart of none. */
export const NO_WORD = -1

/**
 * Which words of one language the words of the other stand for: IBM Model 1 (Brown et al. 1993), then its
 * Model 2 as reparametrised by Dyer, Chahuneau and Smith (2013), trained by expectation maximisation.
 * Each word of the *generated* language stands for one word of the *given* sentence, or for none.
 */
export class AlignmentModel {
  private readonly given: Side
  private readonly generated: Side
  private readonly pairGiven: Int32Array
  /** p(generated term | given term) of each pair of terms. */
  private readonly translation: Float32Array
  /** p(generated term | no word). */
  private readonly fromNone: Float64Array
  private readonly shapes: readonly Shape[]
  private prior = new DiagonalPrior(0)

  constructor(
    private readonly texts: Cooccurrence,
    private readonly generates: 'english' | 'german',
    private readonly settings: AlignmentSettings,
  ) {
    const german = generates === 'german'
    this.given = german ? texts.english : texts.german
    this.generated = german ? texts.german : texts.english
    this.pairGiven = german ? texts.pairEnglish : texts.pairGerman
    this.translation = new Float32Array(texts.pairEnglish.length).fill(1)
    this.fromNone = new Float64Array(this.generated.vocabulary).fill(1)
    this.shapes = shapesOf(texts.sentences, this.given, this.generated)
  }

  /** @param onIteration Told after every iteration. */
  train(onIteration: () => void): void {
    const { model1, diagonal, tension } = this.settings
    for (let iteration = 0; iteration < model1 + diagonal; iteration++) {
      if (iteration === model1) this.prior = new DiagonalPrior(tension)
      const found = this.expect()
      this.maximise(found)
      if (iteration >= model1)
        this.prior = DiagonalPrior.matching(found.distance / found.aligned, this.shapes)
      onIteration()
    }
  }

  /** The tension that training arrived at. */
  get tension(): number {
    return this.prior.tension
  }

  /** The alignment of a sentence pair. */
  align(sentence: number): SentenceAlignment {
    const { given, generated, row, column } = this.grid(sentence)
    const posteriors = this.posteriors(sentence)
    const links = new Int32Array(generated).fill(NO_WORD)
    for (let j = 0; j < generated; j++) {
      let rest = 1
      let best = 0
      for (let i = 0; i < given; i++) {
        const posterior = posteriors[i * row + j * column]!
        rest -= posterior
        if (posterior <= best) continue
        best = posterior
        links[j] = i
      }
      if (rest >= best) links[j] = NO_WORD
    }
    return { links, posteriors }
  }

  private expect(): Expectations {
    const found = {
      pairs: new Float64Array(this.translation.length),
      none: new Float64Array(this.generated.vocabulary),
      distance: 0,
      aligned: 0,
    }
    for (let sentence = 0; sentence < this.texts.sentences; sentence++)
      this.expectSentence(sentence, found)
    return found
  }

  private expectSentence(sentence: number, found: Expectations): void {
    const { given, generated, first, row, column } = this.grid(sentence)
    const { cells } = this.texts
    const posteriors = this.posteriors(sentence)
    const start = this.generated.starts[sentence]!
    for (let j = 0; j < generated; j++) {
      let aligned = 0
      for (let i = 0; i < given; i++) {
        const cell = i * row + j * column
        const posterior = posteriors[cell]!
        found.pairs[cells[first + cell]!]! += posterior
        found.distance += posterior * distance(i, given, j, generated)
        aligned += posterior
      }
      found.aligned += aligned
      found.none[this.generated.terms[start + j]!]! += Math.max(0, 1 - aligned)
    }
  }

  /** For each cell of a sentence pair the probability that its words stand for each other. */
  private posteriors(sentence: number): Float64Array {
    const { given, generated, prior, first, row, column } = this.grid(sentence)
    const { cells } = this.texts
    const { nullProbability } = this.settings
    const start = this.generated.starts[sentence]!
    const posteriors = new Float64Array(given * generated)
    for (let j = 0; j < generated; j++) {
      const top = j * column
      let total = nullProbability * this.fromNone[this.generated.terms[start + j]!]!
      for (let i = 0; i < given; i++) {
        const cell = top + i * row
        const translation = this.translation[cells[first + cell]!]!
        total += posteriors[cell] = (1 - nullProbability) * prior[j * given + i]! * translation
      }
      for (let i = 0; i < given; i++) posteriors[top + i * row]! /= total
    }
    return posteriors
  }

  /** A sentence pair as a matrix: cell (i, j) is at `first + i * row + j * column`. */
  private grid(sentence: number) {
    const given = lengthOf(this.given, sentence)
    const generated = lengthOf(this.generated, sentence)
    const [row, column] = this.generates === 'german' ? [generated, 1] : [1, given]
    return {
      given,
      generated,
      prior: this.prior.table(given, generated),
      first: this.texts.cellStarts[sentence]!,
      row,
      column,
    }
  }

  /**
   * Variational Bayes with a sparse Dirichlet prior (Mermer and Saraclar 2011; as Dyer et al.): rare words
   * do not become the refuge of every word that has no counterpart.
   */
  private maximise({ pairs, none }: Expectations): void {
    const { concentration } = this.settings
    const totals = new Float64Array(this.given.vocabulary)
    for (let pair = 0; pair < pairs.length; pair++)
      totals[this.pairGiven[pair]!]! += pairs[pair]! + concentration
    const norms = totals.map(expDigamma)
    for (let pair = 0; pair < pairs.length; pair++)
      this.translation[pair] =
        expDigamma(pairs[pair]! + concentration) / norms[this.pairGiven[pair]!]!
    const total = none.reduce((sum, count) => sum + count, 0)
    for (let term = 0; term < none.length; term++) this.fromNone[term] = none[term]! / total
  }
}

/** exp of the digamma function: its recurrence up to 7, from there its asymptotic series. */
function expDigamma(value: number): number {
  let shifted = value
  let sum = 0
  for (; shifted < 7; shifted++) sum -= 1 / shifted
  const x = shifted - 0.5
  const square = 1 / (x * x)
  return Math.exp(sum + Math.log(x) + square / 24 - (7 / 960) * square * square)
}

function shapesOf(sentences: number, given: Side, generated: Side): Shape[] {
  const shapes = new Map<string, Shape>()
  for (let sentence = 0; sentence < sentences; sentence++) {
    const shape = { given: lengthOf(given, sentence), generated: lengthOf(generated, sentence) }
    const key = `${shape.given} ${shape.generated}`
    const known = shapes.get(key)
    if (known) known.sentences++
    else shapes.set(key, { ...shape, sentences: 1 })
  }
  return [...shapes.values()]
}
