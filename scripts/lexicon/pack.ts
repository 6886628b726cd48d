import { type Link, packLinks } from '../../src/translation/links.js'
import {
  crc32,
  FORMAT_VERSION,
  type LexiconHeader,
  levelOf,
  MAGIC,
  PREAMBLE,
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
  const sections = {
    english: packTerms(english),
    german: packTerms(german),
    links: packLinks(linksOf(kept, english, german), german.length),
  }
  const body = concatenated(Object.values(sections))
  const header: LexiconHeader = {
    format: FORMAT_VERSION,
    ...provenance,
    terms: { en: english.length, de: german.length },
    links: kept.length,
    sections: {
      english: sections.english.length,
      german: sections.german.length,
      links: sections.links.length,
    },
    checksum: crc32(body),
  }
  return withHeader(header, body)
}

function withHeader(header: LexiconHeader, body: Uint8Array): Uint8Array {
  const encoder = new TextEncoder()
  const json = encoder.encode(JSON.stringify(header))
  const preamble = new Uint8Array(PREAMBLE)
  preamble.set(encoder.encode(MAGIC))
  new DataView(preamble.buffer).setUint32(MAGIC.length, json.length, true)
  return concatenated([preamble, json, body])
}

function sortedTerms(terms: readonly string[]): string[] {
  return [...new Set(terms)].sort()
}

function linksOf(
  pairs: readonly TermPair[],
  english: readonly string[],
  german: readonly string[],
): Link[] {
  const englishPlaces = new Map(english.map((term, place) => [term, place]))
  const germanPlaces = new Map(german.map((term, place) => [term, place]))
  return pairs
    .map((pair) => ({
      english: englishPlaces.get(pair.english)!,
      german: germanPlaces.get(pair.german)!,
      toGerman: levelOf(pair.toGerman),
      toEnglish: levelOf(pair.toEnglish),
    }))
    .sort((a, b) => a.german - b.german || a.english - b.english)
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
