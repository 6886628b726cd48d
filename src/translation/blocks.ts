/** So many terms stand in a block: to read one of them, those before it in its block are gone through. */
export const BLOCK_SIZE = 16

const START_BYTES = 4

/** Blocks of bytes that can be read one at a time: where each begins (u32, little endian), then the blocks. */
export class Blocks {
  readonly end: number
  private readonly view: DataView

  constructor(readonly bytes: Uint8Array) {
    this.end = bytes.length
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** The place in `bytes` at which a block begins. */
  start(block: number): number {
    return this.view.getUint32(block * START_BYTES, true)
  }
}

export function packBlocks(blocks: readonly (readonly number[])[]): Uint8Array {
  const table = blocks.length * START_BYTES
  const packed = new Uint8Array(blocks.reduce((total, { length }) => total + length, table))
  const view = new DataView(packed.buffer)
  let at = table
  for (const [block, bytes] of blocks.entries()) {
    view.setUint32(block * START_BYTES, at, true)
    packed.set(bytes, at)
    at += bytes.length
  }
  return packed
}

/** Cuts a list into those of its entries that stand in the same block. */
export function inBlocks<T>(list: readonly T[]): T[][] {
  const blocks: T[][] = []
  for (let from = 0; from < list.length; from += BLOCK_SIZE)
    blocks.push(list.slice(from, from + BLOCK_SIZE))
  return blocks
}
