import {
  CodeUnitReader,
  type CodeUnits,
  endOf,
  FORMAT,
  LETTER,
  MARK,
  NUMBER,
  nextOf,
} from '../language/characters.js'
import { hashOf, readSurface, type Surface } from '../language/surface-table.js'

/** Stretches of a text that are words, or hyphenated words as a whole, as {@link segment} finds them: parallel lists, to be read at once. */
export interface Segments {
  /** The text. */
  read: CodeUnits
  length: number
  starts: Uint32Array
  ends: Uint32Array
  /** Of the stretches: see `hashOf`. */
  hashes: Int32Array
  /** 0-based place among the words. */
  positions: Uint32Array
  /** 1 for a hyphenated word as a whole. */
  joined: Uint8Array
}

/** A word begins with one of these, and goes on with these, marks and invisible characters. */
const FIRST = LETTER | NUMBER
const INSIDE = LETTER | MARK | NUMBER | FORMAT
/** What may follow an apostrophe and still be the same word: Audiard's, don't, geht's. */
const CLITICS = ['s', 't', 're', 've', 'll', 'd', 'm', 'n']
/** A longer chain of hyphens is a list or an ornament; it is not also one word. */
const MAX_JOINED = 5

/** One list for all texts: this runs for every text, and none is kept. */
const reader = new CodeUnitReader()
const segments: Segments = {
  read: reader,
  length: 0,
  starts: new Uint32Array(256),
  ends: new Uint32Array(256),
  hashes: new Int32Array(256),
  positions: new Uint32Array(256),
  joined: new Uint8Array(256),
}
const surface: Surface = { end: 0, hash: 0 }

/**
 * Cuts a text into words. Apostrophes hold a clitic to its word (`Audiard's`); any other apostrophe
 * or hyphen inside a word (`d'Azur`, `Vater-Sohn`) gives the joined whole and the parts.
 *
 * @returns a list that is valid until the next call.
 */
export function segment(text: string): Segments {
  return segmentFrom(reader.read(text), 0)
}

/** As {@link segment}, of a text that was read, from a place on. */
export function segmentFrom(read: CodeUnits, from: number): Segments {
  segments.length = 0
  segments.read = read
  const { units, length } = read
  let position = 0
  /** Where the chain of joined words begins in the list. */
  let chain = 0
  /** Where the word before ends. */
  let before = -2
  for (let start = nextOf(read, from, FIRST); start < length; ) {
    readSurface(read, start, INSIDE, surface)
    const { end } = surface
    const joiner = before === start - 1 ? units[before]! : 0
    if (isApostrophe(joiner) && isClitic(units, start, end)) extend(units, end)
    else {
      if (!isApostrophe(joiner) && !isHyphen(joiner)) {
        close(read, chain)
        chain = segments.length
      }
      push(start, end, surface.hash, position++)
    }
    before = end
    start = nextOf(read, end, FIRST)
  }
  close(read, chain)
  return segments
}

/** `'`, `’`, `‘`, `` ` ``, `´` */
function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x60 || unit === 0xb4
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

function isClitic(units: Uint16Array, start: number, end: number): boolean {
  if (end - start > 2) return false
  const word = String.fromCharCode(...units.subarray(start, end))
  return CLITICS.includes(word.toLowerCase())
}

function push(start: number, end: number, hash: number, position: number): void {
  if (segments.length === segments.starts.length) grow()
  const at = segments.length++
  segments.starts[at] = start
  segments.ends[at] = end
  segments.hashes[at] = hash
  segments.positions[at] = position
  segments.joined[at] = 0
}

function grow(): void {
  const size = 2 * segments.length
  for (const name of ['starts', 'ends', 'positions'] as const) {
    const grown = new Uint32Array(size)
    grown.set(segments[name])
    segments[name] = grown
  }
  const [hashes, joined] = [new Int32Array(size), new Uint8Array(size)]
  hashes.set(segments.hashes)
  joined.set(segments.joined)
  segments.hashes = hashes
  segments.joined = joined
}

/** Gives the last word a clitic. */
function extend(units: Uint16Array, end: number): void {
  const last = segments.length - 1
  segments.ends[last] = end
  segments.hashes[last] = hashOf(units, segments.starts[last]!, end)
}

/** Puts the whole before the words of a chain. */
function close(read: CodeUnits, chain: number): void {
  const words = segments.length - chain
  if (words < 2 || words > MAX_JOINED || allDigits(read, chain)) return
  const last = segments.length - 1
  const [start, end] = [segments.starts[chain]!, segments.ends[last]!]
  push(0, 0, 0, 0)
  const { starts, ends, hashes, positions, joined } = segments
  for (const list of [starts, ends, hashes, positions])
    list.copyWithin(chain + 1, chain, segments.length - 1)
  starts[chain] = start
  ends[chain] = end
  hashes[chain] = hashOf(read.units, start, end)
  joined[chain] = 1
}

function allDigits(read: CodeUnits, chain: number): boolean {
  const { starts, ends, length } = segments
  for (let at = chain; at < length; at++)
    if (endOf(read, starts[at]!, NUMBER) < ends[at]!) return false
  return true
}
