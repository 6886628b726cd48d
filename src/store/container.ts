import { type ByteSink, type ByteSource, ByteWriter } from './bytes.js'
import { StringTable } from './strings.js'

const ALIGNMENT = 8
const MAGIC = 'FSTC'
const PREAMBLE = 8

type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array
type ColumnType<T extends Column> = {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T
  readonly BYTES_PER_ELEMENT: number
}

/**
 * Writes named columns as one file: magic, header length (u32 LE), a JSON header that says where
 * each column lies, then the columns, little endian, each aligned to eight bytes.
 */
export function writeContainer(sink: ByteSink, columns: Record<string, Column>): void {
  const entries: Record<string, [number, number]> = {}
  let offset = 0
  for (const [name, column] of Object.entries(columns)) {
    entries[name] = [offset, column.byteLength]
    offset += align(column.byteLength)
  }
  const json = new TextEncoder().encode(JSON.stringify(entries))
  const head = new Uint8Array(align(PREAMBLE + json.length))
  head.set(new TextEncoder().encode(MAGIC))
  new DataView(head.buffer).setUint32(4, json.length, true)
  head.set(json, PREAMBLE)
  sink.write(head)
  for (const column of Object.values(columns)) {
    sink.write(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
    sink.write(new Uint8Array(align(column.byteLength) - column.byteLength))
  }
}

/** Packs named columns into the bytes of one file. */
export function packContainer(columns: Record<string, Column>): Uint8Array {
  const packed = new ByteWriter()
  writeContainer(packed, columns)
  return packed.result()
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}

/** Reads columns of a packed file, each when it is asked for. */
export class Container {
  private readonly entries: Map<string, [number, number]>
  private readonly base: number

  constructor(private readonly source: ByteSource) {
    const preamble = source.read(0, PREAMBLE)
    if (new TextDecoder().decode(preamble.subarray(0, 4)) !== MAGIC)
      throw new RangeError('not a container file')
    const view = new DataView(preamble.buffer, preamble.byteOffset)
    const length = view.getUint32(4, true)
    const header = JSON.parse(new TextDecoder().decode(source.read(PREAMBLE, length)))
    this.entries = new Map(Object.entries(header as Record<string, [number, number]>))
    this.base = align(PREAMBLE + length)
  }

  /** A column of strings, with their offsets in `${name}Offsets`. */
  strings(name: string): StringTable {
    return new StringTable({
      bytes: this.column(name, Uint8Array),
      offsets: this.column(`${name}Offsets`, Uint32Array),
    })
  }

  /** A column, as an array of the given type. */
  column<T extends Column>(name: string, type: ColumnType<T>): T {
    const entry = this.entries.get(name)
    if (!entry) throw new RangeError(`no column ${name}`)
    const bytes = this.source.read(this.base + entry[0], entry[1])
    const { buffer, byteOffset } =
      bytes.byteOffset % type.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice()
    return new type(buffer, byteOffset, bytes.byteLength / type.BYTES_PER_ELEMENT)
  }
}
