import { BLOCK_SIZE, Blocks, inBlocks, packBlocks } from './blocks.js'

const LEVEL_BITS = 4
const LEVEL_MASK = (1 << LEVEL_BITS) - 1

/** A translation of a term. */
export interface Link {
  /** The term of the other language, by its place in the list of terms. */
  target: number
  /** Level of its probability, 1 or more. */
  level: number
}

/**
 * The translations of the terms of one language, read from their packed bytes whenever they are asked for.
 *
 * Packed, they stand in the same blocks as the terms. Each term has the number of its links, then of each
 * the target, as its difference from the one before, above four bits of the level. Numbers are varints: seven
 * bits a byte, least first, all but the last with their high bit set.
 */
export class LinkList {
  private readonly blocks: Blocks

  constructor(packed: Uint8Array) {
    this.blocks = new Blocks(packed)
  }

  /** The links of a term, in the order of their targets. */
  of(term: number): Link[] {
    const reader = new VarintReader(this.blocks, Math.floor(term / BLOCK_SIZE))
    for (let before = term % BLOCK_SIZE; before > 0; before--)
      for (let left = reader.next(); left > 0; left--) reader.next()
    const links: Link[] = []
    let target = 0
    for (let left = reader.next(); left > 0; left--) {
      const link = reader.next()
      target += link >>> LEVEL_BITS
      links.push({ target, level: link & LEVEL_MASK })
    }
    return links
  }
}

class VarintReader {
  private at: number
  private readonly bytes: Uint8Array

  constructor(blocks: Blocks, block: number) {
    this.at = blocks.start(block)
    this.bytes = blocks.bytes
  }

  next(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++]!
      value |= (byte & 0x7f) << shift
      // Also beyond the end, where nothing is.
      if (!(byte >= 0x80)) return value
    }
  }
}

/** @param lists The links of each term, in the order of the terms; those of one term in the order of their targets. */
export function packLinks(lists: readonly (readonly Link[])[]): Uint8Array {
  return packBlocks(inBlocks(lists).map((block) => block.flatMap(packed)))
}

function packed(links: readonly Link[]): number[] {
  const bytes = varint(links.length)
  let before = 0
  for (const { target, level } of links) {
    bytes.push(...varint(((target - before) << LEVEL_BITS) | level))
    before = target
  }
  return bytes
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  bytes.push(rest)
  return bytes
}
