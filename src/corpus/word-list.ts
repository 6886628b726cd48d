import { readFile } from 'node:fs/promises'
import { decode } from './decode.js'
import { type FileRecord, MAX_WORD_LIST_BYTES, recordOf } from './file-record.js'
import {
  type CandidateFile,
  type FoundWordLists,
  reasonOf,
  WORD_LIST_KINDS,
  type WordListKind,
} from './files.js'
import type { Problem } from './problem.js'

/** A file that lies beside the texts of a corpus and says something about words, as it was written. */
export interface WordList {
  /** Relative to the corpus folder. */
  path: string
  text: string
}

/** The word lists of a corpus; those that are not there are missing. */
export type WordLists = Partial<Record<WordListKind, WordList>>

interface ReadWordList {
  file?: WordList
  /** The file's record, where its bytes were read. */
  records: FileRecord[]
  problems: Problem[]
}

interface ReadWordLists {
  wordLists: WordLists
  records: FileRecord[]
  problems: Problem[]
}

/** Reads the text of each list; what it says is not looked at. */
export async function readWordLists(found: FoundWordLists): Promise<ReadWordLists> {
  const read: ReadWordLists = { wordLists: {}, records: [], problems: [] }
  for (const kind of WORD_LIST_KINDS) {
    const candidate = found[kind]
    if (!candidate) continue
    const { file, records, problems } = await readWordList(candidate)
    if (file) read.wordLists[kind] = file
    read.records.push(...records)
    read.problems.push(...problems)
  }
  return read
}

async function readWordList({ path, location, bytes }: CandidateFile): Promise<ReadWordList> {
  if (bytes > MAX_WORD_LIST_BYTES) return leftOut(path, 'too-long', explainTooLong(bytes))
  try {
    return decodeFile(path, await readFile(location))
  } catch (error) {
    return leftOut(path, 'unreadable', `The file cannot be read (${reasonOf(error)}).`)
  }
}

function decodeFile(path: string, bytes: Uint8Array): ReadWordList {
  const records = [recordOf(path, bytes)]
  const decoded = decode(bytes)
  if (decoded) return { file: { path, text: decoded.text }, records, problems: [] }
  return leftOut(path, 'binary', 'The file holds no text, but binary data.', records)
}

function leftOut(path: string, code: string, message: string, records: FileRecord[] = []) {
  return { records, problems: [{ path, code, message }] }
}

function explainTooLong(bytes: number): string {
  const [size, limit] = [bytes, MAX_WORD_LIST_BYTES].map((n) => n.toLocaleString('en'))
  return `The file has ${size} bytes, more than the limit of ${limit} for such lists, and is left out; shorten it.`
}
