import { readFile } from 'node:fs/promises'
import { decode } from './decode.js'
import { type FileRecord, MAX_SYNONYM_BYTES, recordOf } from './file-record.js'
import { type CandidateFile, errorCode } from './files.js'
import type { Problem } from './problem.js'

/** The file with the synonyms of a corpus, as it was written. */
export interface SynonymFile {
  /** Relative to the corpus folder. */
  path: string
  text: string
}

interface ReadSynonymFile {
  file?: SynonymFile
  /** The file's record, where its bytes were read. */
  records: FileRecord[]
  problems: Problem[]
}

/** Reads the file's text; what it says is not looked at. */
export async function readSynonymFile(found: CandidateFile | undefined): Promise<ReadSynonymFile> {
  if (!found) return { records: [], problems: [] }
  const { path, location, bytes } = found
  if (bytes > MAX_SYNONYM_BYTES) return leftOut(path, 'too-long', explainTooLong(bytes))
  try {
    return decodeFile(path, await readFile(location))
  } catch (error) {
    return leftOut(path, 'unreadable', `The file cannot be read (${errorCode(error)}).`)
  }
}

function decodeFile(path: string, bytes: Uint8Array): ReadSynonymFile {
  const records = [recordOf(path, bytes)]
  const decoded = decode(bytes)
  if (decoded) return { file: { path, text: decoded.text }, records, problems: [] }
  return leftOut(path, 'binary', 'The file holds no text, but binary data.', records)
}

function leftOut(path: string, code: string, message: string, records: FileRecord[] = []) {
  return { records, problems: [{ path, code, message }] }
}

function explainTooLong(bytes: number): string {
  const [size, limit] = [bytes, MAX_SYNONYM_BYTES].map((n) => n.toLocaleString('en'))
  return `The file has ${size} bytes, more than the limit of ${limit} for synonyms, and is left out; shorten it.`
}
