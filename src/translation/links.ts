/** Where the levels of the two directions stand in their byte. */
const TO_GERMAN = 4
const TO_ENGLISH = 0

/** Links of one direction: the translations of term `t` are `targets[starts[t]]` and those after it. */
export interface Links {
  starts: Uint32Array
  targets: Uint32Array
  /** Level of the probability of each. */
  levels: Uint8Array
}

/** An English and a German term, by their places in the lists of terms. */
export interface Link {
  english: number
  german: number
  /** Level of p(german | english), 0 if it is no translation. */
  toGerman: number
  toEnglish: number
}

/**
 * By German term the number of its links, then of each the English term, as its difference from the one
 * before, and a byte with the levels of both directions. Numbers are varints: seven bits a byte, least
 * first, all but the last with their high bit set.
 *
 * @param links In the order of their German, then their English terms; no pair twice.
 */
export function packLinks(links: readonly Link[], germanTerms: number): Uint8Array {
  const packed: number[] = []
  let next = 0
  for (let german = 0; german < germanTerms; german++) {
    const from = next
    while (links[next]?.german === german) next++
    pushVarint(packed, next - from)
    let before = 0
    for (const { english, toGerman, toEnglish } of links.slice(from, next)) {
      pushVarint(packed, english - before)
      packed.push((toGerman << TO_GERMAN) | (toEnglish << TO_ENGLISH))
      before = english
    }
  }
  return Uint8Array.from(packed)
}

function pushVarint(packed: number[], value: number): void {
  let rest = value
  for (; rest > 0x7f; rest >>>= 7) packed.push((rest & 0x7f) | 0x80)
  packed.push(rest)
}

/** Links as columns, in the order in which they are packed. */
interface LinkColumns {
  english: Uint32Array
  german: Uint32Array
  /** Both levels of a link in one byte. */
  levels: Uint8Array
}

/**
 * Both directions of packed links.
 * @throws RangeError if they are not so many or name terms that do not exist.
 */
export function unpackLinks(
  packed: Uint8Array,
  count: number,
  terms: { en: number; de: number },
): { en: Links; de: Links } {
  const { english, german, levels } = unpackColumns(packed, count, terms)
  return {
    en: sortedByTerm(english, german, levels, TO_GERMAN, terms.en),
    de: sortedByTerm(german, english, levels, TO_ENGLISH, terms.de),
  }
}

function unpackColumns(
  packed: Uint8Array,
  count: number,
  terms: { en: number; de: number },
): LinkColumns {
  const english = new Uint32Array(count)
  const german = new Uint32Array(count)
  const levels = new Uint8Array(count)
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++]!
      value |= (byte & 0x7f) << shift
      // Also beyond the end, where nothing is.
      if (!(byte >= 0x80)) return value
    }
  }
  let link = 0
  for (let term = 0; term < terms.de; term++) {
    let other = 0
    for (let left = varint(); left > 0; left--, link++) {
      other += varint()
      if (link === count || other >= terms.en) throw new RangeError(`${count} links expected`)
      english[link] = other
      german[link] = term
      levels[link] = packed[at++]!
    }
  }
  if (link !== count || at !== packed.length) throw new RangeError(`${count} links expected`)
  return { english, german, levels }
}

/** Counting sort by the terms that links start from; links of level 0 in that direction are left out. */
function sortedByTerm(
  sources: Uint32Array,
  targets: Uint32Array,
  levels: Uint8Array,
  shift: number,
  terms: number,
): Links {
  const starts = new Uint32Array(terms + 1)
  for (let link = 0; link < sources.length; link++)
    if (levelAt(levels[link]!, shift) > 0) starts[sources[link]! + 1]!++
  for (let term = 1; term <= terms; term++) starts[term]! += starts[term - 1]!
  const next = starts.slice()
  const total = starts[terms]!
  const sorted = { starts, targets: new Uint32Array(total), levels: new Uint8Array(total) }
  for (let link = 0; link < sources.length; link++) {
    const level = levelAt(levels[link]!, shift)
    if (level === 0) continue
    const place = next[sources[link]!]!++
    sorted.targets[place] = targets[link]!
    sorted.levels[place] = level
  }
  return sorted
}

function levelAt(both: number, shift: number): number {
  return (both >> shift) & 15
}
