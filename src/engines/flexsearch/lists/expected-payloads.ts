/** What is expected by itself, and what else is told apart in half a byte. */
export const EXPECTED = 16
/** In place of one of these: the payload itself comes behind. */
export const ESCAPE = 15

/** Passages are told apart by lengths below this. */
export const LENGTHS = 256

/**
 * What payloads are expected to be, by the length of the passage: mostly it is the first of {@link EXPECTED}, and then nothing has to be
 * kept of it.
 */
export class ExpectedPayloads {
  /**
   * @param payloads By expectation and length, {@link LENGTHS} for each expectation.
   * @param lengths By passage; null where all are as if they had none.
   */
  constructor(
    private readonly payloads: Uint8Array,
    private readonly lengths: Uint8Array | null,
  ) {}

  /** One of them for a passage. */
  of(expectation: number, passage: number): number {
    const length = this.lengths === null ? 0 : this.lengths[passage]!
    return this.payloads[expectation * LENGTHS + length]!
  }

  /** The first expectation that a payload is; {@link EXPECTED} where none is. */
  find(payload: number, passage: number): number {
    for (let expectation = 0; expectation < EXPECTED; expectation++)
      if (this.of(expectation, passage) === payload) return expectation
    return EXPECTED
  }

  /** The first expectation for the passages from one place to another. */
  fill(passages: Uint32Array, payloads: Uint8Array, from: number, to: number): void {
    const { lengths, payloads: first } = this
    if (lengths === null) payloads.fill(first[0]!, from, to)
    else for (let i = from; i < to; i++) payloads[i] = first[lengths[passages[i]!]!]!
  }
}

/** The same for each passage: `least`, then what comes after it. */
export function expectedFrom(least: number): ExpectedPayloads {
  const payloads = new Uint8Array(EXPECTED * LENGTHS)
  for (let i = 0; i < EXPECTED; i++) payloads[i * LENGTHS] = least + i
  return new ExpectedPayloads(payloads, null)
}
