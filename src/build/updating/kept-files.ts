import { deserialize, serialize } from 'node:v8'
import * as z from 'zod'
import { ByteWriter } from '../../store/bytes.js'
import { Container, writeContainer } from '../../store/container.js'
import type { StagedFile } from '../../store/staging.js'
import type { AnalyzedFiles } from '../analyze-files.js'
import { KEPT_FILE_NAME } from '../file-names.js'
import type { SegmentFiles } from '../segment-files.js'

const ENTRIES = z.array(
  z.object({ path: z.string(), sha256: z.string(), start: z.number(), end: z.number() }),
)
type Entry = z.output<typeof ENTRIES>[number]

/** The files of a second segment as they were analyzed, each by itself, so that the next update need not do that again. */
export class KeptFiles {
  private readonly entries = new Map<string, Entry>()
  private bytes = new Uint8Array(0)

  /** @param segment That of the last update, if there was one. */
  constructor(segment: SegmentFiles | undefined) {
    if (!segment?.has(KEPT_FILE_NAME)) return
    const source = segment.open(KEPT_FILE_NAME)
    const container = new Container(source)
    const entries = new TextDecoder().decode(container.column('entries', Uint8Array))
    for (const entry of ENTRIES.parse(JSON.parse(entries))) this.entries.set(entry.path, entry)
    this.bytes = container.column('files', Uint8Array)
    source.close()
  }

  /** Undefined where the file was not there, or another one; or where it was kept by a Node.js that writes otherwise. */
  get(path: string, sha256: string | undefined): AnalyzedFiles | undefined {
    const entry = this.entries.get(path)
    if (!entry || entry.sha256 !== sha256) return undefined
    try {
      return deserialize(this.bytes.subarray(entry.start, entry.end)) as AnalyzedFiles
    } catch {
      return undefined
    }
  }
}

/** Writes what {@link KeptFiles} reads. */
export class KeptFilesWriter {
  private readonly entries: Entry[] = []
  private readonly files = new ByteWriter(1 << 16)

  /** @param analyzed One file, as it was analyzed without knowing of any other. */
  add(analyzed: AnalyzedFiles): void {
    const { record } = analyzed.files[0]!
    if (!record) return
    const start = this.files.length
    this.files.bytes(serialize(analyzed))
    this.entries.push({ path: record.path, sha256: record.sha256, start, end: this.files.length })
  }

  write(file: StagedFile): void {
    writeContainer(file, {
      entries: new TextEncoder().encode(JSON.stringify(this.entries)),
      files: this.files.result(),
    })
  }
}
