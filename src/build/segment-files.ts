import { join } from 'node:path'
import type { ByteSource } from '../store/bytes.js'
import { memorySource } from '../store/bytes.js'
import { Container } from '../store/container.js'
import { FileSource } from '../store/file-source.js'
import type { Manifest } from '../store/manifest.js'
import { damaged } from '../store/open-files.js'
import { CHECKSUM_FILE_NAME, CheckedSource } from '../store/page-checks.js'
import { sha256 } from '../store/publish.js'

/** The files that were written together, each opened when it is asked for, and checked as it is read. */
export class SegmentFiles {
  private readonly checksums: Container
  private readonly opened: FileSource[] = []

  /**
   * @param index The folder of the index.
   * @throws IndexError where the checksums are damaged.
   */
  constructor(
    private readonly index: string,
    private readonly written: Pick<Manifest, 'generation' | 'files'>,
  ) {
    const source = this.openUnchecked(CHECKSUM_FILE_NAME)
    const bytes = source.read(0, source.size)
    source.close()
    if (sha256(bytes) !== written.files[CHECKSUM_FILE_NAME]?.sha256)
      throw damaged(index, CHECKSUM_FILE_NAME)
    this.checksums = new Container(memorySource(bytes))
  }

  has(name: string): boolean {
    return name in this.written.files
  }

  open(name: string): ByteSource {
    const own = this.checksums.column(name, Uint32Array)
    return new CheckedSource(this.openUnchecked(name), own, () => damaged(this.index, name))
  }

  openAll<K extends string>(names: Record<K, string>): Record<K, ByteSource> {
    const entries = Object.entries<string>(names).map(([key, name]) => [key, this.open(name)])
    return Object.fromEntries(entries) as Record<K, ByteSource>
  }

  /** A whole small file, which is not kept open. */
  readText(name: string): string {
    const source = this.open(name)
    const text = new TextDecoder().decode(source.read(0, source.size))
    source.close()
    return text
  }

  /** Closes all that was opened; may be called again. */
  close(): void {
    for (const source of this.opened) source.close()
  }

  private openUnchecked(name: string): FileSource {
    const source = new FileSource(join(this.index, this.written.generation, name))
    this.opened.push(source)
    return source
  }
}

/** The segments of an index: the base, and what was added since it was built, if anything was changed. */
export class IndexSegments {
  readonly base: SegmentFiles
  readonly added: SegmentFiles | undefined

  constructor(folder: string, manifest: Manifest) {
    this.base = new SegmentFiles(folder, manifest.base ?? manifest)
    try {
      this.added = manifest.base && new SegmentFiles(folder, manifest)
    } catch (error) {
      this.base.close()
      throw error
    }
  }

  /** The segment that was written last: with it lies what concerns all. */
  get last(): SegmentFiles {
    return this.added ?? this.base
  }

  close(): void {
    this.base.close()
    this.added?.close()
  }
}
