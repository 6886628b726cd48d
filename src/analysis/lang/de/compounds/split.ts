import { cheapestChain, MAX_FORM, MAX_PARTS, type Segment } from './chain.js'
import { UNIT_SECTIONS, UNITS, WHOLE, WHOLE_SECTIONS } from './lexicon.generated.js'
import { type Spelling, umlautSpellings } from './spelling.js'
import { UnitTable } from './unit-table.js'
import { linkOf } from './units.js'
import { isWhole } from './whole.js'
import { WholeWords } from './whole-words.js'

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

const units = new UnitTable({ words: UNITS, sections: UNIT_SECTIONS })
const whole = new WholeWords({ words: WHOLE, sections: WHOLE_SECTIONS })

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
  const segments = segmentsOf(word)
  if (segments) return segments.map((segment) => partOf(word, segment))
  for (const spelling of umlautSpellings(word)) {
    const respelled = segmentsOf(spelling.text)
    if (respelled)
      return respelled.map((segment) => placed(partOf(spelling.text, segment), spelling))
  }
  return []
}

function segmentsOf(word: string): Segment[] | undefined {
  const chain = cheapestChain(word, units)
  if (!chain || chain.cost > MAX_COST * chain.segments.length) return undefined
  return isWhole(word, whole) ? undefined : chain.segments
}

function partOf(word: string, { start, end }: Segment): CompoundPart {
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
