/** Random access to the bytes of a file or a buffer. Reading past the end throws a RangeError. */
export interface ByteSource {
  readonly size: number
  read(offset: number, length: number): Uint8Array
  close(): void
}

/** Bytes that are in memory already. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset < 0 || offset + length > bytes.length) throw new RangeError('read past the end')
      return bytes.subarray(offset, offset + length)
    },
    close() {},
  }
}

/** A growing byte array. */
export class ByteWriter {
  private buffer = new Uint8Array(1024)
  length = 0

  /** Appends an unsigned integer below 2^32 in groups of seven bits, lowest first (LEB128). */
  varint(value: number): void {
    this.reserve(5)
    let rest = value
    while (rest > 127) {
      this.buffer[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.buffer[this.length++] = rest
  }

  /** Appends an unsigned integer in so many bytes, lowest first. */
  uint(value: number, bytes: number): void {
    this.reserve(bytes)
    for (let i = 0, rest = value; i < bytes; i++, rest >>>= 8)
      this.buffer[this.length++] = rest & 255
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
  }

  /** What was written so far, without a copy. */
  result(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.length + more))
    grown.set(this.buffer.subarray(0, this.length))
    this.buffer = grown
  }
}

/** Reads what {@link ByteWriter.varint} wrote, one after the other. */
export class VarintReader {
  /** @param position Where to begin; later, where the next number begins. */
  constructor(
    private readonly bytes: Uint8Array,
    public position = 0,
  ) {}

  next(): number {
    let byte = this.bytes[this.position++]!
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.bytes[this.position++]!
      value |= (byte & 127) << shift
    }
    return value >>> 0
  }
}
