import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { byPath, findFiles } from './files.js'

/** A file as it was when it was read. */
export interface FileRecord {
  /** Relative to the corpus folder, with forward slashes. */
  path: string
  bytes: number
  /** Of the file's bytes, in hexadecimal. */
  sha256: string
}

/** Files larger than this are no texts to read in (10 MB). */
export const DEFAULT_MAX_BYTES = 10_000_000

/** Nobody writes a longer list of words by hand (1 MB). */
export const MAX_WORD_LIST_BYTES = 1_000_000

/**
 * The records that `readCorpus` would make, without decoding or reading the texts. Files that cannot
 * be opened have none. Rejects with a `CorpusError` where there is no such folder.
 */
export async function listFiles(
  folder: string,
  options: { maxBytes?: number } = {},
): Promise<FileRecord[]> {
  const { maxBytes = DEFAULT_MAX_BYTES } = options
  const { files, wordLists } = await findFiles(folder)
  const read = files.filter(({ bytes }) => bytes <= maxBytes)
  read.push(...Object.values(wordLists).filter(({ bytes }) => bytes <= MAX_WORD_LIST_BYTES))
  const records: FileRecord[] = []
  for (const { path, location } of read.sort(byPath)) {
    const record = await hashFile(path, location).catch(() => undefined)
    if (record) records.push(record)
  }
  return records
}

async function hashFile(path: string, location: string): Promise<FileRecord> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(location) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

export function recordOf(path: string, bytes: Uint8Array): FileRecord {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, bytes: bytes.length, sha256 }
}

const HASHED_AT_ONCE = 1000

/** One hash for all files: it changes when a file is added, removed, renamed or edited. */
export function corpusHash(files: readonly FileRecord[]): string {
  const hash = createHash('sha256')
  const sorted = [...files].sort(byPath)
  // Many at once: to hand over a text takes longer than to hash it.
  for (let start = 0; start < sorted.length; start += HASHED_AT_ONCE) {
    let text = ''
    // No path contains a zero byte, so that no two lists of files are written alike.
    for (const { path, sha256 } of sorted.slice(start, start + HASHED_AT_ONCE))
      text += `${path}\0${sha256}\0`
    hash.update(text)
  }
  return hash.digest('hex')
}
