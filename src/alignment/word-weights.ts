/** Words that more documents of the other language have than this, and than one in twenty, point at none. */
const MIN_COMMON = 4
const COMMON_SHARE = 0.05
/** Nor do those that more than this have, so that time does not grow with the square of the documents. */
const MAX_COMMON = 200
/** Numbers of documents are rounded to one of so many in an octave. */
const STEPS = 4
/** Weights are multiples of one by this: so their sums are exact, in whatever order they are added. */
const SCALE = 2 ** 20

/**
 * What words say for the documents that have them, the more the fewer these are (idf). Both the number of documents and that of
 * those with a word count by steps, so that one document more or less changes what few words say.
 */
export class WordWeights {
  /** A word says nothing that more documents have. */
  readonly most: number
  private readonly documents: number

  /** @param documentCount How many can be found. */
  constructor(documentCount: number) {
    this.documents = documentCount === 0 ? 0 : 2 ** (stepOf(documentCount) / STEPS)
    this.most = Math.floor(
      Math.max(MIN_COMMON, Math.min(MAX_COMMON, this.documents * COMMON_SHARE)),
    )
  }

  /** What a word says that so many documents have, if it is a translation of that probability; 0 for nothing. */
  of(count: number, probability: number): number {
    const step = this.stepOf(count)
    if (step < 0) return 0
    const octave = 2 ** step
    // Halfway between the counts of the octave.
    const idf = Math.log(1 + this.documents / (1.5 * octave - 0.5))
    return Math.round(SCALE * probability * idf) / SCALE
  }

  /** The same for counts with which a word says the same; -1 for those with which it says nothing. */
  stepOf(count: number): number {
    return count === 0 || count > this.most ? -1 : 31 - Math.clz32(count)
  }

  /** True where the same counts give the same weights with another number of documents. */
  equals({ documents }: WordWeights): boolean {
    return this.documents === documents
  }
}

function stepOf(documentCount: number): number {
  return Math.round(STEPS * Math.log2(documentCount))
}
