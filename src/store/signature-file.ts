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
  /** By passage: how many before it are signed; one entry more. */
  private readonly rows: Uint32Array

  constructor(file: ByteSource) {
    this.container = new Container(file)
    this.passageCount = this.container.column('passages', Uint32Array)[0]!
    this.signed = this.container.column('signed', Uint8Array)
    this.rows = new Uint32Array(this.passageCount + 1)
    for (let number = 0; number < this.passageCount; number++)
      this.rows[number + 1] = this.rows[number]! + Number(this.isSigned(number))
  }

  /** The signatures of passages from one number to another, exclusive, in stretches that follow one another, each valid until the next. */
  *signedPassages(first: number, end: number): Generator<SignedPassages> {
    for (let from = first; from < end; from += AT_ONCE) {
      const to = Math.min(end, from + AT_ONCE)
      const numbers = new Uint32Array(this.rows[to]! - this.rows[from]!)
      for (let number = from, row = 0; number < to; number++)
        if (this.isSigned(number)) numbers[row++] = number - from
      yield { passages: to - from, numbers, signatures: this.signaturesOf(from, to) }
    }
  }

  private signaturesOf(first: number, end: number): Uint8Array {
    const total = this.rows[this.passageCount]!
    if (total === 0) return new Uint8Array(0)
    const length = this.container.lengthOf('signatures', Uint8Array) / total
    const [from, to] = [this.rows[first]!, this.rows[end]!]
    return this.container.borrow('signatures', from * length, to * length)
  }

  private isSigned(number: number): boolean {
    return (this.signed[number >>> 3]! & (1 << (number & 7))) !== 0
  }
}
