import { readFile } from 'node:fs/promises'
import { decode } from './decode.js'
import type { SourceDocument } from './document.js'
import { DEFAULT_MAX_BYTES, type FileRecord, recordOf } from './file-record.js'
import { byPath, type CandidateFile, errorCode, findFiles } from './files.js'
import { settleIds } from './identity.js'
import { CorpusError, type Problem } from './problem.js'
import { type LooseDocument, readDocument } from './read-document.js'
import { READABLE_EXTENSIONS, readerFor } from './readers.js'
import { readWordLists, type WordLists } from './word-list.js'

export { corpusHash, type FileRecord, listFiles } from './file-record.js'
export type { WordList, WordLists } from './word-list.js'

export interface ReadOptions {
  /** Larger files are left out; 10 MB (10,000,000 bytes) unless told otherwise. */
  maxBytes?: number
  /** Called after each file, for a progress display; `done` counts from 1 to `total`. */
  onFile?: (path: string, done: number, total: number) => void
}

/** Everything that could be read in a corpus folder, and everything that could not. */
export interface Collection {
  /** In the order of their paths (code units). */
  documents: SourceDocument[]
  /** What `synonyms.yaml`, `glossary.yaml` and `alignment.yaml` say, where there are any. */
  wordLists: WordLists
  /** In the order of their paths. */
  problems: Problem[]
  /** Every file whose bytes were read, documents or not, in the order of their paths. */
  files: FileRecord[]
  /** How many files were of a kind that is not read. */
  ignored: number
}

/**
 * Reads all texts under a folder, or one single file. What cannot be read becomes a problem and the
 * rest is read; a `CorpusError` is thrown only where nothing at all can be read.
 */
export async function readCorpus(folder: string, options: ReadOptions = {}): Promise<Collection> {
  const found = await findFiles(folder)
  const reader = new FileReader(options.maxBytes ?? DEFAULT_MAX_BYTES)
  for (const [at, file] of found.files.entries()) {
    await reader.read(file)
    options.onFile?.(file.path, at + 1, found.files.length)
  }
  const { documents, problems } = settleIds(reader.documents)
  const lists = await readWordLists(found.wordLists)
  const all = [...found.problems, ...reader.problems, ...problems, ...lists.problems]
  all.sort(byPath)
  if (documents.length === 0) throw new CorpusError(explainNothing(folder, all), all)
  const files = [...reader.records, ...lists.records].sort(byPath)
  const { ignored } = found
  return { documents, wordLists: lists.wordLists, problems: all, files, ignored }
}

function explainNothing(folder: string, problems: Problem[]): string {
  const [first] = problems
  if (first) {
    return `Nothing in "${folder}" could be read. Problems: ${problems.length}; the first, in ${first.path}: ${first.message}`
  }
  const readable = READABLE_EXTENSIONS.join(' or ')
  return `There is no text to read in "${folder}": put ${readable} files into it or name another folder.`
}

/** Reads one file after the other and remembers what it has already met. */
class FileReader {
  readonly documents: LooseDocument[] = []
  readonly problems: Problem[] = []
  readonly records: FileRecord[] = []
  /** The path of the document with these bytes. */
  private readonly pathByHash = new Map<string, string>()

  constructor(private readonly maxBytes: number) {}

  async read(file: CandidateFile): Promise<void> {
    this.problems.push(...(await this.examine(file)))
  }

  private async examine(file: CandidateFile): Promise<Problem[]> {
    const { path, location } = file
    if (file.bytes > this.maxBytes) return [this.tooLong(file)]
    try {
      return this.readBytes(path, await readFile(location))
    } catch (error) {
      const message = `The file cannot be read (${errorCode(error)}).`
      return [{ path, code: 'unreadable', message }]
    }
  }

  private readBytes(path: string, bytes: Uint8Array): Problem[] {
    const record = recordOf(path, bytes)
    this.records.push(record)
    const earlier = this.pathByHash.get(record.sha256)
    if (earlier !== undefined) {
      return [{ path, code: 'duplicate', message: `The file has the same content as ${earlier}.` }]
    }
    const decoded = decode(bytes)
    if (!decoded)
      return [{ path, code: 'binary', message: 'The file holds no text, but binary data.' }]
    const { loose, problems } = readDocument(path, decoded.text, readerFor(path)!)
    if (loose) {
      this.documents.push(loose)
      this.pathByHash.set(record.sha256, path)
    }
    return problems
  }

  private tooLong({ path, bytes }: CandidateFile): Problem {
    const [size, limit] = [bytes, this.maxBytes].map((n) => n.toLocaleString('en'))
    const message = `The file has ${size} bytes, more than the limit of ${limit}; divide it into parts.`
    return { path, code: 'too-long', message }
  }
}
