import type { ChangedOthers } from './asked-documents.js'
import type { ChangedValues, ChangedWord, ChangedWords } from './changed-words.js'
import type { IndexedWords } from './documents-by-word.js'

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
  /** Of each document its changed words, by their places among these, and where they begin and end. */
  private readonly found: Uint32Array
  private readonly ends: Uint32Array
  /** By term: the last document that had it, and the word with which. */
  private readonly asked: Int32Array
  private readonly askedWord: ChangedWord[] = []

  /**
   * @param documents Those that will be asked for, ascending.
   * @param about How many have gone, the places of those that have come, and how many can be found today.
   */
  constructor(
    documents: readonly number[],
    private readonly words: IndexedWords,
    private readonly changed: ChangedWords,
    private readonly about: { gone: number; come: readonly number[]; german: number },
  ) {
    this.changes = new Float64Array(about.gone + about.come.length)
    this.more = new Float64Array(about.german)
    this.before = new Int32Array(changed.termCount).fill(-1)
    this.now = new Int32Array(changed.termCount).fill(-1)
    this.asked = new Int32Array(changed.termCount).fill(-1)
    this.ends = new Uint32Array((documents.at(-1) ?? -1) + 2)
    for (const { number } of changed.list) this.count(number)
    for (let document = 1; document < this.ends.length; document++)
      this.ends[document]! += this.ends[document - 1]!
    this.found = new Uint32Array(this.ends.at(-1)!)
    for (const [place, { number }] of changed.list.entries()) this.find(number, place)
  }

  /**
   * Undefined where it cannot be told without asking again: another word than before stands for its term. Valid until the next question.
   */
  of(document: number): ChangedOthers | undefined {
    this.clear()
    for (const word of this.wordsOf(document)) if (!this.add(word, document)) return undefined
    const { changes, more, sums } = this
    const { gone, come } = this.about
    return {
      gone: changes.subarray(0, gone),
      come: come.map((place, i) => ({ place, sum: changes[gone + i]! })),
      ...sums,
      ...(this.added.length > 0 && { more }),
    }
  }

  /** Counts the word in each document, at the place after it. */
  private count(word: number): void {
    const { ends } = this
    this.words.eachDocument(word, (document) => {
      if (document + 1 < ends.length) ends[document + 1]!++
      return document + 1 >= ends.length
    })
  }

  /** Adds the word to each document: so ends become what they are, from where the documents begin. */
  private find(word: number, place: number): void {
    const { ends, found } = this
    this.words.eachDocument(word, (document) => {
      if (document + 1 < ends.length) found[ends[document]!++] = place
      return document + 1 >= ends.length
    })
  }

  /** The changed words of a document; in its order where that matters, because several of one term say different things. */
  private wordsOf(document: number): ChangedWord[] {
    const start = document === 0 ? 0 : this.ends[document - 1]!
    const places = this.found.subarray(start, this.ends[document]!)
    const words = Array.from(places, (place) => this.changed.list[place]!.word)
    return this.isInOrder(words, document) ? words : this.inOrder(places, document)
  }

  private isInOrder(words: readonly ChangedWord[], document: number): boolean {
    const { asked, askedWord } = this
    return words.every((word) => {
      const isFirst = asked[word.term] !== document
      if (isFirst) askedWord[word.term] = word
      asked[word.term] = document
      return isFirst || askedWord[word.term] === word
    })
  }

  private inOrder(places: Uint32Array, document: number): ChangedWord[] {
    const own = Array.from(places, (place) => this.changed.list[place]!)
    const byNumber = new Map(own.map(({ number, word }) => [number, word]))
    const words: ChangedWord[] = []
    for (const list of this.words.wordsOf(document))
      for (let i = 0; i < list.length; i++) {
        const word = byNumber.get(list[i]!)
        if (word) words.push(word)
      }
    return words
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

/** True for the first word of a term in a document that says something. */
function countsOnce(weight: number, last: Int32Array, term: number, document: number): boolean {
  if (weight === 0 || last[term] === document) return false
  last[term] = document
  return true
}
