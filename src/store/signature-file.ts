import type { SignedPassages } from '../duplicates/compared.js'
import type { ByteSink, ByteSource } from './bytes.js'
import { Container, writeContainer } from './container.js'

/** Signatures that are read at once: so many that their pages are borrowed, not copied. */
const AT_ONCE = 512

/** The signatures of some passages in pieces of whole signatures; `numbers` are those of the signed ones, ascending. */
export interface SignaturePieces {
  passages: number
  numbers: readonly number[]
  signatures: readonly Uint8Array[]
}

/** Writes the signatures of passages, and which ones have them: a bit for each. */
export function writeSignatures(
  { passages, numbers, signatures }: SignaturePieces,
  sink: ByteSink,
): void {
  const signed = new Uint8Array(Math.ceil(passages / 8))
  for (const number of numbers) signed[number >>> 3]! |= 1 << (number & 7)
  writeContainer(sink, { passages: Uint32Array.of(passages), signed, signatures })
}

/** Signatures of the passages of a part of an index, read when they are asked for. */
export class SignatureFile {
  readonly passageCount: number
  private readonly container: Container
  private readonly signed: Uint8Array
  /** By byte of these bits: how many passages before are signed. */
  private readonly rows: Uint32Array

  constructor(file: ByteSource) {
    this.container = new Container(file)
    this.passageCount = this.container.column('passages', Uint32Array)[0]!
    this.signed = this.container.column('signed', Uint8Array)
    this.rows = new Uint32Array(this.signed.length + 1)
    for (let byte = 0; byte < this.signed.length; byte++)
      this.rows[byte + 1] = this.rows[byte]! + countBits(this.signed[byte]!)
  }

  /** The signatures of passages from one number to another, exclusive, in stretches that follow one another, each valid until the next. */
  *signedPassages(first: number, end: number): Generator<SignedPassages> {
    for (let from = first; from < end; from += AT_ONCE) {
      const to = Math.min(end, from + AT_ONCE)
      yield this.stretch(from, to)
    }
  }

  private stretch(from: number, to: number): SignedPassages {
    const numbers = new Uint32Array(this.rowOf(to) - this.rowOf(from))
    for (let number = from, row = 0; number < to; number++)
      if (this.isSigned(number)) numbers[row++] = number - from
    return { passages: to - from, numbers, signatures: this.signaturesOf(from, to) }
  }

  private signaturesOf(first: number, end: number): Uint8Array {
    const total = this.rows.at(-1)!
    if (total === 0) return new Uint8Array(0)
    const length = this.container.lengthOf('signatures', Uint8Array) / total
    const [from, to] = [this.rowOf(first), this.rowOf(end)]
    return this.container.borrow('signatures', from * length, to * length)
  }

  /** How many passages before one are signed. */
  private rowOf(number: number): number {
    const byte = number >>> 3
    return this.rows[byte]! + countBits((this.signed[byte] ?? 0) & ((1 << (number & 7)) - 1))
  }

  private isSigned(number: number): boolean {
    return (this.signed[number >>> 3]! & (1 << (number & 7))) !== 0
  }
}

function countBits(byte: number): number {
  let count = 0
  for (let rest = byte; rest > 0; rest &= rest - 1) count++
  return count
}
