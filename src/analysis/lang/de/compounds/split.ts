import {
  cheapestChain,
  MAX_FORM,
  MAX_PARTS,
  type Segment,
  type UnitLengths,
  unitLengths,
} from './chain.js'
import { UNITS, WHOLE } from './lexicon.generated.js'
import { type CompoundLexicon, unpackUnits, unpackWords } from './lexicon.js'
import { type Spelling, umlautSpellings } from './spelling.js'
import { linkOf } from './units.js'
import { isWhole } from './whole.js'

/** One word inside a compound: `word.slice(start, end)`, without the link element after it. */
export interface CompoundPart {
  /** Offsets into the word, in UTF-16 code units. */
  start: number
  end: number
  /** What to look up: the slice, or, where the compound drops an -e or spells out an umlaut, the word itself. */
  text: string
}

/** Shorter words are no compounds, longer ones no words. */
const MIN_WORD = 6
const MAX_WORD = MAX_PARTS * MAX_FORM
/** What a split may cost for each of its parts, in nats. The measures hardly move between 12 and 15. */
export const MAX_COST = 13

/** Everything the splitter goes by, as one string: a fingerprint of it is one of its splits. */
export const COMPOUND_LEXICON = `${UNITS} ${WHOLE} ${MAX_COST} ${MIN_WORD}`

const LOWER_CASE = /^[a-zäöüß]+$/

let lexicon: (CompoundLexicon & { lengths: UnitLengths }) | undefined

/** Unpacked when the first word is split: some milliseconds, which an English corpus need not spend. */
export function loadLexicon() {
  if (lexicon) return lexicon
  const units = unpackUnits(UNITS)
  lexicon = { units, whole: unpackWords(WHOLE), lengths: unitLengths(units.keys()) }
  return lexicon
}

/**
 * The words that a German compound is made of.
 *
 * The cheapest chain of known forms, by how often each word was seen before other parts with that
 * link element, or last (learned from word counts by `scripts/compounds`). Compare Koehn and Knight
 * (2003), "Empirical Methods for Compound Splitting"; link elements after Langer (1998), "Zur
 * Morphologie und Semantik von Nominalkomposita".
 *
 * @param word A word form in lower case, composed (NFC), with its umlauts and ß, or with these
 *   spelled out (ae, oe, ue, ss).
 * @returns Two to four parts, in order; the link elements between them (-s -es -n -en -er -e -ens)
 *   belong to none. Empty if the word is no compound, or not known to be one.
 * @example
 * splitCompound('urlaubsorte') // urlaub, orte: [{ start: 0, end: 6, … }, { start: 7, end: 11, … }]
 */
export function splitCompound(word: string): CompoundPart[] {
  if (word.length < MIN_WORD || word.length > MAX_WORD || !LOWER_CASE.test(word)) return []
  const known = loadLexicon()
  const segments = segmentsOf(word, known)
  if (segments) return segments.map((segment) => partOf(word, segment, known))
  for (const spelling of umlautSpellings(word)) {
    const respelled = segmentsOf(spelling.text, known)
    if (respelled)
      return respelled.map((segment) => placed(partOf(spelling.text, segment, known), spelling))
  }
  return []
}

function segmentsOf(
  word: string,
  { units, whole, lengths }: ReturnType<typeof loadLexicon>,
): Segment[] | undefined {
  const chain = cheapestChain(word, units, lengths)
  if (!chain || chain.cost > MAX_COST * chain.segments.length) return undefined
  return isWhole(word, whole) ? undefined : chain.segments
}

function partOf(word: string, { start, end }: Segment, { units }: CompoundLexicon): CompoundPart {
  const form = word.slice(start, end)
  if (end === word.length) return { start, end, text: form }
  const link = linkOf(units.get(form) ?? 0)
  const elided = link.startsWith('-e')
  const stop = end - link.replace(/^-e\+?/, '').length
  return { start, end: stop, text: word.slice(start, stop) + (elided ? 'e' : '') }
}

/** A part of a respelled word, with its offsets in the word as it was written. */
function placed({ start, end, text }: CompoundPart, { offsets }: Spelling): CompoundPart {
  return { start: offsets[start]!, end: offsets[end]!, text }
}
