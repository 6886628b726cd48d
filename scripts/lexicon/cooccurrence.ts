import type { Bitext } from './bitext.js'
import { IntList } from './int-list.js'

const NONE = -1

/** Numbers pairs of terms: an open-addressed hash table, since there are millions of them. */
class PairNumbers {
  readonly english = new IntList()
  readonly german = new IntList()
  private slots = new Int32Array(1 << 20).fill(NONE)

  of(english: number, german: number): number {
    if (this.english.length * 2 > this.slots.length) this.grow()
    const { slots } = this
    const mask = slots.length - 1
    let slot = hash(english, german) & mask
    for (;;) {
      const number = slots[slot]!
      if (number === NONE) return this.insert(slot, english, german)
      if (this.english.at(number) === english && this.german.at(number) === german) return number
      slot = (slot + 1) & mask
    }
  }

  private insert(slot: number, english: number, german: number): number {
    this.slots[slot] = this.english.length
    this.english.push(english)
    this.german.push(german)
    return this.english.length - 1
  }

  private grow(): void {
    const slots = new Int32Array(2 * this.slots.length).fill(NONE)
    const mask = slots.length - 1
    for (let number = 0; number < this.english.length; number++) {
      let slot = hash(this.english.at(number), this.german.at(number)) & mask
      while (slots[slot] !== NONE) slot = (slot + 1) & mask
      slots[slot] = number
    }
    this.slots = slots
  }
}

function hash(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

/**
 * Which terms stand in each other's sentences. Every cell of every sentence pair's matrix (English rows,
 * German columns) names its pair of terms, so that training never has to look one up.
 */
export interface Cooccurrence {
  sentences: number
  english: Side
  german: Side
  /** English and German term of each pair. */
  pairEnglish: Int32Array
  pairGerman: Int32Array
  /** Pair of terms of each cell. */
  cells: Int32Array
  /** First cell of each sentence pair. */
  cellStarts: Float64Array
}

/** The sentences of one language. */
export interface Side {
  terms: Int32Array
  starts: Int32Array
  /** Size of the vocabulary. */
  vocabulary: number
}

export function cooccurrence(bitext: Bitext): Cooccurrence {
  const english = sideOf(bitext.english)
  const german = sideOf(bitext.german)
  const cellStarts = startsOfCells(bitext.length, english, german)
  const cells = new Int32Array(cellStarts[bitext.length]!)
  const pairs = new PairNumbers()
  let cell = 0
  for (let sentence = 0; sentence < bitext.length; sentence++)
    for (let i = english.starts[sentence]!; i < english.starts[sentence + 1]!; i++)
      for (let j = german.starts[sentence]!; j < german.starts[sentence + 1]!; j++)
        cells[cell++] = pairs.of(english.terms[i]!, german.terms[j]!)
  return {
    sentences: bitext.length,
    english,
    german,
    pairEnglish: pairs.english.toArray(),
    pairGerman: pairs.german.toArray(),
    cells,
    cellStarts,
  }
}

function sideOf(sentences: Bitext['english']): Side {
  return { ...sentences.columns(), vocabulary: sentences.vocabulary.terms.length }
}

function startsOfCells(sentences: number, english: Side, german: Side): Float64Array {
  const starts = new Float64Array(sentences + 1)
  for (let sentence = 0; sentence < sentences; sentence++)
    starts[sentence + 1] =
      starts[sentence]! + lengthOf(english, sentence) * lengthOf(german, sentence)
  return starts
}

/** Words of a sentence. */
export function lengthOf({ starts }: Side, sentence: number): number {
  return starts[sentence + 1]! - starts[sentence]!
}
