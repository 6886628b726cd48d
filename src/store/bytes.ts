/** Random access to the bytes of a file or a buffer. Reading past the end throws a RangeError. */
export interface ByteSource {
  readonly size: number
  read(offset: number, length: number): Uint8Array
  /** The same, to be looked at before anything else is read: after that, other bytes may stand there. For what is read again and again. */
  borrow(offset: number, length: number): Uint8Array
  close(): void
}

/** Bytes that are in memory already. */
export function memorySource(bytes: Uint8Array): ByteSource {
  const read = (offset: number, length: number) => {
    if (offset < 0 || offset + length > bytes.length) throw new RangeError('read past the end')
    return bytes.subarray(offset, offset + length)
  }
  return { size: bytes.length, read, borrow: read, close() {} }
}

const ENCODER = new TextEncoder()

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** Takes bytes one piece after the other. */
export interface ByteSink {
  write(bytes: Uint8Array): void
}

/** A growing byte array. */
export class ByteWriter implements ByteSink {
  private buffer: Uint8Array
  private used = 0
  private drained = 0

  /** @param capacity Bytes to make room for at first. */
  constructor(capacity = 1024) {
    this.buffer = new Uint8Array(capacity)
  }

  /** Bytes written so far, those included that were handed on. */
  get length(): number {
    return this.drained + this.used
  }

  /** Appends an unsigned integer below 2^32 in groups of seven bits, lowest first (LEB128). */
  varint(value: number): void {
    this.reserve(5)
    let rest = value
    while (rest > 127) {
      this.buffer[this.used++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.buffer[this.used++] = rest
  }

  /** Appends an unsigned integer in so many bytes, lowest first. */
  uint(value: number, bytes: number): void {
    this.reserve(bytes)
    for (let i = 0, rest = value; i < bytes; i++, rest >>>= 8) this.buffer[this.used++] = rest & 255
  }

  /** Leaves room for so many bytes, all of them to be {@link put} before anything is handed on; returns where it begins. */
  skip(bytes: number): number {
    this.reserve(bytes)
    this.used += bytes
    return this.length - bytes
  }

  /** Writes an unsigned integer in so many bytes, lowest first, at a place that was left for it. */
  put(place: number, value: number, bytes: number): void {
    const start = place - this.drained
    for (let i = 0, rest = value; i < bytes; i++, rest >>>= 8) this.buffer[start + i] = rest & 255
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.buffer.set(bytes, this.used)
    this.used += bytes.length
  }

  write(bytes: Uint8Array): void {
    this.bytes(bytes)
  }

  /** Appends a stretch of bytes; for short ones, of which there are many. */
  stretch(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start)
    if (end - start > 64) {
      this.buffer.set(bytes.subarray(start, end), this.used)
      this.used += end - start
    } else for (let i = start; i < end; i++) this.buffer[this.used++] = bytes[i]!
  }

  /** Appends what another writer has that it has not handed on. */
  append({ buffer, used }: ByteWriter): void {
    this.stretch(buffer, 0, used)
  }

  /** Appends a string in UTF-8, its length in bytes before it. */
  text(text: string): void {
    if (isAscii(text)) {
      this.varint(text.length)
      this.utf8(text)
    } else this.counted(ENCODER.encode(text))
  }

  /** Appends a string in UTF-8; short ones mostly, which are done sooner than an encoder is called. */
  utf8(text: string): void {
    this.reserve(text.length)
    const start = this.used
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) {
        this.used = start
        this.bytes(ENCODER.encode(text))
        return
      }
      this.buffer[this.used++] = unit
    }
  }

  /** Appends a long string in UTF-8, of which it is known how many bytes it has. */
  encoded(text: string, length: number): void {
    this.reserve(length)
    ENCODER.encodeInto(text, this.buffer.subarray(this.used, this.used + length))
    this.used += length
  }

  /** Appends bytes, their number before them. */
  counted(bytes: Uint8Array): void {
    this.varint(bytes.length)
    this.stretch(bytes, 0, bytes.length)
  }

  /** A byte of those that were written since they were last handed on. */
  at(place: number): number {
    return this.buffer[place - this.drained]!
  }

  /** What was written since it was last handed on, without a copy. */
  result(): Uint8Array {
    return this.buffer.subarray(0, this.used)
  }

  /** Hands on what was written, where that is at least so many bytes, and makes room. */
  drain(sink: ByteSink, least = 0): void {
    if (this.used < least || this.used === 0) return
    sink.write(this.result())
    this.clear()
  }

  /** Forgets what was written, and begins again in the same place. */
  clear(): void {
    this.drained += this.used
    this.used = 0
  }

  private reserve(more: number): void {
    if (this.used + more <= this.buffer.length) return
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.used + more))
    grown.set(this.buffer.subarray(0, this.used))
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
