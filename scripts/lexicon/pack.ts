import { analyzerFor } from '../../src/analysis/registry.js'
import { packFamilyOrder } from '../../src/translation/family-order.js'
import { type Link, packLinks } from '../../src/translation/links.js'
import {
  ALIGNMENT,
  CHECKSUM_BYTES,
  checksumOf,
  FORMAT_VERSION,
  type LexiconHeader,
  levelOf,
  MAGIC,
  PREAMBLE,
  SECTIONS,
  type Section,
} from '../../src/translation/packed-format.js'
import { packTerms } from '../../src/translation/term-list.js'

/** An English and a German term that translate each other. */
export interface TermPair {
  english: string
  german: string
  /** p(german | english); 0 if it is not among the translations worth keeping. */
  toGerman: number
  toEnglish: number
}

/** What a lexicon is to say about itself. */
export type Provenance = Pick<LexiconHeader, 'madeBy' | 'settings' | 'sources' | 'analysis'>

/** A lexicon as one block of bytes; the same pairs in any order give the same bytes. */
export function packLexicon(pairs: readonly TermPair[], provenance: Provenance): Uint8Array {
  const kept = pairs.filter((pair) => levelOf(pair.toGerman) > 0 || levelOf(pair.toEnglish) > 0)
  const english = sortedTerms(kept.map((pair) => pair.english))
  const german = sortedTerms(kept.map((pair) => pair.german))
  const sections: Record<Section, Uint8Array> = {
    englishTerms: packTerms(english),
    englishLinks: packLinks(linksOf(kept.map(toGerman), english, german)),
    germanTerms: packTerms(german),
    germanLinks: packLinks(linksOf(kept.map(toEnglish), german, english)),
    germanFamilies: packFamilyOrder(german, familyOf),
  }
  const header: LexiconHeader = {
    format: FORMAT_VERSION,
    ...provenance,
    terms: { en: english.length, de: german.length },
    links: kept.length,
    sections: sizesOf(sections),
  }
  return file(header, sections)
}

/** Magic, length of the header, header, sections, checksum. */
function file(header: LexiconHeader, sections: Record<Section, Uint8Array>): Uint8Array {
  const encoder = new TextEncoder()
  const json = JSON.stringify(header)
  const written = encoder.encode(json + ' '.repeat(padding(encoder.encode(json).length)))
  const preamble = new Uint8Array(PREAMBLE)
  preamble.set(encoder.encode(MAGIC))
  new DataView(preamble.buffer).setUint32(MAGIC.length, written.length, true)
  const body = SECTIONS.map((section) => padded(sections[section]))
  const checked = concatenated([preamble, written, ...body])
  const checksum = new Uint8Array(CHECKSUM_BYTES)
  new DataView(checksum.buffer).setUint32(0, checksumOf(checked), true)
  return concatenated([checked, checksum])
}

function sizesOf(sections: Record<Section, Uint8Array>): Record<Section, number> {
  const sizes = SECTIONS.map((section) => [section, sections[section].length] as const)
  return Object.fromEntries(sizes) as Record<Section, number>
}

function padded(bytes: Uint8Array): Uint8Array {
  return concatenated([bytes, new Uint8Array(padding(bytes.length))])
}

/** How many bytes are missing to the next multiple of {@link ALIGNMENT}. */
function padding(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT
}

function familyOf(term: string): string {
  return analyzerFor('de').family?.(term) ?? term
}

function sortedTerms(terms: readonly string[]): string[] {
  return [...new Set(terms)].sort()
}

/** A term, one of the other language, and the probability that it is its translation. */
interface Way {
  source: string
  target: string
  probability: number
}

function toGerman({ english, german, toGerman }: TermPair): Way {
  return { source: english, target: german, probability: toGerman }
}

function toEnglish({ english, german, toEnglish }: TermPair): Way {
  return { source: german, target: english, probability: toEnglish }
}

/** The links of each of the sources; without those that are too improbable for a level. */
function linksOf(
  ways: readonly Way[],
  sources: readonly string[],
  targets: readonly string[],
): Link[][] {
  const lists = new Map(sources.map((source): [string, Link[]] => [source, []]))
  const places = new Map(targets.map((target, place) => [target, place]))
  for (const { source, target, probability } of ways) {
    const level = levelOf(probability)
    if (level > 0) lists.get(source)!.push({ target: places.get(target)!, level })
  }
  return [...lists.values()].map((links) => links.sort((a, b) => a.target - b.target))
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
