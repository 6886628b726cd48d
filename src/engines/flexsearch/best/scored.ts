import { placesOf } from '../select.js'
import type { AskedWord } from './asked-word.js'
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
    if (beside) asked.besides(this.ids, odds, beside, odds.length)
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
    for (const { asked, inText } of this.evidence) asked.addBonus(this.ids, inText)
  }

  /** By place: the score, with a bonus where all counted words match. */
  scores(bonus: number, counted: number): Float64Array {
    const scores = new Float64Array(this.ids.length)
    const pieces = this.choices().map((choice) => (isAlone(choice) ? choice[0] : together(choice)))
    for (const { inText } of pieces) addTo(scores, inText)
    for (const { beside } of pieces) if (beside) addTo(scores, beside)
    if (bonus === 0) return scores
    const matches = this.groups(({ counted }) => counted)
    for (let place = 0; place < scores.length; place++)
      if (matches[place] === counted) scores[place]! += bonus
    return scores
  }

  /** Words any of which is enough together, in their order. */
  private choices(): Evidence[][] {
    const choices: Evidence[][] = []
    const byGroup = new Map<number, Evidence[]>()
    for (const each of this.evidence) {
      const { group } = each.asked.role
      const known = byGroup.get(group)
      if (known && group >= 0) known.push(each)
      else {
        const own = [each]
        byGroup.set(group, own)
        choices.push(own)
      }
    }
    return choices
  }

  /** By place: in how many groups some word matches. */
  groups(counts: (role: AskedWord['role']) => boolean): Uint8Array {
    const matches = new Uint8Array(this.ids.length)
    for (const choice of this.choices()) {
      const own = choice.filter(({ asked }) => counts(asked.role))
      if (own.length < 2) for (const each of own) addMatches(each, matches)
      else {
        const some = new Uint8Array(matches.length)
        for (const each of own) addMatches(each, some)
        for (let place = 0; place < some.length; place++) if (some[place]! > 0) matches[place]!++
      }
    }
    return matches
  }

  /** By place: how many of some words match, by the text or by what stands beside it. */
  matches(counts: (role: AskedWord['role']) => boolean): Uint8Array {
    const matches = new Uint8Array(this.ids.length)
    for (const each of this.evidence) if (counts(each.asked.role)) addMatches(each, matches)
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

function isAlone(choice: readonly Evidence[]): choice is [Evidence] {
  return choice.length === 1
}

/** What words any of which is enough say together, by the text if that has one of them. */
function together(choice: readonly Evidence[]): Pick<Evidence, 'inText' | 'beside'> {
  const { length } = choice[0]!.inText
  const inText = new Float64Array(length)
  const beside = new Float64Array(length)
  for (const each of choice) {
    addTo(beside, each.inText)
    if (each.beside) addTo(beside, each.beside)
  }
  for (let place = 0; place < length; place++)
    if (choice.some((each) => each.inText[place]! > 0)) {
      inText[place] = beside[place]!
      beside[place] = 0
    }
  return { inText, beside }
}

/** Adds 1 where a word matches, by the text or by what stands beside it. */
function addMatches({ inText, beside }: Evidence, matches: Uint8Array): void {
  for (let place = 0; place < matches.length; place++)
    if (inText[place]! > 0 || (beside && beside[place]! > 0)) matches[place]!++
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
