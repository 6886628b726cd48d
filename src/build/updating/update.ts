import { byPath } from '../../corpus/files.js'
import { type Identifiable, type Identity, idsFor, settleIds } from '../../corpus/identity.js'
import type { Problem } from '../../corpus/problem.js'
import { corpusHash } from '../../corpus/read.js'
import { duplicateOf } from '../../corpus/read-file.js'
import type { IndexedDocument } from '../../search/engine.js'
import { IndexError } from '../../store/index-error.js'
import { LimitError } from '../../store/limit-error.js'
import type { Manifest } from '../../store/manifest.js'
import { checkTouched, findFiles } from '../../store/open-files.js'
import { removeLeftovers } from '../../store/publish.js'
import { readRelations } from '../../store/relation-file.js'
import type { StoreSegment } from '../../store/store-segment.js'
import type { BuildReport } from '../build.js'
import { type BuildJob, checkStrict, inWorkplace, type Workplace } from '../build-job.js'
import { checkCapacity, type NumberedUnits } from '../capacity.js'
import type { FilesRead } from '../collect.js'
import { CollectionBuilder } from '../collection-builder.js'
import {
  fieldFileNames,
  PROBLEM_FILE_NAME,
  RELATION_FILE_NAME,
  SOURCE_FILE_NAME,
  STORE_FILE_NAMES,
} from '../file-names.js'
import { stagedFiles } from '../index-writer.js'
import { openStoreSegment } from '../open-segments.js'
import { canRelateAgain } from '../relating/relations.js'
import { IndexSegments } from '../segment-files.js'
import { isMadeAlike } from '../settings.js'
import { type Changes, compareSources, countChanges } from './changes.js'
import type { Comparison } from './comparison.js'
import { averagesOf, countLiving, keepsAverages } from './living-statistics.js'
import { readAdded } from './read-added.js'
import { removedPassages } from './removed-passages.js'
import { parseProblems, parseSources, type SourceFiles } from './source-files.js'
import { writeUpdate } from './write-update.js'

/**
 * Brings an index up to date by reading only what has changed. What is found in it is what would be found if all had been built anew.
 *
 * @param mergeAt Undefined is returned where more than this share of the base has changed.
 * @returns undefined where all has to be built anew: there is no index, or it was made by other rules, or a change concerns
 *   documents that were not changed.
 */
export async function updateIndex(
  job: BuildJob,
  mergeAt: number,
): Promise<BuildReport | undefined> {
  let segments: IndexSegments | undefined
  try {
    const manifest = await findFiles(job.index)
    if (!isMadeAlike(manifest, job)) return undefined
    segments = new IndexSegments(job.index, manifest)
    return await update(job, mergeAt, manifest, segments)
  } catch (error) {
    // What is gone takes room until all is built anew.
    if (error instanceof LimitError) return undefined
    // What cannot be read is replaced.
    if (error instanceof IndexError && error.code !== 'unwritable') return undefined
    throw error
  } finally {
    segments?.close()
  }
}

async function update(
  job: BuildJob,
  mergeAt: number,
  manifest: Manifest,
  segments: IndexSegments,
): Promise<BuildReport | undefined> {
  const { found, lists, seen, maxBytes } = job
  const sources = parseSources(segments.base.readText(SOURCE_FILE_NAME))
  if (!sources.settled || sources.maxBytes !== maxBytes) return undefined
  const kept = readRelations(segments.last.open(RELATION_FILE_NAME))
  if (!canRelateAgain(kept, job.lexicon)) return undefined
  const changes = compareSources(found, sources, seen)
  const files = [...changes.texts, ...lists.records]
  const leftOut = found.problems.length + lists.problems.length + changes.unread
  if (leftOut === 0 && corpusHash(files) === manifest.corpus.hash) {
    await checkTouched(job.index)
    await removeLeftovers(job.index)
    const problems = parseProblems(segments.last.readText(PROBLEM_FILE_NAME))
    checkStrict(job, problems)
    const none = { added: 0, changed: 0, removed: 0 }
    return { manifest, problems, ignored: found.ignored, changes: none }
  }
  const base = openStoreSegment(segments.base)
  const { documents } = base.table
  const removed = [...documents.keys()].filter(
    (number) => !changes.unchanged.has(documents[number]!.path),
  )
  if (
    changedBytes(changes.added, maxBytes, base, removed) >
    mergeAt * (manifest.base ?? manifest).textBytes
  )
    return undefined
  return inWorkplace(job, (workplace) =>
    addSegment(job, { manifest, segments, base, sources, kept, changes, removed }, workplace),
  )
}

/** Bytes of text that would be in the second segment, where files that are too long are not, and of what would be gone of the first. */
function changedBytes(
  added: Changes['added'],
  maxBytes: number,
  { table }: StoreSegment,
  removed: readonly number[],
) {
  return (
    added.reduce((sum, { bytes }) => sum + (bytes <= maxBytes ? bytes : 0), 0) +
    removed.reduce((sum, number) => sum + table.textOf(number).bytes, 0)
  )
}

async function addSegment(
  job: BuildJob,
  comparison: Comparison,
  workplace: Workplace,
): Promise<BuildReport | undefined> {
  const { staging, runs, threads } = workplace
  const { changes, removed, base, manifest, segments } = comparison
  const collection = new CollectionBuilder(staging.file(STORE_FILE_NAMES.texts), runs)
  const read = await readAdded(job, comparison, collection, workplace)
  // What is left is little, and memory is needed for other things.
  await threads.keep(0)
  const settled = settleAll(base, removed, read)
  if (!settled) return undefined
  collection.store.identify(read.identitiesOfCut(settled.identities))
  const added = collection.store.documents.length
  if (added === 0 && base.table.length === removed.length) return undefined
  checkCapacityOfBoth(base, collection.size)
  const before = (manifest.base ?? manifest).languages
  const languages = collection.writeFields(
    job.bm25,
    (language, field) => {
      job.signal?.throwIfAborted()
      return stagedFiles(staging, fieldFileNames(language, field))
    },
    (language) => before[language] && averagesOf(before[language]),
  )
  const own = Object.fromEntries(languages.map((each) => [each.language, each.statistics]))
  const gone = removedPassages(base, removed)
  const living = countLiving(before, own, gone)
  if (!keepsAverages(before, living)) return undefined
  const last = segments.added
    ? parseSources(segments.added.readText(SOURCE_FILE_NAME))
    : comparison.sources
  const sources = sourcesNow(comparison, read, settled.problems)
  const problems = [
    ...job.found.problems,
    ...sources.problems,
    ...changes.copies.map(({ path, earlier }) => duplicateOf(path, earlier)),
    ...settled.problems,
    ...job.lists.problems,
  ].sort(byPath)
  const written = await writeUpdate(
    job,
    { ...comparison, collection, own, gone, living, sources, problems },
    staging,
  )
  const { ignored } = job.found
  return {
    manifest: written,
    problems,
    ignored,
    changes: countChanges(last.texts, changes, sources.problems),
  }
}

/** @throws LimitError where two segments are more than one index can hold. */
function checkCapacityOfBoth(base: StoreSegment, added: NumberedUnits): void {
  checkCapacity({
    passages: base.passageCount + added.passages,
    documents: base.table.length + added.documents,
    sections: base.sectionCount + added.sections,
    speakers: base.speakers.length + added.speakers,
  })
}

/** What the index is made from after the update. */
function sourcesNow(
  { changes, sources }: Comparison,
  read: FilesRead,
  problems: readonly Problem[],
): SourceFiles {
  const joined = (before: readonly Problem[], now: readonly Problem[]) =>
    [...before.filter(({ path }) => changes.unchanged.has(path)), ...now].sort(byPath)
  return {
    maxBytes: sources.maxBytes,
    texts: changes.texts,
    copies: changes.copies.map(({ path }) => path),
    problems: joined(sources.problems, read.problems),
    uncut: joined(sources.uncut, read.uncut),
    settled: problems.length === 0,
  }
}

/** The ids of what was added; undefined where that would change those of others. */
function settleAll(
  { table }: StoreSegment,
  removed: readonly number[],
  { documents }: FilesRead,
): { identities: Identity[]; problems: Problem[] } | undefined {
  const others = concerned(table.documents, new Set(removed), documents)
  const paths = new Set(others.map(({ document }) => document.path))
  const all = [...others, ...documents].sort((a, b) => byPath(a.document, b.document))
  const { identities, problems } = settleIds(all)
  const isOwn = (place: number) => !paths.has(all[place]!.document.path)
  const isChanged = identities.some(({ versionOf }, place) => {
    return !isOwn(place) && versionOf !== all[place]!.versionOf
  })
  if (isChanged || problems.some(({ code }) => code === 'duplicate-id')) return undefined
  return { identities: identities.filter((_, place) => isOwn(place)), problems }
}

/** The documents that are versions of others, or have an id that one of those which were added may ask for or name. */
function concerned(
  indexed: readonly IndexedDocument[],
  gone: ReadonlySet<number>,
  documents: FilesRead['documents'],
): Identifiable[] {
  const ids = new Set(documents.flatMap((each) => [...idsFor(each), each.versionOf]))
  for (const { versionOf } of indexed) if (versionOf !== undefined) ids.add(versionOf)
  const found: Identifiable[] = []
  for (const [number, { path, id, versionOf }] of indexed.entries()) {
    if (gone.has(number) || (versionOf === undefined && !ids.has(id))) continue
    const version = versionOf === undefined ? {} : { versionOf }
    found.push({ document: { path }, id, ...version, lines: new Map() })
  }
  return found
}
