import { analyzerFor } from '../../analysis/registry.js'
import { byPath } from '../../corpus/files.js'
import type { Problem } from '../../corpus/problem.js'
import type { Originals } from '../../duplicates/originals.js'
import { FieldIndex } from '../../engines/flexsearch/field-index.js'
import { compareFields, countLiving } from '../../engines/flexsearch/segments/field-changes.js'
import { WrittenNow } from '../../engines/flexsearch/segments/written-now.js'
import { LANGUAGES, type Language } from '../../language/language.js'
import { writeContainer } from '../../store/container.js'
import { DocumentWordFile } from '../../store/document-words.js'
import type { Manifest } from '../../store/manifest.js'
import { originalColumns } from '../../store/original-columns.js'
import { PassageStore } from '../../store/passage-store.js'
import { SignatureFile } from '../../store/signature-file.js'
import { type StagingFolder, stagedSource } from '../../store/staging.js'
import { StoreSegment } from '../../store/store-segment.js'
import { type BuildJob, checkStrict } from '../build-job.js'
import type { CollectionBuilder, LanguageStatistics } from '../collection-builder.js'
import {
  changesFileName,
  fieldFileNames,
  ORIGINALS_FILE_NAME,
  SEGMENT_FILE_NAMES,
  STORE_FILE_NAMES,
} from '../file-names.js'
import { stagedFiles, writeWhole } from '../index-writer.js'
import { openField, openStoreSegment } from '../open-segments.js'
import { builtCollection, writeSegment } from '../relating/built-collection.js'
import {
  type DocumentPlace,
  joinedCollection,
  type RelatedSegment,
} from '../relating/joined-documents.js'
import { type Relations, relate } from '../relating/relations.js'
import type { SegmentFiles } from '../segment-files.js'
import { readRules } from '../word-lists.js'
import type { Comparison } from './comparison.js'
import type { LivingStatistics } from './living-statistics.js'
import { PassagesInOrder } from './passages-in-order.js'
import type { RemovedPassages } from './removed-passages.js'
import type { SourceFiles } from './source-files.js'

/** All that an update has found out. */
export interface Update extends Comparison {
  /** What was added, its fields staged already. */
  collection: CollectionBuilder
  own: Partial<Record<Language, LanguageStatistics>>
  gone: ReadonlyMap<Language, RemovedPassages>
  living: Partial<Record<Language, LivingStatistics>>
  /** Of all. */
  sources: SourceFiles
  /** What is wrong with lists of words and alignments is added to these. */
  problems: Problem[]
}

/** Writes the second segment, and what concerns both, and puts them in the place of the index. */
export async function writeUpdate(
  job: BuildJob,
  update: Update,
  staging: StagingFolder,
): Promise<Manifest> {
  const { manifest, base, collection, removed, problems, sources } = update
  const { lists, lexicon, bm25, progress, signal } = job
  const rules = readRules(lists.wordLists, problems)
  problems.push(...sources.uncut)
  checkStrict(job, problems)
  progress.start('aligning', 1)
  const added = writeStore(collection, staging)
  const segment = { segment: added, removed, originals: NO_ORIGINALS }
  const store = new PassageStore(base, segment)
  const { originals, links, ...relations } = await relateAll(job, update, store, staging)
  checkStrict(job, problems)
  signal?.throwIfAborted()
  progress.start('writing', 1)
  const languages = writeChanges(update, store, staging)
  writeContainer(staging.file(ORIGINALS_FILE_NAME), originalColumns(originals))
  signal?.throwIfAborted()
  const whole = { rules, links, ...relations, sources, problems }
  const { generation, files, textBytes, languages: ofBase } = manifest.base ?? manifest
  return writeWhole(staging, whole, {
    documents: store.inOrder.length,
    passages: store.size,
    passageNumbers: store.passageCount,
    places: store.places,
    textBytes: textBytesOf([base, added], store),
    files: [...sources.texts, ...lists.records].sort(byPath),
    languages,
    bm25,
    lexicon,
    base: { generation, files, textBytes, languages: ofBase, removed: [...removed] },
  })
}

const NO_ORIGINALS: Originals = { first: new Uint32Array(0), count: new Uint8Array(0) }

/** Ends the files of the documents that were added, and opens them. */
function writeStore(collection: CollectionBuilder, staging: StagingFolder): StoreSegment {
  const { passageCount } = collection.store
  const files = stagedFiles(staging, {
    passages: STORE_FILE_NAMES.passages,
    documents: STORE_FILE_NAMES.documents,
  })
  // Those of both segments together are in a file of their own.
  const none = { first: new Uint32Array(passageCount), count: new Uint8Array(passageCount) }
  collection.store.write(none, files)
  return new StoreSegment({
    passages: stagedSource(files.passages),
    documents: stagedSource(files.documents),
    texts: stagedSource(staging.staged(STORE_FILE_NAMES.texts)),
  })
}

/** Relates all documents to each other, by the numbers of their passages in the index. */
async function relateAll(
  { lexicon, lists: { wordLists } }: BuildJob,
  update: Update,
  store: PassageStore,
  staging: StagingFolder,
): Promise<Relations> {
  const { segments, base, kept, collection, changes, problems } = update
  const identityOf = (path: string) => `${path} ${changes.hashes.get(path)}`
  const files = stagedFiles(staging, SEGMENT_FILE_NAMES)
  writeSegment(builtCollection(collection, identityOf, lexicon), files)
  const ofBase = openRelated(segments.base)
  const ofAdded = {
    signatures: new SignatureFile(stagedSource(files.signatures)),
    words: new DocumentWordFile(stagedSource(files.words)),
  }
  const documents = Array.from(store.inOrder, (number) => {
    const { id, versionOf, path, passageCount } = store.document(number)
    const version = versionOf === undefined ? {} : { versionOf }
    return { id, ...version, path, passageCount, identity: identityOf(path) }
  })
  const passages = new PassagesInOrder(store)
  const joined = joinedCollection({
    documents,
    places: placesIn(store, base),
    segments: [ofBase, ofAdded],
    passages,
  })
  const relations = await relate(
    joined,
    { lexicon, lists: wordLists, problems },
    { kept, ...earlierSegments(update, ofBase) },
  )
  return passages.renumbered(relations)
}

function openRelated(files: SegmentFiles): RelatedSegment {
  const { signatures, words } = files.openAll(SEGMENT_FILE_NAMES)
  return { signatures: new SignatureFile(signatures), words: new DocumentWordFile(words) }
}

/** Where the documents of the index were before the update. */
function earlierSegments({ manifest, segments, base }: Update, ofBase: RelatedSegment) {
  const about = manifest.base
  if (!about || !segments.added)
    return { places: placesIn(new PassageStore(base), base), segments: [ofBase] }
  const segment = openStoreSegment(segments.added)
  const store = new PassageStore(base, {
    segment,
    removed: about.removed,
    originals: NO_ORIGINALS,
  })
  return { places: placesIn(store, base), segments: [ofBase, openRelated(segments.added)] }
}

/** Where documents are, in the order of their paths. */
function placesIn(store: PassageStore, base: StoreSegment): DocumentPlace[] {
  return Array.from(store.inOrder, (number) => {
    const { first, end } = store.passagesOf(number)
    const passageCount = end - first
    return number < base.table.length
      ? { segment: 0, document: number, firstPassage: first, passageCount }
      : {
          segment: 1,
          document: number - base.table.length,
          firstPassage: first - base.passageCount,
          passageCount,
        }
  })
}

/** Writes what was changed in each field of the base; returns what is to be said of the languages. */
function writeChanges(
  { manifest, segments, base: texts, own, gone, living }: Update,
  store: PassageStore,
  staging: StagingFolder,
): Partial<Record<Language, LanguageStatistics>> {
  const before = (manifest.base ?? manifest).languages
  const languages: Partial<Record<Language, LanguageStatistics>> = {}
  for (const language of LANGUAGES) {
    const statistics = living[language]
    if (!statistics) continue
    const write = (name: 'text' | 'context') => {
      const base = openField(segments.base, language, name)
      const added = own[language] && stagedField(staging, language, name)
      const removed = gone.get(language)?.[name].field
      const inTexts =
        base &&
        new WrittenNow(base, analyzerFor(language), (passage) =>
          store.isGone(passage) ? undefined : texts.passageText(passage),
        )
      const written = (form: number) =>
        name === 'text' ? inTexts!.of(form) : base!.forms.caseNumberOf(form)
      const changes = compareFields(base, added, removed, written)
      writeContainer(staging.file(changesFileName(language, name)), { ...changes })
      return countLiving(base, added, removed, changes)
    }
    const counts = write('text')
    write('context')
    const averageLength = (before[language] ?? own[language])!.averageLength
    languages[language] = { ...statistics, averageLength, ...counts }
  }
  return languages
}

/** A field that was staged in this update. */
function stagedField(
  staging: StagingFolder,
  language: Language,
  name: 'text' | 'context',
): FieldIndex {
  const { vocabulary, postings, positions } = fieldFileNames(language, name)
  const source = (file: string) => stagedSource(staging.staged(file))
  const files = {
    vocabulary: source(vocabulary),
    postings: source(postings),
    positions: source(positions),
  }
  return new FieldIndex(files, analyzerFor(language))
}

function textBytesOf(segments: readonly StoreSegment[], { inOrder }: PassageStore): number {
  const bytes = segments.flatMap(({ table }) =>
    Array.from({ length: table.length }, (_, number) => table.textOf(number).bytes),
  )
  return inOrder.reduce((sum, number) => sum + bytes[number]!, 0)
}
