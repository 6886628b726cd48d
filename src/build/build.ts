import { DEFAULT_MAX_BYTES } from '../corpus/file-record.js'
import { type FoundFiles, findFiles } from '../corpus/files.js'
import type { IgnoredKind } from '../corpus/ignored-kinds.js'
import { CorpusError, type Problem } from '../corpus/problem.js'
import { corpusHash, listFiles } from '../corpus/read.js'
import { readWordLists } from '../corpus/word-list.js'
import { BM25_DEFAULTS, type Bm25Settings } from '../engines/flexsearch/bm25.js'
import { checkWhole } from '../search/check.js'
import { LimitError } from '../store/limit-error.js'
import type { Manifest } from '../store/manifest.js'
import { checkTouched } from '../store/open-files.js'
import { prepareFolder } from '../store/publish.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { buildAll } from './build-all.js'
import type { BuildJob } from './build-job.js'
import { type BuildProgress, ProgressMeter } from './progress.js'
import { isMadeAlike } from './settings.js'
import { shippedLexicon } from './shipped-lexicon.js'
import { SeenFiles } from './updating/seen-files.js'
import { updateIndex } from './updating/update.js'

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
  /**
   * Where files were changed since the last build, only these are read, and put into a second segment beside the first one; unless they, and
   * what was removed, are more than this share of the first one's text. 0.125 by default; 0 builds everything anew. What is found is the same.
   */
  mergeAt?: number
  onProgress?: (progress: BuildProgress) => void
  /** Gives up the build; the old index stays, and what was written is removed. */
  signal?: AbortSignal
}

export interface BuildReport {
  manifest: Manifest
  /** Files, or parts of files, that were left out, and why. */
  problems: Problem[]
  /** Files of kinds that are not read, the most frequent first. */
  ignored: IgnoredKind[]
  /** Number of texts that are new, other than at the last build, or gone; missing where everything was built anew. */
  changes?: TextChanges
}

/** Numbers of texts. */
export interface TextChanges {
  added: number
  changed: number
  removed: number
  /** Of those that were added or changed, how many have no words, so that nothing is found in them; missing where all have some. */
  withoutWords?: number
}

/** Bytes of memory for what is inverted, by default. */
const MEMORY = 64_000_000
const MERGE_AT = 1 / 8

/**
 * Reads a folder of texts and writes an index of its passages, or brings the one that is there up to date. The index that was there
 * stays in place until the new one is complete.
 *
 * @throws CorpusError if there is nothing to index, or more than one index can hold, or with `strict` if there is any problem.
 * @throws IndexError if the index folder cannot be written to.
 */
export async function buildIndex(corpus: string, options: BuildOptions): Promise<BuildReport> {
  if (typeof corpus !== 'string' || typeof options?.index !== 'string')
    throw new TypeError("Name two folders: buildIndex('my-texts', { index: 'my-index' }).")
  return buildFound(corpus, await findFiles(corpus), options)
}

/** The same of files that were found already. */
export async function buildFound(
  corpus: string,
  found: FoundFiles,
  options: BuildOptions,
): Promise<BuildReport> {
  for (const name of ['workers', 'memory'] as const)
    if (options[name] !== undefined) checkWhole(name, options[name], 0)
  const {
    index,
    mergeAt = MERGE_AT,
    memory = MEMORY,
    bm25 = BM25_DEFAULTS,
    strict = false,
  } = options
  if (!(mergeAt >= 0)) throw new RangeError('mergeAt must be a number, 0 or more.')
  await prepareFolder(index)
  const lists = await readWordLists(found.wordLists)
  const job: BuildJob = {
    corpus,
    index,
    found,
    lists,
    seen: await SeenFiles.of(index),
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    strict,
    bm25,
    lexicon: options.lexicon === undefined ? shippedLexicon() : options.lexicon,
    workers: options.workers,
    memory,
    progress: new ProgressMeter(options.onProgress),
    signal: options.signal,
  }
  const report = await updateOrBuild(job, mergeAt)
  job.progress.finish()
  // Without it, the next build reads more files than it needs to.
  await job.seen.save().catch(() => undefined)
  return report
}

async function updateOrBuild(job: BuildJob, mergeAt: number): Promise<BuildReport> {
  try {
    return (mergeAt > 0 && (await updateIndex(job, mergeAt))) || (await buildAll(job))
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    const remedy = 'divide the texts into several folders, and build an index of each'
    throw new CorpusError(
      `${job.corpus} has more than one index can hold (${error.message}); ${remedy}`,
    )
  }
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
  const manifest = await checkTouched(index).catch(() => undefined)
  if (!manifest || !isMadeAlike(manifest, { bm25: BM25_DEFAULTS, lexicon })) return false
  return corpusHash(await listFiles(corpus)) === manifest.corpus.hash
}
