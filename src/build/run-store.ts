import { type ByteSource, memorySource } from '../store/bytes.js'
import { FileSource } from '../store/file-source.js'
import type { StagedFile } from '../store/staging.js'

/** A run that is kept: in memory, or as a part of a file. It can be handed from one thread to another. */
export type KeptRun = { bytes: Uint8Array } | { path: string; start: number; size: number }

/** Keeps runs until they are joined: the first ones in memory, more than that in a file. */
export class RunStore {
  private kept = 0
  private file: StagedFile | undefined

  /**
   * @param open Makes the file, when it is needed; without it, all runs stay in memory.
   * @param inMemory Bytes that are kept without one.
   */
  constructor(
    private readonly open?: () => StagedFile,
    private readonly inMemory = 0,
  ) {}

  keep(run: Uint8Array): KeptRun {
    if (!this.open || this.kept + run.length <= this.inMemory) {
      this.kept += run.length
      return { bytes: run }
    }
    this.file ??= this.open()
    const { path, size: start } = this.file
    this.file.write(run)
    return { path, start, size: run.length }
  }

  /** Makes sure that what is kept can be read. */
  flush(): void {
    this.file?.flush()
  }
}

/** Opens runs that are kept. */
export function openRuns(runs: readonly KeptRun[]): { sources: ByteSource[]; close(): void } {
  const files = new Map<string, FileSource>()
  const sources = runs.map((run) => {
    if ('bytes' in run) return memorySource(run.bytes)
    const { path, start, size } = run
    const file = files.get(path) ?? new FileSource(path)
    files.set(path, file)
    const read = (offset: number, length: number) => file.read(start + offset, length)
    return { size, read, borrow: read, close() {} }
  })
  return {
    sources,
    close() {
      for (const file of files.values()) file.close()
    },
  }
}
