import { byPath } from '../corpus/files.js'
import { CorpusError } from '../corpus/problem.js'
import { explainNothing } from '../corpus/read.js'
import type { BuildReport } from './build.js'
import {
  type BuildJob,
  checkStrict,
  collectOptions,
  inWorkplace,
  type Workplace,
} from './build-job.js'
import { collect } from './collect.js'
import { CollectionBuilder } from './collection-builder.js'
import { SEGMENT_FILE_NAMES, STORE_FILE_NAMES } from './file-names.js'
import { stagedFiles, writeWhole } from './index-writer.js'
import { builtCollection, writeSegment } from './relating/built-collection.js'
import { comparingIn } from './relating/comparing.js'
import { relate } from './relating/relations.js'
import { readRules } from './word-lists.js'
import { beginFields } from './write-fields.js'

/** Reads all files and makes an index of one segment. */
export function buildAll(job: BuildJob): Promise<BuildReport> {
  return inWorkplace(job, (workplace) => build(job, workplace))
}

async function build(job: BuildJob, workplace: Workplace): Promise<BuildReport> {
  const { staging, runs, threads } = workplace
  const { found, lists, lexicon, bm25, progress, signal } = job
  const collection = new CollectionBuilder(staging.file(STORE_FILE_NAMES.texts), runs)
  const collected = await collect(found, collection, collectOptions(job, workplace), job.seen)
  const { sources } = collected
  const problems = [...found.problems, ...collected.problems, ...lists.problems].sort(byPath)
  const { store } = collection
  if (store.documents.length + sources.uncut.length === 0)
    throw new CorpusError(explainNothing(job.corpus, problems, found.ignored), problems)
  const rules = readRules(lists.wordLists, problems)
  problems.push(...sources.uncut)
  checkStrict(job, problems)
  progress.start('aligning', 1)
  // From here on this thread has as much to do as one of the others, and what that knows of words takes memory.
  await threads.keep(Math.max(0, threads.size - 1))
  const finishFields = beginFields(collection, bm25, workplace)
  const hashes = new Map(sources.texts.map(({ path, sha256 }) => [path, sha256]))
  const relatable = builtCollection(collection, (path) => `${path} ${hashes.get(path)}`, lexicon)
  const compare = comparingIn({ threads, built: collection, lexicon, progress, signal })
  const settings = { lexicon, lists: lists.wordLists, problems, compare }
  const { originals, ...relations } = await relate(relatable, settings)
  checkStrict(job, problems)
  signal?.throwIfAborted()
  progress.start('writing', 1)
  const { passages, documents } = STORE_FILE_NAMES
  store.write(originals, stagedFiles(staging, { passages, documents }))
  writeSegment(relatable, stagedFiles(staging, SEGMENT_FILE_NAMES))
  const languages = await finishFields()
  signal?.throwIfAborted()
  const whole = { rules, ...relations, sources, problems }
  const manifest = await writeWhole(staging, whole, {
    documents: store.documents.length,
    passages: store.passageCount,
    passageNumbers: store.passageCount,
    textBytes: store.textBytes,
    files: [...sources.texts, ...lists.records].sort(byPath),
    languages,
    bm25,
    lexicon,
  })
  return { manifest, problems, ignored: found.ignored }
}
