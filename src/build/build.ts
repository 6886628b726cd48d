import type { CollectionLink } from '../alignment/collection.js'
import { LINK_THRESHOLD } from '../alignment/threshold.js'
import { DEFAULT_MAX_BYTES } from '../corpus/file-record.js'
import { CorpusError, type Problem } from '../corpus/problem.js'
import { corpusHash, type FileRecord, listFiles } from '../corpus/read.js'
import { READING_VERSION } from '../corpus/version.js'
import { describeDuplicates } from '../duplicates/duplicate-finder.js'
import { BM25_DEFAULTS, type Bm25Settings, RESOLUTION } from '../engines/flexsearch/bm25.js'
import { formatGlossary } from '../glossary/stored.js'
import { formatLearned } from '../learning/stored.js'
import { FORMAT_VERSION, type Manifest } from '../store/manifest.js'
import { checkFiles } from '../store/open-files.js'
import { packLinks } from '../store/passage-links.js'
import { prepareFolder, publishIndex } from '../store/publish.js'
import { writeRelations } from '../store/relation-file.js'
import { StagingFolder } from '../store/staging.js'
import { formatRules } from '../synonyms/stored.js'
import { Synonyms } from '../synonyms/synonyms.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { ALIGNMENT_VERSION } from './alignment.js'
import { LARGEST_BATCH } from './batches.js'
import { builtCollection, writeSegment } from './built-collection.js'
import { collect } from './collect.js'
import { CollectionBuilder } from './collection-builder.js'
import {
  analysisFingerprint,
  fieldFileNames,
  GLOSSARY_FILE_NAME,
  LEARNED_FILE_NAME,
  LINK_FILE_NAME,
  RELATION_FILE_NAME,
  SEGMENT_FILE_NAMES,
  STORE_FILE_NAMES,
  SYNONYM_FILE_NAME,
} from './index-files.js'
import { lexiconIdentity } from './lexicon-identity.js'
import { type BuildProgress, ProgressMeter } from './progress.js'
import { relate } from './relations.js'
import { RunStore } from './run-store.js'
import { shippedLexicon } from './shipped-lexicon.js'
import { type Rules, readRules } from './word-lists.js'

export type { BuildProgress } from './progress.js'

export interface BuildOptions {
  /** Folder to write the index to; made if it is not there. */
  index: string
  /** Larger files are left out with a problem; bytes, 10 MB by default. */
  maxBytes?: number
  /** Fail on any problem instead of indexing the rest. */
  strict?: boolean
  bm25?: Bm25Settings
  /** Translations by which versions of documents are aligned; those that ship by default, null for none. */
  lexicon?: TranslationLexicon | null
  /** Threads that analyze texts, besides this one; by default one per core, and none for a few texts. The index is the same. */
  workers?: number
  /** Memory for what is inverted, before it goes to the disk for the time being; bytes, 64 MB by default. The index is the same. */
  memory?: number
  onProgress?: (progress: BuildProgress) => void
  /** Gives up the build; the old index stays, and what was written is removed. */
  signal?: AbortSignal
}

export interface BuildReport {
  manifest: Manifest
  /** Files, or parts of files, that were left out, and why. */
  problems: Problem[]
  /** Number of files of a kind that is not read. */
  ignored: number
}

/** Bytes of memory for what is inverted, and how many times as many as the files that are analyzed at once. */
const MEMORY = 64_000_000
const BATCHES_IN_MEMORY = MEMORY / LARGEST_BATCH

/**
 * Reads a folder of texts and writes an index of its passages. The index that was there stays in place
 * until the new one is complete.
 *
 * @throws CorpusError if there is nothing to index, or with `strict` if there is any problem.
 * @throws IndexError if the index folder cannot be written to.
 */
export async function buildIndex(corpus: string, options: BuildOptions): Promise<BuildReport> {
  if (typeof corpus !== 'string' || typeof options?.index !== 'string')
    throw new TypeError("Name two folders: buildIndex('my-texts', { index: 'my-index' }).")
  checkWhole('workers', options.workers)
  checkWhole('memory', options.memory)
  await prepareFolder(options.index)
  const staging = await StagingFolder.make(options.index)
  const scratch = await StagingFolder.make(options.index)
  try {
    return await build(corpus, options, staging, scratch)
  } finally {
    await staging.discard()
    await scratch.discard()
  }
}

function checkWhole(name: string, value: number | undefined): void {
  if (value !== undefined && !(Number.isInteger(value) && value >= 0))
    throw new RangeError(`${name} must be a whole number, 0 or more.`)
}

/** @param scratch For files that are needed only meanwhile. */
async function build(
  corpus: string,
  options: BuildOptions,
  staging: StagingFolder,
  scratch: StagingFolder,
): Promise<BuildReport> {
  const { strict, signal, workers, memory = MEMORY, bm25 = BM25_DEFAULTS } = options
  const progress = new ProgressMeter(options.onProgress)
  const runs = new RunStore(() => scratch.file('runs'), memory)
  const collection = new CollectionBuilder(staging.file(STORE_FILE_NAMES.texts), runs)
  const collected = await collect(corpus, collection, {
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    batchBytes: memory / BATCHES_IN_MEMORY,
    workers,
    progress,
    signal,
  })
  const { problems, wordLists, files, ignored } = collected
  const rules = readRules(wordLists, problems)
  problems.push(...collected.uncut)
  if (strict) requireNone(problems, corpus)
  progress.start('aligning', 1)
  const lexicon = options.lexicon === undefined ? shippedLexicon() : options.lexicon
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const relatable = builtCollection(collection, (path) => `${path} ${hashes.get(path)}`, lexicon)
  const settings = { lexicon, lists: wordLists, problems }
  const { originals, links, learned, kept } = relate(relatable, settings)
  if (strict) requireNone(problems, corpus)
  signal?.throwIfAborted()
  progress.start('writing', 1)
  const { store } = collection
  const languages = collection.writeFields(bm25, (language, field) => {
    signal?.throwIfAborted()
    return filesOf(staging, fieldFileNames(language, field))
  })
  const { passages, documents } = STORE_FILE_NAMES
  store.write(originals, filesOf(staging, { passages, documents }))
  writeSegment(relatable, filesOf(staging, SEGMENT_FILE_NAMES))
  writeRelations(kept, staging.file(RELATION_FILE_NAME))
  writeRules(staging, rules)
  staging.write(LEARNED_FILE_NAME, formatLearned(learned))
  staging.write(LINK_FILE_NAME, packLinks(store.passageCount, links))
  signal?.throwIfAborted()
  const manifest = await publishIndex(staging, {
    format: 'fundstelle-index',
    version: FORMAT_VERSION,
    analysis: analysisFingerprint(),
    reading: readingRules(),
    corpus: corpusRecord(files),
    bm25: { ...bm25, resolution: RESOLUTION },
    documents: store.documents.length,
    passages: store.passageCount,
    textBytes: store.textBytes,
    languages: Object.fromEntries(
      languages.map(({ language, statistics }) => [language, statistics]),
    ),
    synonyms: new Synonyms(rules.synonyms).size,
    glossary: rules.glossary.length,
    alignment: {
      version: ALIGNMENT_VERSION,
      lexicon: lexiconIdentity(lexicon),
      links: countLinks(links),
      learned: learned.length,
    },
  })
  progress.finish()
  return { manifest, problems, ignored }
}

function filesOf<K extends string>(staging: StagingFolder, names: Record<K, string>) {
  const entries = Object.entries<string>(names).map(([key, name]) => [key, staging.file(name)])
  return Object.fromEntries(entries) as Record<K, ReturnType<StagingFolder['file']>>
}

function writeRules(staging: StagingFolder, { synonyms, glossary }: Rules): void {
  staging.write(SYNONYM_FILE_NAME, formatRules(synonyms))
  staging.write(GLOSSARY_FILE_NAME, formatGlossary(glossary))
}

/**
 * True if the index was made from these very files by the rules and settings of this version, so that
 * building it again would change nothing.
 *
 * @param lexicon What it would be built with; the lexicon that ships by default.
 */
export async function isIndexCurrent(
  corpus: string,
  index: string,
  lexicon: TranslationLexicon | null = shippedLexicon(),
): Promise<boolean> {
  const checked = await checkFiles(index).catch(() => undefined)
  if (!checked) return false
  const { analysis, reading, alignment, bm25, corpus: indexed } = checked.manifest
  if (analysis !== analysisFingerprint() || reading !== readingRules()) return false
  if (alignment.version !== ALIGNMENT_VERSION) return false
  if (alignment.lexicon !== lexiconIdentity(lexicon)) return false
  if (bm25.k1 !== BM25_DEFAULTS.k1 || bm25.b !== BM25_DEFAULTS.b) return false
  return corpusHash(await listFiles(corpus)) === indexed.hash
}

function countLinks(links: readonly CollectionLink[]): number {
  return links.filter(({ confidence }) => confidence >= LINK_THRESHOLD).length
}

/** The rules by which files became passages, and passages near-duplicates. */
function readingRules(): string {
  return `${READING_VERSION} ${describeDuplicates()}`
}

function requireNone(problems: readonly Problem[], corpus: string): void {
  if (problems.length > 0)
    throw new CorpusError(`${problems.length} problems in ${corpus}, and --strict was asked`, [
      ...problems,
    ])
}

function corpusRecord(files: readonly FileRecord[]): Manifest['corpus'] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return { hash: corpusHash(files), files: files.length, bytes }
}
