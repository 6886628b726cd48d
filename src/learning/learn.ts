import type { Translation, TranslationLexicon } from '../translation/lexicon.js'
import { isHelpful } from './held-out.js'
import type { LearnedPair } from './learned-pair.js'
import { type OpenPair, openWords, type PassagePair } from './unexplained.js'
import { type LinkCounts, linkWords } from './word-links.js'

/** Fewer aligned passages teach nothing that could be checked. */
const MIN_PAIRS = 20
/** More teach little more, and would take long: so many are taken, at equal distances. */
const MAX_PAIRS = 3000
/** Of pairs of passages, how many must have the two words, and how many of them are expected to mean the same by them. */
const MIN_TOGETHER = 2
const MIN_EXPECTED = 1
/** Least share of the passages with a word in which the other is what it means. */
const MIN_PROBABILITY = 0.25
/** Log-likelihood ratio (Dunning 1993) that chance exceeds once in a thousand times. */
const SIGNIFICANT = 10.83
/** Of every so many pairs of passages, one is held out to see whether it helps. */
const FOLDS = 5

/**
 * Learns from passages that say the same which terms stand for each other in this collection, as far as the lexicon does
 * not know. Nothing is learned unless, on passages that were held out, what was learned from the others is right.
 *
 * @returns in the order of the English, then the German terms; the same for the same pairs.
 */
export function learn(pairs: readonly PassagePair[], lexicon: TranslationLexicon): LearnedPair[] {
  if (pairs.length < MIN_PAIRS) return []
  const known = remembered(lexicon)
  const isHeldOut = (_: PassagePair, i: number) => i % FOLDS === 0
  const all = sample(pairs)
  const heldOut = all.filter(isHeldOut)
  const rest = all.filter((pair, i) => !isHeldOut(pair, i))
  return isHelpful(learnAll(rest, known), heldOut, known) ? learnAll(all, known) : []
}

function learnAll(pairs: readonly PassagePair[], lexicon: TranslationLexicon): LearnedPair[] {
  const open = withoutSingle(pairs.map((pair) => openWords(pair, lexicon)))
  const english = countEach(pairs.map((pair) => pair.english))
  const german = countEach(pairs.map((pair) => pair.german))
  const together = countTogether(pairs, linkWords(open))
  const learned: LearnedPair[] = []
  for (const { english: one, german: other, expected, both } of together) {
    if (both < MIN_TOGETHER || expected < MIN_EXPECTED) continue
    const [withOne, withOther] = [english.get(one)!, german.get(other)!]
    const [toGerman, toEnglish] = [expected / withOne, expected / withOther]
    if (Math.min(toGerman, toEnglish) < MIN_PROBABILITY) continue
    if (logLikelihood(both, withOne, withOther, pairs.length) < SIGNIFICANT) continue
    learned.push({
      english: one,
      german: other,
      toGerman: rounded(toGerman),
      toEnglish: rounded(toEnglish),
    })
  }
  return learned.sort((a, b) => compare(a.english, b.english) || compare(a.german, b.german))
}

/** Every so many of the pairs, where there are more than something is learned from. */
export function sample<Pair>(pairs: readonly Pair[]): readonly Pair[] {
  const step = Math.max(1, pairs.length / MAX_PAIRS)
  const count = Math.min(pairs.length, MAX_PAIRS)
  return Array.from({ length: count }, (_, i) => pairs[Math.floor(i * step)]!)
}

/** A lexicon that looks each term up once. */
function remembered(lexicon: TranslationLexicon): TranslationLexicon {
  const known = new Map<string, readonly Translation[]>()
  return {
    translations(term, from) {
      const key = `${from} ${term}`
      const translations = known.get(key) ?? lexicon.translations(term, from)
      known.set(key, translations)
      return translations
    },
  }
}

/** What is open in one pair of passages only, nothing can be learned of. */
function withoutSingle(open: readonly OpenPair[]): OpenPair[] {
  const english = countEach(open.map((pair) => pair.english))
  const german = countEach(open.map((pair) => pair.german))
  return open.map((pair) => ({
    english: pair.english.filter(({ term }) => english.get(term)! >= MIN_TOGETHER),
    german: pair.german.filter(({ term }) => german.get(term)! >= MIN_TOGETHER),
  }))
}

/** Number of passages that have each term. */
function countEach(passages: readonly (readonly { term: string }[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of passages)
    for (const term of new Set(words.map((word) => word.term)))
      counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** The linked terms, and the number of pairs of passages that have both. */
function* countTogether(pairs: readonly PassagePair[], links: LinkCounts) {
  const [english, german] = [
    postings(pairs.map((pair) => pair.english)),
    postings(pairs.map((pair) => pair.german)),
  ]
  for (const [one, row] of links)
    for (const [other, expected] of row) {
      if (expected < MIN_EXPECTED) continue
      const places = german.get(other)!
      const both = [...english.get(one)!].filter((place) => places.has(place)).length
      yield { english: one, german: other, expected, both }
    }
}

function postings(passages: readonly (readonly { term: string }[])[]): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>()
  for (const [place, words] of passages.entries())
    for (const { term } of words) places.set(term, (places.get(term) ?? new Set()).add(place))
  return places
}

/** How much surer than chance two terms are in the same pairs of passages; 0 where they avoid each other. */
function logLikelihood(both: number, one: number, other: number, all: number): number {
  if (both * all <= one * other) return 0
  const cells: [number, number][] = [
    [both, (one * other) / all],
    [one - both, (one * (all - other)) / all],
    [other - both, ((all - one) * other) / all],
    [all - one - other + both, ((all - one) * (all - other)) / all],
  ]
  return (
    2 *
    cells.reduce((sum, [found, due]) => sum + (found > 0 ? found * Math.log(found / due) : 0), 0)
  )
}

function rounded(probability: number): number {
  return Math.round(Math.min(1, probability) * 1000) / 1000
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
