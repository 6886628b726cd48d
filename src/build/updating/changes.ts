import type { FileRecord } from '../../corpus/file-record.js'
import type { CandidateFile, FoundFiles } from '../../corpus/files.js'
import { findCopies } from '../../corpus/read-file.js'
import type { SeenFiles } from './seen-files.js'
import type { SourceFiles } from './source-files.js'

/** A copy of an earlier file. */
export interface Copy {
  path: string
  earlier: string
}

/** What the texts of a corpus are now, compared with what an index was made from. */
export interface Changes {
  /** Every text whose bytes can be read, in the order of their paths. */
  texts: FileRecord[]
  copies: Copy[]
  /** Files that the base does not have as they are now, in the order of their paths; those that are not read among them. */
  added: CandidateFile[]
  /** Number of files that cannot be read, or are too large to be. */
  unread: number
  /** Paths of files that are as they were. */
  unchanged: ReadonlySet<string>
}

/** How many texts are new, have another content, or are gone. */
export function countChanges(before: readonly FileRecord[], now: readonly FileRecord[]) {
  const known = new Map(before.map(({ path, sha256 }) => [path, sha256]))
  const added = now.filter(({ path }) => !known.has(path)).length
  const same = now.filter(({ path, sha256 }) => known.get(path) === sha256).length
  const changed = now.length - added - same
  return { added, changed, removed: known.size - changed - same }
}

/** Compares files by their contents. */
export function compareSources(
  { files }: Pick<FoundFiles, 'files'>,
  { texts: known, copies: knownCopies, maxBytes }: SourceFiles,
  seen: SeenFiles,
): Changes {
  const records = new Map<string, FileRecord>()
  for (const file of files) {
    const record = file.bytes <= maxBytes ? seen.recordOf(file, maxBytes) : undefined
    if (record) records.set(file.path, record)
  }
  const copies = findCopies(files, maxBytes, ({ path }) => records.get(path))
  const leftOut = new Set(knownCopies)
  const before = new Map(
    known.flatMap(({ path, sha256 }) => (leftOut.has(path) ? [] : [[path, sha256] as const])),
  )
  const originals = files.filter(({ path }) => !copies.has(path))
  const isKnown = ({ path }: CandidateFile) =>
    records.has(path) && before.get(path) === records.get(path)!.sha256
  return {
    texts: [...records.values()],
    copies: Array.from(copies, ([path, { earlier }]) => ({ path, earlier })),
    added: originals.filter((file) => !isKnown(file)),
    unread: files.length - records.size,
    unchanged: new Set(originals.filter(isKnown).map(({ path }) => path)),
  }
}
