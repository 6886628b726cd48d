import type { TranslatedLanguage } from './lexicon.js'

/** Begins every packed lexicon. */
export const MAGIC = 'FSTL'
/** Rises with every change of the layout. */
export const FORMAT_VERSION = 1
/** Magic and length of the header. */
export const PREAMBLE = 8

/** What a packed lexicon says about itself. */
export interface LexiconHeader {
  format: number
  /** The program that made it, with its version. */
  madeBy: string
  /** How it was trained. */
  settings: Readonly<Record<string, number>>
  /** What it was trained on, with the attributions that the licences ask for. */
  sources: readonly LexiconSource[]
  /** SHA-256 of the analysis that made its terms. */
  analysis: string
  terms: Readonly<Record<TranslatedLanguage, number>>
  /** Pairs of terms of which one is a translation of the other. */
  links: number
  /** Bytes of each section of the body, in this order. */
  sections: { english: number; german: number; links: number }
  /** CRC-32 of the body. */
  checksum: number
}

/** A collection of sentence pairs. */
export interface LexiconSource {
  name: string
  pairs: number
  licence: string
  attribution: string
}

/** Probabilities are kept as one of 15 levels, half a binary order apart: 1, .71, .5, ... .0078. */
export const LEVELS = 15
const STEPS_PER_HALVING = 2

/** The level nearest to a probability; 0, which means "no translation", below the least. */
export function levelOf(probability: number): number {
  const level = LEVELS + Math.round(STEPS_PER_HALVING * Math.log2(probability))
  return Math.max(0, Math.min(LEVELS, level))
}

/** What a level from 1 on stands for. */
export function probabilityOf(level: number): number {
  return 2 ** ((level - LEVELS) / STEPS_PER_HALVING)
}

/** CRC-32 as in zlib and PNG (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ bytes[i]!) & 0xff]!
  return (crc ^ -1) >>> 0
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
