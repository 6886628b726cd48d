import type { SourceDocument } from './document.js'
import { DEFAULT_MAX_BYTES, type FileRecord } from './file-record.js'
import { byPath, type CandidateFile, findFiles } from './files.js'
import { settleIds } from './identity.js'
import { describeIgnored, type IgnoredKind } from './ignored-kinds.js'
import { CorpusError, type Problem } from './problem.js'
import type { LooseDocument } from './read-document.js'
import { duplicateOf, loadFile, readBytes } from './read-file.js'
import { READABLE_EXTENSIONS } from './readers.js'
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
  /** Files of kinds that are not read. */
  ignored: IgnoredKind[]
}

/**
 * Reads all texts under a folder, or one single file. What cannot be read becomes a problem and the
 * rest is read; a `CorpusError` is thrown only where nothing at all can be read.
 */
export async function readCorpus(folder: string, options: ReadOptions = {}): Promise<Collection> {
  const found = await findFiles(folder)
  const reader = new FileReader(options.maxBytes ?? DEFAULT_MAX_BYTES)
  for (const [at, file] of found.files.entries()) {
    reader.read(file)
    options.onFile?.(file.path, at + 1, found.files.length)
  }
  const { identities, problems } = settleIds(reader.documents)
  const documents = reader.documents.map(({ document }, at): SourceDocument => {
    const { id, ...version } = identities[at]!
    return { id, ...document, ...version }
  })
  const lists = await readWordLists(found.wordLists)
  const all = [...found.problems, ...reader.problems, ...problems, ...lists.problems]
  all.sort(byPath)
  if (documents.length === 0) throw new CorpusError(explainNothing(folder, all, found.ignored), all)
  const files = [...reader.records, ...lists.records].sort(byPath)
  const { ignored } = found
  return { documents, wordLists: lists.wordLists, problems: all, files, ignored }
}

/** Why there is nothing to work with. */
export function explainNothing(
  folder: string,
  problems: readonly Problem[],
  ignored: readonly IgnoredKind[],
): string {
  const [first] = problems
  if (first) {
    return `Nothing in "${folder}" could be read. Problems: ${problems.length}; the first, in ${first.path}: ${first.message}`
  }
  const readable = READABLE_EXTENSIONS.join(' or ')
  const seen = ignored.length === 0 ? '' : ` ${describeIgnored(ignored)}.`
  return `There is no text to read in "${folder}": put ${readable} files into it or name another folder.${seen}`
}

/** Reads one file after the other and remembers what it has already met. */
class FileReader {
  readonly documents: LooseDocument[] = []
  readonly problems: Problem[] = []
  readonly records: FileRecord[] = []
  /** The path of the document with these bytes. */
  private readonly pathByHash = new Map<string, string>()

  constructor(private readonly maxBytes: number) {}

  read(file: CandidateFile): void {
    const { bytes, record, problem } = loadFile(file, this.maxBytes)
    if (problem) this.problems.push(problem)
    if (!bytes) return
    this.records.push(record)
    const earlier = this.pathByHash.get(record.sha256)
    if (earlier !== undefined) {
      this.problems.push(duplicateOf(file.path, earlier))
      return
    }
    const { loose, problems } = readBytes(file.path, bytes)
    this.problems.push(...problems)
    if (!loose) return
    this.documents.push(loose)
    this.pathByHash.set(record.sha256, file.path)
  }
}
