const LAST = 0x80

/**
 * Terms of the letters a to z in alphabetical order, a byte per letter: in memory a tenth of what strings
 * in a `Map` take.
 *
 * Packed, each term is one byte for the number of letters it shares with the term before, then the rest,
 * the last letter with its high bit set.
 */
export class TermList {
  readonly length: number

  private constructor(
    private readonly letters: Uint8Array,
    private readonly starts: Uint32Array,
  ) {
    this.length = starts.length - 1
  }

  /** @throws RangeError if the bytes are not so many terms. */
  static unpack(packed: Uint8Array, length: number): TermList {
    const starts = unpackedStarts(packed, length)
    const letters = new Uint8Array(starts[length]!)
    let from = 0
    for (let term = 0; term < length; term++) {
      const start = starts[term]!
      const before = starts[term - 1] ?? 0
      const shared = packed[from++]!
      letters.copyWithin(start, before, before + shared)
      for (let to = start + shared; to < starts[term + 1]!; to++)
        letters[to] = packed[from++]! & ~LAST
    }
    return new TermList(letters, starts)
  }

  at(index: number): string {
    return String.fromCharCode(
      ...this.letters.subarray(this.starts[index]!, this.starts[index + 1]!),
    )
  }

  /** The place of a term, or -1. */
  indexOf(term: string): number {
    let low = 0
    let high = this.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = this.compare(middle, term)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  private compare(index: number, term: string): number {
    const start = this.starts[index]!
    const length = this.starts[index + 1]! - start
    const shared = Math.min(length, term.length)
    for (let i = 0; i < shared; i++) {
      const difference = this.letters[start + i]! - term.charCodeAt(i)
      if (difference !== 0) return difference
    }
    return length - term.length
  }
}

/** Where each term begins once it is unpacked; the last start is the end. */
function unpackedStarts(packed: Uint8Array, length: number): Uint32Array {
  const starts = new Uint32Array(length + 1)
  let term = 0
  let letters = 0
  for (let from = 0; from < packed.length; ) {
    letters += packed[from++]!
    let last = false
    while (!last && from < packed.length) {
      last = packed[from++]! >= LAST
      letters++
    }
    if (!last || term === length) throw new RangeError(`${length} terms expected`)
    starts[++term] = letters
  }
  if (term !== length) throw new RangeError(`${length} terms expected, ${term} found`)
  return starts
}

/** @param terms Of the letters a to z, in alphabetical order, each once. */
export function packTerms(terms: readonly string[]): Uint8Array {
  const packed: number[] = []
  let before = ''
  for (const term of terms) {
    let shared = 0
    while (shared < term.length && term[shared] === before[shared]) shared++
    packed.push(shared)
    for (let i = shared; i < term.length; i++) packed.push(term.charCodeAt(i))
    packed[packed.length - 1]! |= LAST
    before = term
  }
  return Uint8Array.from(packed)
}
