import type { SourceDocument } from '../corpus/document.js'
import type { FileRecord } from '../corpus/file-record.js'
import type { CandidateFile } from '../corpus/files.js'
import type { Identifiable } from '../corpus/identity.js'
import type { Problem } from '../corpus/problem.js'
import type { LooseDocument } from '../corpus/read-document.js'
import { loadFile, readBytes } from '../corpus/read-file.js'
import { CodeUnitReader, type CodeUnits } from '../language/characters.js'
import { type Batch, BatchBuilder } from './batch.js'
import { type CutPassage, type CuttableDocument, cutDocument } from './cut-document.js'
import { Vocabularies } from './vocabularies.js'

/** What is known of a document besides its text, before its id is settled. */
export type LooseMetadata = Omit<
  SourceDocument,
  'id' | 'versionOf' | 'text' | 'blocks' | 'sourceMap'
>

/** A document as it was read from a file. */
export interface ReadDocument extends Identifiable {
  document: LooseMetadata
  /** Why it is not in the batch: its text is too odd to be cut. */
  uncut?: Problem
}

/** What became of a file. */
export interface ReadFile {
  /** Missing where its bytes could not be read. */
  record?: FileRecord
  problems: Problem[]
  document?: ReadDocument
}

/** Files that follow one another, and the batch that their documents make. */
export interface AnalyzedFiles {
  files: ReadFile[]
  batch: Batch
}

/** Files to be analyzed together. */
export interface FileGroup {
  files: readonly CandidateFile[]
  /** Larger files are left out. */
  maxBytes: number
  /** Words of earlier files that are remembered. */
  mostWords: number
}

/** Reads and analyzes files, group after group. */
export class FileAnalyzer {
  private readonly vocabularies: Vocabularies

  /** @param owner Another number for each that works on the same collection. */
  constructor(owner: number) {
    this.vocabularies = new Vocabularies(owner)
  }

  /** Analyzes files, in their order. */
  analyze({ files, maxBytes, mostWords }: FileGroup): AnalyzedFiles {
    this.vocabularies.bound(mostWords)
    const bytes = files.reduce((sum, file) => sum + (file.bytes <= maxBytes ? file.bytes : 0), 0)
    const builder = new BatchBuilder(this.vocabularies, bytes)
    const read = files.map((file) => analyzeFile(file, maxBytes, builder))
    return { files: read, batch: builder.finish() }
  }
}

function analyzeFile(file: CandidateFile, maxBytes: number, builder: BatchBuilder): ReadFile {
  const { bytes, record, problem } = loadFile(file, maxBytes)
  if (!bytes) return { problems: [problem] }
  const { loose, problems } = readBytes(file.path, bytes)
  if (!loose) return { record, problems }
  return { record, problems, document: addDocument(loose, builder) }
}

/** One list for all documents: none is kept. */
const reader = new CodeUnitReader()

function addDocument({ document, ...wishes }: LooseDocument, builder: BatchBuilder): ReadDocument {
  const { text, blocks: _, sourceMap: __, ...metadata } = document
  const read = { ...wishes, document: metadata }
  const units = reader.read(text)
  const { passages, uncut } = cutOrExplain(document, units)
  if (!passages) return { ...read, uncut }
  builder.addDocument(text, passages, units)
  return read
}

function cutOrExplain(
  document: CuttableDocument & { path: string },
  units: CodeUnits,
): { passages: CutPassage[]; uncut?: undefined } | { passages?: undefined; uncut: Problem } {
  try {
    return { passages: cutDocument(document, units) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The text cannot be cut into passages (${reason}); divide the file into parts.`
    return { uncut: { path: document.path, code: 'unreadable', message } }
  }
}
