import type { AskedWord } from './asked-word.js'
import type { Found } from './found.js'
import { KEPT, roomFor } from './room.js'

/** Passages of one language that may be among the best, ascending. Made once and filled again and again. */
export class Candidates {
  count = 0
  ids: Uint32Array = new Uint32Array()
  /**
   * What the words so far say of each, but for their forms. Negative where there is only something beside it: that makes no hit, but
   * counts where there is one.
   */
  sums: Float64Array = new Float64Array()
  /** The same with all forms; and as if it was a hit. */
  most: Float64Array = new Float64Array()
  private odds: Float64Array = new Float64Array()
  private besides: Float64Array = new Float64Array()

  /** Makes it empty. What was made for very many is given back. */
  clear(): void {
    this.count = 0
    if (this.ids.length <= KEPT) return
    this.ids = new Uint32Array()
    this.sums = new Float64Array()
    this.most = new Float64Array()
    this.odds = new Float64Array()
    this.besides = new Float64Array()
  }

  /** Takes up others, which are not there yet. @param extra What their forms add at most. */
  takeUp(found: Found, extra: number): void {
    this.grow(found.count)
    const { ids, sums, most } = this
    let i = this.count - 1
    let j = found.count - 1
    // From the end, so that nothing has to be put aside.
    for (let at = i + j + 1; j >= 0; at--) {
      if (i >= 0 && ids[i]! > found.ids[j]!) {
        ids[at] = ids[i]!
        sums[at] = sums[i]!
        most[at] = most[i--]!
      } else {
        ids[at] = found.ids[j]!
        sums[at] = found.odds[j]!
        most[at] = found.odds[j--]! + extra
      }
    }
    this.count += found.count
  }

  /** Takes up the candidates of another, none of which is there yet. */
  join(other: Candidates): void {
    this.grow(other.count)
    const { ids, sums, most } = this
    let i = this.count - 1
    let j = other.count - 1
    for (let at = i + j + 1; j >= 0; at--) {
      const isOwn = i >= 0 && ids[i]! > other.ids[j]!
      const from = isOwn ? this : other
      const place = isOwn ? i-- : j--
      ids[at] = from.ids[place]!
      sums[at] = from.sums[place]!
      most[at] = from.most[place]!
    }
    this.count += other.count
  }

  /**
   * Adds what a word says of them.
   *
   * @param whole What is taken from those that do not match it, if they still have it.
   */
  lookUp(word: AskedWord, whole = 0): void {
    const { count, ids, sums, most } = this
    if (count === 0 || word.isNowhere) return
    this.odds = roomFor(this.odds, 0, count)
    const { odds } = this
    odds.fill(0, 0, count)
    word.addOdds(ids, odds, count)
    const besides = this.besidesOf(word)
    const { bonus, idf } = word
    const { idf: idfBeside } = word.word
    for (let i = 0; i < count; i++) {
      const inText = odds[i]!
      const x = besides === null ? inText : inText + besides[i]!
      if (x === 0) {
        if (whole > 0 && most[i]! >= whole) most[i]! -= whole
        continue
      }
      if (inText > 0) {
        const score = (idf * x) / (1 + x)
        sums[i] = Math.abs(sums[i]!) + score
        most[i]! += score + bonus
      } else {
        const score = (idfBeside * x) / (1 + x)
        sums[i]! += sums[i]! > 0 ? score : -score
        most[i]! += score
      }
    }
  }

  /** By place: what a word stands beside; null where it stands beside nothing. */
  private besidesOf(asked: AskedWord): Float64Array | null {
    if (asked.word.context.isEmpty) return null
    this.besides = roomFor(this.besides, 0, this.count)
    asked.besides(this.ids, this.odds, this.besides, this.count)
    return this.besides
  }

  /** Adds a bonus to those that still have it and are hits. */
  addWhole(whole: number): void {
    const { count, sums, most } = this
    for (let i = 0; i < count; i++) if (most[i]! >= whole && sums[i]! > 0) sums[i]! += whole
  }

  /** Adds what the very forms of words add, so that nothing is left open. */
  addForms(words: readonly AskedWord[]): void {
    const { count, ids, sums, most } = this
    for (const word of words) word.addBonus(ids, sums, count)
    for (let i = 0; i < count; i++) most[i] = sums[i]!
  }

  /** Drops those that cannot have so much. */
  drop(least: number): void {
    const { ids, sums, most } = this
    let count = 0
    for (let i = 0; i < this.count; i++) {
      if (most[i]! < least) continue
      ids[count] = ids[i]!
      sums[count] = sums[i]!
      most[count++] = most[i]!
    }
    this.count = count
  }

  private grow(more: number): void {
    this.ids = roomFor(this.ids, this.count, more)
    this.sums = roomFor(this.sums, this.count, more)
    this.most = roomFor(this.most, this.count, more)
  }
}
