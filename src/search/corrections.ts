import { normalForm } from '../analysis/fold.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Language } from '../language/language.js'
import type { Span } from '../query/query.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import type { Budget } from './budget.js'
import { thatMayBeMeant } from './known-words.js'
import type { TermAlternative, TermsNode } from './plan.js'
import type { SimilarWord, Vocabulary } from './vocabulary.js'

/** A word of the query that was taken for a mistake. */
export interface Correction extends Span {
  /** The word that was probably meant, with a capital where it was typed with one. */
  replacement: string
}

/** What tells mistakes from words. */
export interface CorrectionContext {
  /** True for a word whose parts all occur, which may be rare, but hardly is a mistake. */
  isCompound: boolean
  /** In which languages the word may have been meant. */
  languages: readonly Language[]
  /** Tells a mistake from a word that the texts do not have. */
  lexicon: TranslationLexicon
  budget: Budget
}

/** Words of fewer letters are not corrected, longer ones by one edit or, from `LONG` letters, by two. */
const SHORT = 4
const LONG = 8
/** A word in no more passages than this may be a mistake as well… */
const NEXT_TO_NOTHING = 1
/** …if one that is a single edit away is in this many times as many. */
const FAR_MORE = 20
/** …and it has as many letters. As many must a word have whose first letter may be wrong. */
const LONG_ENOUGH = 6
/** Steps to look for the words that are like one, about. */
const LOOKING = 250_000
/** Number of words that are searched for one that is mistyped. */
const MOST = 3
/** What words after the most frequent one count, as a share of it. */
const OTHERS = 0.5

/** A term with the words like the one asked for that have it. */
interface Candidate extends Pick<SimilarWord, 'language' | 'term' | 'distance' | 'display'> {
  passages: number
}

/** The node with the terms of words like it, where it finds nothing, or next to nothing, by itself. */
export async function corrected(
  node: TermsNode,
  vocabulary: Vocabulary,
  { isCompound, languages, lexicon, budget }: CorrectionContext,
): Promise<{ node: TermsNode; correction?: Correction }> {
  if (node.partOf !== null) return { node }
  const found = await frequencyOf(node, vocabulary)
  if (found > NEXT_TO_NOTHING || (found > 0 && node.word.length < LONG_ENOUGH)) return { node }
  if (!isCorrectable(node.word)) return { node }
  if (!budget.allows(LOOKING)) return { node }
  const asked = node.alternatives.filter(({ origin }) => origin === 'asked')
  const within = async (edits: 1 | 2) => {
    const similar = await similarWords(node.word, vocabulary, languages, edits)
    return thatMayBeMeant(similar, asked, lexicon)
  }
  // Where some words are one edit away, those that are two count for nothing; and there are many more of them.
  const near = await within(1)
  const candidates = nearest(near.length > 0 || found > 0 ? near : await within(2), node)
  const [best] = candidates
  if (!best || (found > 0 && !isFarMoreLikely(best, found, node))) return { node }
  if (isCompound && best.distance > 1) return { node }
  const alternatives = [...node.alternatives, ...candidates.slice(0, MOST).map(alternative)]
  const { start, end } = node
  const replacement = capitalizedLike(node.word, best.display)
  return { node: { ...node, alternatives }, correction: { start, end, replacement } }
}

/** A word that is there needs more to be a mistake: length, and a neighbour of its own language. */
function isFarMoreLikely(
  best: Candidate,
  found: number,
  { word, alternatives }: TermsNode,
): boolean {
  const languages = alternatives.flatMap(({ origin, form, language }) =>
    origin === 'asked' && form !== null ? language : [],
  )
  return (
    best.distance === 1 &&
    best.passages >= FAR_MORE * found &&
    word.length >= LONG_ENOUGH &&
    languages.includes(best.language)
  )
}

/** Digits are never corrected. */
function isCorrectable(word: string): boolean {
  const form = formOf(word)
  return /^[\p{L}\p{M}]+$/u.test(form) && form.length >= SHORT
}

/** Without a possessive: Audiart's. */
function formOf(word: string): string {
  return normalForm(word).replace(/'s$/, '')
}

/** In how many passages a word is, as far as it matters. */
async function frequencyOf({ alternatives }: TermsNode, vocabulary: Vocabulary): Promise<number> {
  let found = 0
  for (const { language, term } of alternatives) {
    found += await vocabulary.frequency(language, term)
    if (found > NEXT_TO_NOTHING) break
  }
  return found
}

/** @param most Edits at most. */
async function similarWords(
  word: string,
  vocabulary: Vocabulary,
  languages: readonly Language[],
  most: 1 | 2,
): Promise<SimilarWord[]> {
  const found = await Promise.all(
    languages.map((language) => similarIn(language, word, vocabulary, most)),
  )
  return found.flat()
}

/** Slips seldom hit the first letter, and short words that differ in it are many: `part`, `Art`. */
async function similarIn(
  language: Language,
  word: string,
  vocabulary: Vocabulary,
  most: 1 | 2,
): Promise<SimilarWord[]> {
  const { fold } = analyzerFor(language)
  const folded = fold(formOf(word))
  const isAlike = ({ form }: SimilarWord) => beginAlike(fold(form), folded)
  const farthest = folded.length < LONG ? 1 : 2
  const similar = await vocabulary.similar(language, folded, most === 1 ? 1 : farthest)
  const alike = similar.filter(isAlike)
  if (alike.length > 0 || folded.length < LONG_ENOUGH) return alike
  const near = similar.filter(({ distance }) => distance === 1)
  if (near.length === 0 || most === farthest) return near
  const farther = await vocabulary.similar(language, folded, farthest)
  return farther.some(isAlike) ? [] : near
}

/** With the same letter, or with the first two swapped. */
function beginAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0])
}

/** Of the terms that the fewest edits reach, those that the node does not have; the most frequent first. */
function nearest(words: readonly SimilarWord[], { alternatives }: TermsNode): Candidate[] {
  const least = Math.min(...words.map(({ distance }) => distance))
  const candidates = new Map<string, Candidate>()
  const byFrequency = [...words].sort((a, b) => b.passages - a.passages)
  for (const { language, term, distance, display, passages } of byFrequency) {
    if (distance > least) continue
    if (alternatives.some((known) => known.language === language && known.term === term)) continue
    const known = candidates.get(`${language} ${term}`)
    if (known) known.passages += passages
    else candidates.set(`${language} ${term}`, { language, term, distance, display, passages })
  }
  return [...candidates.values()].sort((a, b) => b.passages - a.passages)
}

function alternative({ language, term }: Candidate, place: number): TermAlternative {
  return { language, term, weight: place === 0 ? 1 : OTHERS, form: null, origin: 'correction' }
}

function capitalizedLike(typed: string, word: string): string {
  const first = typed.charAt(0)
  if (first === first.toLowerCase()) return word
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The query with its mistakes replaced. @param corrections In the order of the query. */
export function applyCorrections(query: string, corrections: readonly Correction[]): string {
  return corrections.reduceRight(
    (text, { start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end),
    query,
  )
}
