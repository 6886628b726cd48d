import { type ByteSource, memorySource } from '../store/bytes.js'
import type { StagedFile } from '../store/staging.js'

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

  keep(run: Uint8Array): ByteSource {
    if (!this.open || this.kept + run.length <= this.inMemory) {
      this.kept += run.length
      return memorySource(run)
    }
    this.file ??= this.open()
    const { file } = this
    const start = file.size
    file.write(run)
    const read = (offset: number, length: number) => file.read(start + offset, length)
    return { size: run.length, read, borrow: read, close() {} }
  }
}
