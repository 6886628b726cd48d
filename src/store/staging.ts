import { createHash, type Hash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { ByteSink, ByteSource } from './bytes.js'
import { writeContainer } from './container.js'
import { unwritable } from './index-error.js'
import { CHECKSUM_FILE_NAME, PageChecksums } from './page-checks.js'

/** Bytes that are collected before they are written. */
const BUFFER_BYTES = 1 << 20

/** Tells this machine from others that may write to the same folder. */
export const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** A name for what is on its way; it tells who has left it, should a build die. */
export function temporaryName(folder: string): string {
  return join(folder, `${ownPrefix()}${randomBytes(4).toString('hex')}`)
}

/** How the names begin of what this process has on its way. */
export function ownPrefix(): string {
  return `.building-${process.pid}-${HOST}-`
}

/** What the manifest says of a file. */
export interface FileEntry {
  bytes: number
  sha256: string
}

/** A file that is complete. */
export interface WrittenFile {
  entry: FileEntry
  /** Of its pages. */
  checksums: Uint32Array
}

/** A folder inside the index folder in which files are prepared, out of sight of readers. */
export class StagingFolder {
  private readonly files = new Map<string, StagedFile | WrittenFile | undefined>()

  private constructor(
    /** The folder of the index. */
    readonly index: string,
    readonly path: string,
  ) {}

  /** @throws IndexError where nothing can be written. */
  static async make(index: string): Promise<StagingFolder> {
    const path = temporaryName(index)
    await mkdir(path).catch((error: unknown) => {
      throw unwritable(index, error)
    })
    return new StagingFolder(index, path)
  }

  /** Begins a file. */
  file(name: string): StagedFile {
    const file = new StagedFile(this.index, join(this.path, name))
    this.files.set(name, file)
    return file
  }

  /** A file that was begun. */
  staged(name: string): StagedFile {
    const file = this.files.get(name)
    if (!(file instanceof StagedFile)) throw new Error(`${name} was not begun`)
    return file
  }

  /** Leaves a place among the files for one that another thread writes; returns its path. */
  leave(name: string): string {
    this.files.set(name, undefined)
    return join(this.path, name)
  }

  /** Takes up a file for which a place was left. */
  take(name: string, file: WrittenFile): void {
    this.files.set(name, file)
  }

  /** Writes a small file. */
  write(name: string, content: string | Uint8Array): void {
    this.file(name).write(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }

  /** Ends all files, writes the checksums of their pages into one more, and gives what the manifest says of them. */
  finish(): Map<string, FileEntry> {
    const files = [...this.files].map(([name, file]) => [name, this.completed(name, file)] as const)
    const checksums = files.map(([name, file]) => [name, file.checksums] as const)
    const last = this.file(CHECKSUM_FILE_NAME)
    writeContainer(last, Object.fromEntries(checksums))
    return new Map([
      ...files.map(([name, { entry }]) => [name, entry] as const),
      [CHECKSUM_FILE_NAME, last.complete().entry],
    ])
  }

  /** Removes all that is left; may be called at any time. */
  async discard(): Promise<void> {
    for (const file of this.files.values()) if (file instanceof StagedFile) file.close()
    await rm(this.path, { recursive: true, force: true })
  }

  private completed(name: string, file: StagedFile | WrittenFile | undefined): WrittenFile {
    if (!file) throw new Error(`${name} was not written`)
    return file instanceof StagedFile ? file.complete() : file
  }
}

/** A file that is written piece by piece, and its checksum on the way. */
export class StagedFile implements ByteSink {
  private readonly hash: Hash = createHash('sha256')
  private readonly pages = new PageChecksums()
  private readonly buffer = new Uint8Array(BUFFER_BYTES)
  private buffered = 0
  private written = 0
  private descriptor: number | undefined
  private completed: WrittenFile | undefined

  constructor(
    private readonly index: string,
    readonly path: string,
  ) {
    this.descriptor = this.attempt(() => openSync(path, 'wx+'))
  }

  /** Bytes so far. */
  get size(): number {
    return this.written + this.buffered
  }

  write(bytes: Uint8Array): void {
    if (this.buffered + bytes.length > BUFFER_BYTES) this.flush()
    if (bytes.length >= BUFFER_BYTES) this.writeOut(bytes)
    else {
      this.buffer.set(bytes, this.buffered)
      this.buffered += bytes.length
    }
  }

  /** Reads what was written. */
  read(offset: number, length: number): Uint8Array {
    this.flush()
    const bytes = new Uint8Array(length)
    for (let done = 0; done < length; ) {
      const read = this.attempt(() =>
        readSync(this.open, bytes, done, length - done, offset + done),
      )
      if (read === 0) throw new RangeError('read past the end')
      done += read
    }
    return bytes
  }

  /** Makes sure that the file is on the disk, and closes it. */
  complete(): WrittenFile {
    if (this.completed) return this.completed
    this.flush()
    this.attempt(() => fsyncSync(this.open))
    this.close()
    const entry = { bytes: this.written, sha256: this.hash.digest('hex') }
    this.completed = { entry, checksums: this.pages.values() }
    return this.completed
  }

  /** May be called again. */
  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor)
    this.descriptor = undefined
  }

  private get open(): number {
    if (this.descriptor === undefined) throw new Error(`${this.path} is closed`)
    return this.descriptor
  }

  /** Hands all so far to the system, for those who read the file by its path. */
  flush(): void {
    const { buffered } = this
    this.buffered = 0
    if (buffered > 0) this.writeOut(this.buffer.subarray(0, buffered))
  }

  private writeOut(bytes: Uint8Array): void {
    this.hash.update(bytes)
    this.pages.add(bytes)
    for (let done = 0; done < bytes.length; )
      done += this.attempt(() =>
        writeSync(this.open, bytes, done, bytes.length - done, this.written + done),
      )
    this.written += bytes.length
  }

  private attempt<T>(action: () => T): T {
    try {
      return action()
    } catch (error) {
      throw unwritable(this.index, error)
    }
  }
}

/** A file as far as it was written, to be read. */
export function stagedSource(file: StagedFile): ByteSource {
  const read = (offset: number, length: number) => file.read(offset, length)
  return { size: file.size, read, borrow: read, close() {} }
}
