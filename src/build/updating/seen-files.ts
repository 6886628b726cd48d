import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { FileRecord } from '../../corpus/file-record.js'
import type { CandidateFile } from '../../corpus/files.js'
import { loadFile } from '../../corpus/read-file.js'
import { temporaryName } from '../../store/staging.js'

/** Beside the manifest; not part of the index, which is the same wherever its files come from. */
export const SEEN_FILE_NAME = 'seen.json'

/** Of each file its path, its state as the file system told it, and what it held: lists, which are sooner read than objects. */
const seenSchema = z.object({
  paths: z.array(z.string()),
  states: z.array(z.string()),
  hashes: z.array(z.string()),
  bytes: z.array(z.number()),
})

type Seen = z.infer<typeof seenSchema>

const NOTHING: Seen = { paths: [], states: [], hashes: [], bytes: [] }

/** The contents of files that were read before, by what the file system says of them: who has not changed need not be read. */
export class SeenFiles {
  private readonly places: ReadonlyMap<string, number>
  private readonly next = new Map<CandidateFile, FileRecord>()
  /** How many of these were known. */
  private same = 0

  private constructor(
    private readonly folder: string,
    private readonly known: Seen,
  ) {
    this.places = new Map(known.paths.map((path, place) => [path, place]))
  }

  /** What the last build that wrote to an index folder has seen; nothing where that cannot be told. */
  static async of(folder: string): Promise<SeenFiles> {
    const text = await readFile(join(folder, SEEN_FILE_NAME), 'utf8').catch(() => '{}')
    try {
      return new SeenFiles(folder, seenSchema.parse(JSON.parse(text)))
    } catch {
      return new SeenFiles(folder, NOTHING)
    }
  }

  /** A file's record, read only where it is not known; undefined where it cannot be read. To be asked once for each. */
  recordOf(file: CandidateFile, maxBytes: number): FileRecord | undefined {
    const { path, state } = file
    const place = this.places.get(path)
    if (place !== undefined && this.known.states[place] === state) {
      const record = { path, bytes: this.known.bytes[place]!, sha256: this.known.hashes[place]! }
      this.next.set(file, record)
      this.same++
      return record
    }
    const { record } = loadFile(file, maxBytes)
    if (record) this.next.set(file, record)
    return record
  }

  /** @param records Of what was read after the file system was asked for the files; by path. */
  rememberAll(files: readonly CandidateFile[], records: readonly FileRecord[]): void {
    const byPath = new Map(records.map((record) => [record.path, record]))
    this.same = 0
    for (const file of files) {
      const record = byPath.get(file.path)
      if (record) this.next.set(file, record)
    }
  }

  /** Keeps what was seen for the next build; to be called once its index is in place. */
  async save(): Promise<void> {
    const { known, next } = this
    if (this.same === next.size && this.same === known.paths.length) return
    const seen: Seen = {
      paths: Array.from(next.keys(), ({ path }) => path),
      states: Array.from(next.keys(), ({ state }) => state),
      hashes: Array.from(next.values(), ({ sha256 }) => sha256),
      bytes: Array.from(next.values(), ({ bytes }) => bytes),
    }
    const draft = temporaryName(this.folder)
    await writeFile(draft, `${JSON.stringify(seen)}\n`)
    await rename(draft, join(this.folder, SEEN_FILE_NAME))
  }
}
