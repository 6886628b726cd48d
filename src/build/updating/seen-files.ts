import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FileRecord } from '../../corpus/file-record.js'
import type { CandidateFile } from '../../corpus/files.js'
import { loadFile } from '../../corpus/read-file.js'
import { temporaryName } from '../../store/staging.js'

/** Beside the manifest; not part of the index, which is the same wherever its files come from. */
export const SEEN_FILE_NAME = 'seen.json'

const seenSchema = z.record(z.string(), z.tuple([z.string(), z.string(), z.number()]))

/** The contents of files that were read before, by what the file system says of them: who has not changed need not be read. */
export class SeenFiles {
  private readonly next = new Map<string, readonly [string, string, number]>()

  private constructor(
    private readonly folder: string,
    private readonly known: ReadonlyMap<string, readonly [string, string, number]>,
  ) {}

  /** What the last build that wrote to an index folder has seen; nothing where that cannot be told. */
  static async of(folder: string): Promise<SeenFiles> {
    const text = await readFile(join(folder, SEEN_FILE_NAME), 'utf8').catch(() => '{}')
    try {
      return new SeenFiles(folder, new Map(Object.entries(seenSchema.parse(JSON.parse(text)))))
    } catch {
      return new SeenFiles(folder, new Map())
    }
  }

  /** A file's record, read only where it is not known; undefined where it cannot be read. */
  recordOf(file: CandidateFile, maxBytes: number): FileRecord | undefined {
    const known = this.known.get(file.path)
    if (known?.[0] === file.state) {
      this.next.set(file.path, known)
      return { path: file.path, bytes: known[2], sha256: known[1] }
    }
    const { record } = loadFile(file, maxBytes)
    if (record) this.remember(file, record)
    return record
  }

  /** @param records Of what was read after the file system was asked for the files; by path. */
  rememberAll(files: readonly CandidateFile[], records: readonly FileRecord[]): void {
    const byPath = new Map(records.map((record) => [record.path, record]))
    for (const file of files) {
      const record = byPath.get(file.path)
      if (record) this.remember(file, record)
    }
  }

  /** Keeps what was seen for the next build; to be called once its index is in place. */
  async save(): Promise<void> {
    const draft = temporaryName(this.folder)
    await writeFile(draft, `${JSON.stringify(Object.fromEntries(this.next))}\n`)
    await rename(draft, join(this.folder, SEEN_FILE_NAME))
  }

  private remember(file: CandidateFile, { sha256, bytes }: FileRecord): void {
    this.next.set(file.path, [file.state, sha256, bytes])
  }
}
