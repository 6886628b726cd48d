import { INSEPARABLE, LATIN_SUFFIXES, NATIVE_SUFFIXES, PARTICLES, SHORT_STEMS } from './affixes.js'
import { isStrongVerb, STRONG_VERBS, withoutAblaut } from './strong-verbs.js'
import { VERBS } from './verbs.generated.js'

const MIN_STEM = 3
const FAMILY_STEM = /^[a-z]{4,}$/
const SUFFIXES = byLastLetter(
  [...LATIN_SUFFIXES, ...NATIVE_SUFFIXES].sort((a, b) => b.length - a.length),
)
const AFTER_LATIN = byLastLetter(LATIN_SUFFIXES)
const LATIN = new Set(LATIN_SUFFIXES)
const WEAK = new Set(VERBS.trim().split(/\s+/))

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
  const core = withoutAblaut(withoutVerbEnding(base), prefix !== '')
  const stripped = withoutVerbEnding(withoutSuffixes(core))
  // Without a prefix, what is left of a noun is no other stem of a verb: Finger is not from fangen.
  return prefix + (prefix === '' ? stripped : withoutAblaut(stripped, true))
}

function isVerb(stem: string): boolean {
  return WEAK.has(stem) || isStrongVerb(stem)
}

/** True for what is left of a participle without its ge-: sag-t, nomm, les; not for the setz of Gesetz. */
function isParticiple(stem: string): boolean {
  return (
    withoutVerbEnding(stem) !== stem || withoutAblaut(stem, true) !== stem || isStrongVerb(stem)
  )
}

/** auf-zu-nehm, ein-ge-fuhrt, ver-wend: the prefixes that stay part of the family, and what follows. */
function unprefixed(stem: string): { prefix: string; base: string } {
  const particle = prefixOf(stem, PARTICLES)
  let base = stem.slice(particle.length)
  if (particle !== '' && base.startsWith('zu') && isVerb(base.slice(2))) base = base.slice(2)
  if (base.startsWith('ge') && isParticiple(base.slice(2))) base = base.slice(2)
  const inseparable = prefixOf(base, INSEPARABLE)
  const inner = base.slice(inseparable.length)
  if (inseparable === '' || !(isVerb(inner) || isParticiple(inner)))
    return { prefix: particle, base }
  return { prefix: particle + inseparable, base: inner }
}

function prefixOf(stem: string, prefixes: readonly string[]): string {
  return (
    prefixes.find((each) => stem.startsWith(each) && stem.length - each.length >= MIN_STEM) ?? ''
  )
}

/** gesag-t, wart-et, legalisier-t: without the ending, if a verb is left. */
function withoutVerbEnding(stem: string): string {
  if (isVerb(stem) || withoutAblaut(stem, true) !== stem) return stem
  if (stem.endsWith('iert')) return stem.slice(0, -1)
  return verbsLike(stem).find(isVerb) ?? stem
}

/** Of which verbs a stem may be a form. Snowball takes -ern for an ending, and leaves -eln: förd-ern, handeln, Handl-ung. */
function verbsLike(stem: string): string[] {
  return [
    ...(/[dtmn]et$/.test(stem) ? [stem.slice(0, -2)] : []),
    ...(/(?:[^t]t|eln)$/.test(stem) ? [stem.slice(0, -1)] : []),
    ...(stem.endsWith('l') ? [`${stem.slice(0, -1)}el`] : []),
    `${stem}er`,
  ]
}

function withoutSuffixes(word: string): string {
  // Plurals that Snowball leaves: Autos, Kameras.
  let stem = word.length > 4 && /(?:a|i|[^i]o|y)s$/.test(word) ? word.slice(0, -1) : word
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
  const left = stem.length - suffix.length
  const least = SHORT_STEMS.has(suffix) ? MIN_STEM : MIN_STEM + 1
  return left >= least && stem.endsWith(suffix) && /[aeiouy]/.test(stem.slice(0, left))
}

/** In the same order, so that most need not be looked at. */
function byLastLetter(suffixes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const suffix of suffixes) {
    const last = suffix.at(-1)!
    found.set(last, [...(found.get(last) ?? []), suffix])
  }
  return found
}
