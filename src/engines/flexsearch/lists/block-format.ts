/** Entries of a block. */
export const BLOCK = 128
/** A number that goes with a passage is below this. */
export const PAYLOADS = 128
/** More passages than a list can tell apart: so that a distance and where it begins in a byte are 32 bits together. */
export const MOST_PASSAGES = 2 ** 25
/** Bytes that can be read behind a list, whatever they are: four are read at once. */
export const BEHIND = 3
/** Bytes of a block's line in the directory of a list: its first passage, and what is said of the block. */
export const DIRECTORY_LINE = 8

/** What is said of a block. Together it is a number of 28 bits, smaller ones for most short lists. */
export interface BlockTraits {
  /** The least payload. */
  low: number
  /** Bits of a distance. */
  width: number
  /** Payloads that are not as expected. */
  flagged: number
  /** Those of these that stand there as they are. Where all do, nothing but them stands there. */
  escaped: number
}

export function packTraits({ low, width, flagged, escaped }: BlockTraits): number {
  return low | (width << 7) | (flagged << 12) | (escaped << 20)
}

export const lowOf = (traits: number) => traits & 127
export const widthOf = (traits: number) => (traits >>> 7) & 31
export const flaggedOf = (traits: number) => (traits >>> 12) & 255
export const escapedOf = (traits: number) => (traits >>> 20) & 255

/** Bytes of the distances of a block. */
export function distanceBytes(size: number, width: number): number {
  return ((size - 1) * width + 7) >>> 3
}

/** Bytes of a block: distances, then payloads. */
export function blockBytes(size: number, traits: number): number {
  const [flagged, escaped] = [flaggedOf(traits), escapedOf(traits)]
  const distances = distanceBytes(size, widthOf(traits))
  if (flagged === 0 || escaped === size) return distances + escaped
  return distances + ((size + 7) >>> 3) + ((flagged + 1) >>> 1) + escaped
}
