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
}

/** What a pass over all sentences adds up. */
interface Expectations {
  pairs: Float64Array
  none: Float64Array
  distance: number
  aligned: number
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

  /** For each word of the generated sentence the place of its most probable counterpart, or {@link NO_WORD}. */
  align(sentence: number): Int32Array {
    const { given, generated, prior, first, row, column } = this.grid(sentence)
    const { cells } = this.texts
    const links = new Int32Array(generated).fill(NO_WORD)
    for (let j = 0; j < generated; j++) {
      let best = this.noneOf(sentence, j)
      for (let i = 0; i < given; i++) {
        const probability = this.linked(prior[j * given + i]!, cells[first + i * row + j * column]!)
        if (probability <= best) continue
        best = probability
        links[j] = i
      }
    }
    return links
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
    const { given, generated, prior, first, row, column } = this.grid(sentence)
    const { cells } = this.texts
    const start = this.generated.starts[sentence]!
    const weights = new Float64Array(given)
    for (let j = 0; j < generated; j++) {
      const top = first + j * column
      const none = this.noneOf(sentence, j)
      let total = none
      for (let i = 0; i < given; i++)
        total += weights[i] = this.linked(prior[j * given + i]!, cells[top + i * row]!)
      found.none[this.generated.terms[start + j]!]! += none / total
      found.aligned += 1 - none / total
      for (let i = 0; i < given; i++) {
        const posterior = weights[i]! / total
        found.pairs[cells[top + i * row]!]! += posterior
        found.distance += posterior * distance(i, given, j, generated)
      }
    }
  }

  private noneOf(sentence: number, j: number): number {
    const term = this.generated.terms[this.generated.starts[sentence]! + j]!
    return this.settings.nullProbability * this.fromNone[term]!
  }

  private linked(prior: number, pair: number): number {
    return (1 - this.settings.nullProbability) * prior * this.translation[pair]!
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

  private maximise({ pairs, none }: Expectations): void {
    const totals = new Float64Array(this.given.vocabulary)
    for (let pair = 0; pair < pairs.length; pair++) totals[this.pairGiven[pair]!]! += pairs[pair]!
    for (let pair = 0; pair < pairs.length; pair++)
      this.translation[pair] = pairs[pair]! / totals[this.pairGiven[pair]!]!
    const total = none.reduce((sum, count) => sum + count, 0)
    for (let term = 0; term < none.length; term++) this.fromNone[term] = none[term]! / total
  }
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
