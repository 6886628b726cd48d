import { placesOf } from '../select.js'
import type { AskedWord } from './asked-word.js'
import { addWhere } from './look-up.js'
import { pick, picked } from './passage-sets.js'

/** What one word says of some passages, by place: by their text, or where that does not have it, by what stands beside it. */
interface Evidence {
  asked: AskedWord
  inText: Float64Array
  /** Null where nothing that the word stands beside can matter. */
  beside: Float64Array | null
}

/**
 * Passages of one language, ascending, with what the words of a query say of them. Scores are added up in the order in which they are
 * where all passages are scored, so that they are the same to the last bit.
 */
export class Scored {
  /** True once what the very forms of the words add is part of the scores. */
  hasForms = false
  private readonly evidence: Evidence[] = []

  constructor(readonly ids: Uint32Array) {}

  /** Adds a word, but for what its very form adds. */
  addWord(asked: AskedWord, odds: Float64Array = oddsOf(asked, this.ids)): void {
    const { context, idf: idfBeside } = asked.word
    const { idf } = asked
    const beside = context.isEmpty ? null : new Float64Array(odds.length)
    if (beside) context.addTo(beside, this.ids, odds.length)
    for (let place = 0; place < odds.length; place++) {
      let x = odds[place]!
      if (beside) {
        const around = beside[place]!
        if (x > 0) x += around
        beside[place] = x > 0 ? 0 : (idfBeside * around) / (1 + around)
      }
      odds[place] = (idf * x) / (1 + x)
    }
    this.evidence.push({ asked, inText: odds, beside })
  }

  /** Adds what the very forms of the words add. */
  addForms(): void {
    if (this.hasForms) return
    this.hasForms = true
    for (const { asked, inText } of this.evidence)
      if (asked.word.exact) addWhere(asked.word.exact.list, asked.bonus, this.ids, inText)
  }

  /** By place: the score, with a bonus where all counted words match. */
  scores(bonus: number, counted: number): Float64Array {
    const scores = new Float64Array(this.ids.length)
    const { required, others } = this.parted()
    for (const group of required) addTo(scores, this.together(group))
    for (const { inText } of others) addTo(scores, inText)
    for (const { beside } of others) if (beside) addTo(scores, beside)
    if (bonus === 0) return scores
    const matches = this.matches(({ counted }) => counted)
    for (let place = 0; place < scores.length; place++)
      if (matches[place] === counted) scores[place]! += bonus
    return scores
  }

  /** Words that every hit has, by their groups; and all others. */
  private parted(): { required: Evidence[][]; others: Evidence[] } {
    const required: Evidence[][] = []
    const others: Evidence[] = []
    for (const each of this.evidence) {
      const { role } = each.asked
      if (!role.required) others.push(each)
      else if (required[role.group]) required[role.group]!.push(each)
      else required[role.group] = [each]
    }
    return { required, others }
  }

  /** What words any of which is enough say together. */
  private together(group: readonly Evidence[]): Float64Array {
    if (group.length === 1) return group[0]!.inText
    const sums = new Float64Array(this.ids.length)
    for (const { inText, beside } of group) {
      addTo(sums, inText)
      if (beside) addTo(sums, beside)
    }
    return sums
  }

  /** By place: how many of some words match, by the text or by what stands beside it. */
  matches(counts: (role: AskedWord['role']) => boolean): Uint8Array {
    const matches = new Uint8Array(this.ids.length)
    for (const { asked, inText, beside } of this.evidence)
      if (counts(asked.role))
        for (let place = 0; place < matches.length; place++)
          if (inText[place]! > 0 || (beside && beside[place]! > 0)) matches[place]!++
    return matches
  }

  /** By place: 1 where the text has a word that finds. */
  found(): Uint8Array {
    const found = new Uint8Array(this.ids.length)
    for (const { asked, inText } of this.evidence)
      if (asked.role.finding)
        for (let place = 0; place < found.length; place++) if (inText[place]! > 0) found[place] = 1
    return found
  }

  /** Only the passages that stay. */
  kept(stays: (place: number) => boolean): Scored {
    const places = placesOf(this.ids, stays)
    if (places.length === this.ids.length) return this
    const kept = new Scored(picked(this.ids, places))
    kept.hasForms = this.hasForms
    for (const { asked, inText, beside } of this.evidence)
      kept.evidence.push({
        asked,
        inText: pick(inText, places),
        beside: beside && pick(beside, places),
      })
    return kept
  }
}

/** What the texts of some passages say of a word, as odds by place. */
export function oddsOf(asked: AskedWord, ids: Uint32Array): Float64Array {
  const odds = new Float64Array(ids.length)
  asked.addOdds(ids, odds, ids.length)
  return odds
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let place = 0; place < sums.length; place++) sums[place]! += values[place]!
}
