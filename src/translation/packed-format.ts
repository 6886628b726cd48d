import type { TranslatedLanguage } from './lexicon.js'

/** Begins every packed lexicon. */
export const MAGIC = 'FSTL'
/** Rises with every change of the layout. */
export const FORMAT_VERSION = 2
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
  /** Bytes of each section, in the order of {@link SECTIONS}. */
  sections: Readonly<Record<Section, number>>
}

/** What follows the header, in this order. The last four bytes of the file are a checksum of all before them. */
export const SECTIONS = [
  'englishTerms',
  'englishLinks',
  'germanTerms',
  'germanLinks',
  'germanFamilies',
] as const
export type Section = (typeof SECTIONS)[number]
/** The header and each section are filled up to so many bytes, the header with spaces. */
export const ALIGNMENT = 4
export const CHECKSUM_BYTES = 4

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

/** What a level from 1 on stands for; the same to the last bit everywhere, which broken powers are not (from V8 13 on). */
export function probabilityOf(level: number): number {
  const steps = LEVELS - level
  const halves = Math.floor(steps / STEPS_PER_HALVING)
  return 2 ** -halves * (steps % STEPS_PER_HALVING === 0 ? 1 : Math.SQRT1_2)
}

const FNV_OFFSET_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * FNV-1a of 32 bits (Fowler, Noll and Vo), by words of four bytes, little endian: a fourth of the steps that bytes
 * take, and any change within one word still changes the result.
 *
 * @param bytes A multiple of four.
 */
export function checksumOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let hash = FNV_OFFSET_BASIS
  for (let at = 0; at < bytes.length; at += 4)
    hash = Math.imul(hash ^ view.getUint32(at, true), FNV_PRIME)
  return hash >>> 0
}
