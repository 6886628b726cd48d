import { ByteWriter } from './bytes.js'
import type { Container } from './container.js'
import { NumberList } from './number-list.js'
import { type PackedColumn, packList } from './packed-column.js'
import type { PagedColumn } from './paged-column.js'
import { partitionPoint } from './partition-point.js'
import { namedStrings, StringColumnsWriter, type StringTable } from './strings.js'

/** What hashes are written with: 32 letters and digits, so that each stands for five bits. */
export const HASH_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
/** Letters of a hash that nothing more is needed to tell apart from those of the same document. */
export const HASH_LENGTH = 8

const HASH_BYTES = 5
const UNKNOWN = 0xff
const VALUES = new Uint8Array(128).fill(UNKNOWN)
for (const [value, letter] of [...HASH_LETTERS].entries()) VALUES[letter.charCodeAt(0)] = value

/** Packs the hashes of passages, one after the other: five bytes each, and strings for those that are written otherwise. */
export class PassageHashesWriter {
  private readonly packed = new ByteWriter()
  private readonly otherPlaces = new NumberList()
  private readonly others = new StringColumnsWriter()
  private count = 0

  add(hash: string): void {
    const bits = bitsOf(hash)
    if (bits === undefined) {
      this.otherPlaces.push(this.count)
      this.others.add(hash)
    }
    this.packed.uint((bits ?? 0) % 2 ** 32, 4)
    this.packed.uint(Math.floor((bits ?? 0) / 2 ** 32), HASH_BYTES - 4)
    this.count++
  }

  /** One that was added. */
  at(place: number): string {
    const other = placeAmong(this.otherPlaces, place)
    if (other < this.otherPlaces.length && this.otherPlaces.at(other) === place)
      return this.others.at(other)
    return hashOf(this.packed.result().subarray(HASH_BYTES * place))
  }

  columns() {
    return {
      hashes: this.packed.result(),
      otherHashPlaces: packList(this.otherPlaces.values()),
      ...namedStrings('otherHashes', this.others.columns()),
    }
  }
}

/** The hashes of passages, read when they are asked for. */
export class PassageHashes {
  private readonly packed: PagedColumn<Uint8Array>
  private readonly otherPlaces: PackedColumn
  private readonly others: StringTable

  constructor(container: Container) {
    this.packed = container.paged('hashes', Uint8Array)
    this.otherPlaces = container.packed('otherHashPlaces')
    this.others = container.strings('otherHashes')
  }

  at(passage: number): string {
    const { otherPlaces } = this
    const other = placeAmong(otherPlaces, passage)
    if (other < otherPlaces.length && otherPlaces.at(other) === passage)
      return this.others.at(other)
    return hashOf(this.packed.range(HASH_BYTES * passage, HASH_BYTES * (passage + 1)))
  }
}

/** Undefined where other letters are needed, or more. */
function bitsOf(hash: string): number | undefined {
  if (hash.length !== HASH_LENGTH) return undefined
  let bits = 0
  for (let i = HASH_LENGTH - 1; i >= 0; i--) {
    const value = VALUES[hash.charCodeAt(i)] ?? UNKNOWN
    if (value === UNKNOWN) return undefined
    bits = bits * HASH_LETTERS.length + value
  }
  return bits
}

function hashOf(bytes: Uint8Array): string {
  let bits = 0
  for (let i = HASH_BYTES - 1; i >= 0; i--) bits = bits * 256 + bytes[i]!
  let hash = ''
  for (let i = 0; i < HASH_LENGTH; i++) {
    hash += HASH_LETTERS[bits % HASH_LETTERS.length]
    bits = Math.floor(bits / HASH_LETTERS.length)
  }
  return hash
}

/** Where a number is among ascending ones, or would be. */
function placeAmong(numbers: NumberList | PackedColumn, number: number): number {
  return partitionPoint(0, numbers.length, (place) => numbers.at(place) < number)
}
