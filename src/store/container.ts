import { type ByteSink, type ByteSource, ByteWriter } from './bytes.js'
import { PackedColumn } from './packed-column.js'
import { type Column, PagedColumn } from './paged-column.js'
import { StringTable } from './strings.js'

const ALIGNMENT = 8
const MAGIC = 'FSTC'
const PREAMBLE = 8

type ColumnType<T extends Column> = {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T
  readonly BYTES_PER_ELEMENT: number
}

/**
 * Writes named columns as one file: magic, header length (u32 LE), a JSON header that says where
 * each column lies, then the columns, little endian, each aligned to eight bytes. A column may be given in pieces.
 */
export function writeContainer(
  sink: ByteSink,
  columns: Record<string, Column | readonly Column[]>,
): void {
  const entries: Record<string, [number, number]> = {}
  let offset = 0
  for (const [name, column] of Object.entries(columns)) {
    const length = piecesOf(column).reduce((sum, piece) => sum + piece.byteLength, 0)
    entries[name] = [offset, length]
    offset += align(length)
  }
  const json = new TextEncoder().encode(JSON.stringify(entries))
  const head = new Uint8Array(align(PREAMBLE + json.length))
  head.set(new TextEncoder().encode(MAGIC))
  new DataView(head.buffer).setUint32(4, json.length, true)
  head.set(json, PREAMBLE)
  sink.write(head)
  for (const [name, column] of Object.entries(columns)) {
    for (const { buffer, byteOffset, byteLength } of piecesOf(column))
      sink.write(new Uint8Array(buffer, byteOffset, byteLength))
    const length = entries[name]![1]
    sink.write(new Uint8Array(align(length) - length))
  }
}

function piecesOf(column: Column | readonly Column[]): readonly Column[] {
  return ArrayBuffer.isView(column) ? [column] : column
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
  private readonly pagedColumns: PagedColumn<Column>[] = []

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

  /** Number of entries of a column. */
  lengthOf(name: string, { BYTES_PER_ELEMENT }: ColumnType<Column>): number {
    return this.entry(name)[1] / BYTES_PER_ELEMENT
  }

  /** A column of strings, with their offsets in `${name}Offsets`, read when they are asked for. */
  strings(name: string): StringTable {
    return new StringTable(this.paged(name, Uint8Array), this.packed(`${name}Offsets`))
  }

  /** A column as an array of the given type, read at once. */
  column<T extends Column>(name: string, type: ColumnType<T>): T {
    return this.read(name, type, 0, this.lengthOf(name, type))
  }

  /** Entries of a column from one place to another, exclusive; read each time. */
  stretch<T extends Column>(name: string, type: ColumnType<T>, start: number, end: number): T {
    return this.read(name, type, start, end)
  }

  /** Bytes of a column from one place to another, exclusive, to be looked at before anything else is read. */
  borrow(name: string, start: number, end: number): Uint8Array {
    return this.source.borrow(this.base + this.entry(name)[0] + start, end - start)
  }

  /** A column of which is read what is asked for. */
  paged<T extends Column>(name: string, type: ColumnType<T>): PagedColumn<T> {
    const column = this.pages(name, type)
    this.pagedColumns.push(column)
    return column
  }

  /** A column of packed numbers, of which is read what is asked for. */
  packed(name: string): PackedColumn {
    return new PackedColumn(this.paged(name, Uint32Array))
  }

  /** All numbers of a column of packed ones, read at once. */
  numbers(name: string): Uint32Array {
    return new PackedColumn(this.pages(name, Uint32Array)).values()
  }

  /** Reads what has not been read of the paged columns, a little from one step to the next. */
  *readAhead(): Generator<void> {
    for (const column of this.pagedColumns) yield* column.readAhead()
  }

  private pages<T extends Column>(name: string, type: ColumnType<T>): PagedColumn<T> {
    return new PagedColumn(this.lengthOf(name, type), (start, end) =>
      this.read(name, type, start, end),
    )
  }

  private read<T extends Column>(name: string, type: ColumnType<T>, start: number, end: number): T {
    const size = type.BYTES_PER_ELEMENT
    const at = this.base + this.entry(name)[0] + start * size
    const bytes = this.source.read(at, (end - start) * size)
    const { buffer, byteOffset } = bytes.byteOffset % size === 0 ? bytes : bytes.slice()
    return new type(buffer, byteOffset, end - start)
  }

  private entry(name: string): [number, number] {
    const entry = this.entries.get(name)
    if (!entry) throw new RangeError(`no column ${name}`)
    return entry
  }
}
