import type { FileRecord } from '../../corpus/file-record.js'
import type { CandidateFile, FoundFiles } from '../../corpus/files.js'
import type { Problem } from '../../corpus/problem.js'
import { findCopies } from '../../corpus/read-file.js'
import type { TextChanges } from '../build.js'
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
  /** Of each of these, by its path, the hash of its bytes. */
  hashes: ReadonlyMap<string, string>
  copies: Copy[]
  /** Files that the base does not have as they are now, in the order of their paths; those that are not read among them. */
  added: CandidateFile[]
  /** Number of files that cannot be read, or are too large to be. */
  unread: number
  /** Paths of files that are as they were. */
  unchanged: ReadonlySet<string>
}

/** How many texts are new, have another content, or are gone; and in how many of the first two there is nothing to be found. */
export function countChanges(
  before: readonly FileRecord[],
  { hashes }: Pick<Changes, 'hashes'>,
  problems: readonly Problem[],
): TextChanges {
  const same = new Set<string>()
  let changed = 0
  for (const { path, sha256 } of before) {
    const now = hashes.get(path)
    if (now === sha256) same.add(path)
    else if (now !== undefined) changed++
  }
  const empty = problems.filter(({ path, code }) => code === 'empty' && !same.has(path))
  return {
    added: hashes.size - changed - same.size,
    changed,
    removed: before.length - changed - same.size,
    ...(empty.length > 0 ? { withoutWords: empty.length } : {}),
  }
}

/** Compares files by their contents. */
export function compareSources(
  { files }: Pick<FoundFiles, 'files'>,
  { texts: known, copies: knownCopies, maxBytes }: SourceFiles,
  seen: SeenFiles,
): Changes {
  const texts: FileRecord[] = []
  for (const file of files) {
    const record = file.bytes <= maxBytes ? seen.recordOf(file, maxBytes) : undefined
    if (record) texts.push(record)
  }
  const hashes = hashesOf(texts)
  const copies = copiesAmong(files, texts, maxBytes)
  const before = hashesOf(known)
  for (const path of knownCopies) before.delete(path)
  const unchanged = new Set<string>()
  const added = files.filter(({ path }) => {
    if (copies.has(path)) return false
    const hash = hashes.get(path)
    if (hash === undefined || before.get(path) !== hash) return true
    unchanged.add(path)
    return false
  })
  return {
    texts,
    hashes,
    copies: Array.from(copies, ([path, { earlier }]) => ({ path, earlier })),
    added,
    unread: files.length - texts.length,
    unchanged,
  }
}

function hashesOf(records: readonly FileRecord[]): Map<string, string> {
  const hashes = new Map<string, string>()
  for (const { path, sha256 } of records) hashes.set(path, sha256)
  return hashes
}

/** Most texts have a content of their own, and need not be compared with others. */
function copiesAmong(
  files: readonly CandidateFile[],
  texts: readonly FileRecord[],
  maxBytes: number,
): ReturnType<typeof findCopies> {
  const [seen, twice] = [new Set<string>(), new Set<string>()]
  for (const { sha256 } of texts) (seen.has(sha256) ? twice : seen).add(sha256)
  if (twice.size === 0) return new Map()
  const records = new Map(
    texts.flatMap((record) => (twice.has(record.sha256) ? [[record.path, record] as const] : [])),
  )
  const same = files.filter(({ path }) => records.has(path))
  return findCopies(same, maxBytes, ({ path }) => records.get(path))
}
