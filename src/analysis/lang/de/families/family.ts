import { INSEPARABLE, LATIN_SUFFIXES, NATIVE_SUFFIXES, PARTICLES, SHORT_STEMS } from './affixes.js'
import { STRONG_STEMS, STRONG_VERBS, withoutAblaut } from './strong-verbs.js'
import { VERBS } from './verbs.generated.js'

const MIN_STEM = 3
const FAMILY_STEM = /^[a-z]{4,}$/
const SUFFIXES = byLetter(
  [...LATIN_SUFFIXES, ...NATIVE_SUFFIXES].sort((a, b) => b.length - a.length),
  -1,
)
const AFTER_LATIN = byLetter(LATIN_SUFFIXES, -1)
const LATIN = new Set(LATIN_SUFFIXES)
const VERB_STEMS = new Set([...VERBS.trim().split(/\s+/), ...STRONG_STEMS])
/** What is left of verbs in -er without these letters: to look it up there takes less than to look up each word with them. */
const BEFORE_ER = new Set(
  [...VERB_STEMS].filter((stem) => stem.endsWith('er')).map((stem) => stem.slice(0, -2)),
)
const PARTICLES_OF = byLetter(PARTICLES, 0)
const INSEPARABLE_OF = byLetter(INSEPARABLE, 0)

/** Everything the families go by, as one string. */
export const FAMILY_KNOWLEDGE = [VERBS, STRONG_VERBS, LATIN_SUFFIXES, NATIVE_SUFFIXES, PARTICLES]
  .flat()
  .join(' ')

/**
 * What the words have in common that are derived from one another: Einführung, einführen, eingeführt
 * and einzuführen; Aufnahme and aufgenommen; legal, legalisieren and Legalisierung. Coarser than a
 * stem: for words that are related, not for words that are the same.
 *
 * Taken apart in the order in which German puts words together: prefix, participle, ablaut, suffixes
 * (compare Fleischer and Barz, "Wortbildung der deutschen Gegenwartssprache").
 *
 * @param stem Folded, from Snowball's German stemmer.
 */
export function germanFamily(stem: string): string {
  if (!FAMILY_STEM.test(stem)) return stem
  const { prefix, base } = unprefixed(stem)
  const verb = withoutVerbEnding(base)
  const core = withoutSuffixes(withoutAblaut(verb, prefix !== ''))
  const stripped = core === base ? verb : withoutVerbEnding(core)
  // Without a prefix, what is left of a noun is no other stem of a verb: Finger is not from fangen.
  return prefix + (prefix === '' ? stripped : withoutAblaut(stripped, true))
}

function isVerb(stem: string): boolean {
  return VERB_STEMS.has(stem)
}

/** True for what is left of a participle without its ge-: sag-t, nomm, les; not for the setz of Gesetz. */
function isParticiple(stem: string): boolean {
  return (
    withoutVerbEnding(stem) !== stem || withoutAblaut(stem, true) !== stem || STRONG_STEMS.has(stem)
  )
}

/** auf-zu-nehm, ein-ge-fuhrt, ver-wend: the prefixes that stay part of the family, and what follows. */
function unprefixed(stem: string): { prefix: string; base: string } {
  const particle = prefixOf(stem, PARTICLES_OF)
  let base = stem.slice(particle.length)
  if (particle !== '' && base.startsWith('zu') && isVerb(base.slice(2))) base = base.slice(2)
  if (base.startsWith('ge') && isParticiple(base.slice(2))) base = base.slice(2)
  const inseparable = prefixOf(base, INSEPARABLE_OF)
  const inner = base.slice(inseparable.length)
  if (inseparable === '' || !(isVerb(inner) || isParticiple(inner)))
    return { prefix: particle, base }
  return { prefix: particle + inseparable, base: inner }
}

function prefixOf(stem: string, prefixes: ByLetter): string {
  const own = prefixes.get(stem.charAt(0))
  return own?.find((each) => stem.startsWith(each) && stem.length - each.length >= MIN_STEM) ?? ''
}

/** gesag-t, wart-et, legalisier-t: without the ending, if a verb is left. */
function withoutVerbEnding(stem: string): string {
  if (isVerb(stem) || withoutAblaut(stem, true) !== stem) return stem
  if (stem.endsWith('iert')) return stem.slice(0, -1)
  return verbLike(stem) ?? stem
}

/** The verb of which a stem may be a form. Snowball takes -ern for an ending, and leaves -eln: förd-ern, handeln, Handl-ung. */
function verbLike(stem: string): string | undefined {
  if (/[dtmn]et$/.test(stem) && isVerb(stem.slice(0, -2))) return stem.slice(0, -2)
  if (/(?:[^t]t|eln)$/.test(stem) && isVerb(stem.slice(0, -1))) return stem.slice(0, -1)
  if (stem.endsWith('l') && isVerb(`${stem.slice(0, -1)}el`)) return `${stem.slice(0, -1)}el`
  return BEFORE_ER.has(stem) ? `${stem}er` : undefined
}

function withoutSuffixes(word: string): string {
  // Plurals that Snowball leaves: Autos, Kameras.
  const isPlural = word.length > 4 && word.endsWith('s') && /(?:a|i|[^i]o|y)s$/.test(word)
  let stem = isPlural ? word.slice(0, -1) : word
  let suffixes = SUFFIXES
  for (;;) {
    const own = isVerb(stem) ? undefined : suffixes.get(stem.at(-1)!)
    const suffix = own?.find((each) => isSuffix(each, stem))
    if (suffix === undefined) return stem
    stem = stem.slice(0, -suffix.length)
    // German endings stand after Latin ones, not before them.
    if (LATIN.has(suffix)) suffixes = AFTER_LATIN
  }
}

function isSuffix(suffix: string, stem: string): boolean {
  if (!stem.endsWith(suffix)) return false
  const left = stem.length - suffix.length
  const least = SHORT_STEMS.has(suffix) ? MIN_STEM : MIN_STEM + 1
  return left >= least && /[aeiouy]/.test(stem.slice(0, left))
}

type ByLetter = ReadonlyMap<string, readonly string[]>

/** By their first or last letter, in the same order, so that most need not be looked at. */
function byLetter(affixes: readonly string[], at: 0 | -1): ByLetter {
  const found = new Map<string, string[]>()
  for (const affix of affixes) {
    const letter = affix.at(at)!
    found.set(letter, [...(found.get(letter) ?? []), affix])
  }
  return found
}
