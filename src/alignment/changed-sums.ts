import type { ChangedOthers } from './asked-documents.js'
import type { ChangedValues, ChangedWord, ChangedWords } from './changed-words.js'
import type { IndexedWords } from './documents-by-word.js'
import type { WordSet } from './word-set.js'

/** What the words of a document say for those that have gone or have come, and how much more or less for the others. */
export class ChangedSums {
  /** For each that has gone, then for each that has come. */
  private readonly changes: Float64Array
  /** By place of the others, how much more; and the lists from which that was added up. */
  private readonly more: Float64Array
  private added: ChangedValues[] = []
  /** By term: the last document that had it. */
  private readonly before: Int32Array
  private readonly now: Int32Array
  private readonly sums = { total: 0, all: 0, most: 0 }
  /** By document, the changed words that it has. */
  private readonly changedOf = new Map<number, ChangedOnes>()
  private readonly set: WordSet

  /** @param about How many have gone, the places of those that have come, and how many can be found today. */
  constructor(
    private readonly words: IndexedWords,
    private readonly changed: ChangedWords,
    private readonly about: { gone: number; come: readonly number[]; german: number },
  ) {
    this.changes = new Float64Array(about.gone + about.come.length)
    this.more = new Float64Array(about.german)
    this.before = new Int32Array(changed.termCount).fill(-1)
    this.now = new Int32Array(changed.termCount).fill(-1)
    const { numbers, set } = changed.words
    this.set = set
    for (const word of numbers) this.find(word)
  }

  /**
   * Undefined where it cannot be told without asking again: another word than before stands for its term. Valid until the next question.
   */
  of(document: number): ChangedOthers | undefined {
    this.clear()
    for (const word of this.wordsOf(document))
      if (!this.add(this.changed.of(word), document)) return undefined
    const { changes, more, sums } = this
    const { gone, come } = this.about
    return {
      gone: changes.subarray(0, gone),
      come: come.map((place, i) => ({ place, sum: changes[gone + i]! })),
      ...sums,
      ...(this.added.length > 0 && { more }),
    }
  }

  private find(word: number): void {
    const { changedOf } = this
    const { term } = this.changed.of(word)
    this.words.eachDocument(word, (document) => {
      const known = changedOf.get(document)
      if (!known) changedOf.set(document, { words: [word], terms: new Set([term]) })
      else {
        known.words.push(word)
        known.terms.add(term)
      }
      return false
    })
  }

  /** The changed words of a document; in its order where that matters, because several have one term. */
  private *wordsOf(document: number): Iterable<number> {
    const found = this.changedOf.get(document)
    if (!found) return
    if (found.terms.size === found.words.length) yield* found.words
    else
      for (const list of this.words.wordsOf(document, this.set))
        for (const word of list) if (this.set.has(word)) yield word
  }

  /** False where another word than before is the first that says something with its term: it alone counts. */
  private add(word: ChangedWord, document: number): boolean {
    const counted = countsOnce(word.before, this.before, word.term, document)
    const counts = countsOnce(word.now, this.now, word.term, document)
    if (counted !== counts && word.before > 0 && word.now > 0) return false
    const { changes, about } = this
    if (counted) for (let i = 0; i < about.gone; i++) changes[i]! += word.values[i]!
    if (counts) for (let i = about.gone; i < changes.length; i++) changes[i]! += word.values[i]!
    if ((counted || counts) && word.others) this.addOthers(word, word.others)
    return true
  }

  private addOthers(word: ChangedWord, others: ChangedValues): void {
    const { sums, more } = this
    sums.total += word.now - word.before
    let most = 0
    for (let i = 0; i < others.places.length; i++) {
      const value = others.values[i]!
      more[others.places[i]!]! += value
      sums.all += value
      if (value > most) most = value
    }
    sums.most += most
    this.added.push(others)
  }

  private clear(): void {
    const { sums, more, added } = this
    this.changes.fill(0)
    for (const { places } of added) for (let i = 0; i < places.length; i++) more[places[i]!] = 0
    sums.total = sums.all = sums.most = 0
    this.added = []
  }
}

/** Changed words that a document has, and their terms. */
interface ChangedOnes {
  words: number[]
  terms: Set<number>
}

/** True for the first word of a term in a document that says something. */
function countsOnce(weight: number, last: Int32Array, term: number, document: number): boolean {
  if (weight === 0 || last[term] === document) return false
  last[term] = document
  return true
}
