import type { CollectionLink } from '../alignment/collection.js'
import { LINK_THRESHOLD } from '../alignment/threshold.js'
import type { FileRecord } from '../corpus/file-record.js'
import type { Problem } from '../corpus/problem.js'
import { corpusHash } from '../corpus/read.js'
import { type Bm25Settings, RESOLUTION } from '../engines/flexsearch/bm25.js'
import { formatGlossary } from '../glossary/stored.js'
import type { Language } from '../language/language.js'
import type { LearnedPair } from '../learning/learned-pair.js'
import { formatLearned } from '../learning/stored.js'
import { FORMAT_VERSION, type Manifest } from '../store/manifest.js'
import { packLinks } from '../store/passage-links.js'
import { publishIndex } from '../store/publish.js'
import { type KeptRelations, writeRelations } from '../store/relation-file.js'
import type { StagedFile, StagingFolder } from '../store/staging.js'
import { formatRules } from '../synonyms/stored.js'
import { Synonyms } from '../synonyms/synonyms.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { analysisFingerprint } from './analysis-fingerprint.js'
import type { LanguageStatistics } from './collection-builder.js'
import {
  GLOSSARY_FILE_NAME,
  LEARNED_FILE_NAME,
  LINK_FILE_NAME,
  PROBLEM_FILE_NAME,
  RELATION_FILE_NAME,
  SOURCE_FILE_NAME,
  SYNONYM_FILE_NAME,
} from './file-names.js'
import { lexiconIdentity } from './lexicon-identity.js'
import { ALIGNMENT_VERSION } from './relating/alignment.js'
import { readingRules } from './settings.js'
import { formatProblems, formatSources, type SourceFiles } from './updating/source-files.js'
import type { Rules } from './word-lists.js'

/** What is kept of a collection as a whole, whatever its segments. */
export interface WholeCollection {
  rules: Rules
  /** Between passages by their numbers in the index. */
  links: CollectionLink[]
  learned: LearnedPair[]
  kept: KeptRelations
  sources: SourceFiles
  problems: readonly Problem[]
}

/** What the manifest says of a collection besides that. */
export interface AboutCollection extends Pick<Manifest, 'documents' | 'passages' | 'textBytes'> {
  /** All files that were read, lists of words among them. */
  files: readonly FileRecord[]
  languages: Partial<Record<Language, LanguageStatistics>>
  bm25: Bm25Settings
  lexicon: TranslationLexicon | null
  /** Numbers of passages are below this. */
  passageNumbers: number
  /** By passage, where it comes in the collection, if not in the order of the numbers. */
  places?: Uint32Array | null
  base?: Manifest['base']
}

/** Writes what concerns the collection as a whole beside the files that were staged, and puts all in the place of the index. */
export function writeWhole(
  staging: StagingFolder,
  { rules, links, learned, kept, sources, problems }: WholeCollection,
  { files, bm25, lexicon, passageNumbers, places = null, base, ...about }: AboutCollection,
): Promise<Manifest> {
  writeRelations(kept, staging.file(RELATION_FILE_NAME))
  staging.write(SYNONYM_FILE_NAME, formatRules(rules.synonyms))
  staging.write(GLOSSARY_FILE_NAME, formatGlossary(rules.glossary))
  staging.write(LEARNED_FILE_NAME, formatLearned(learned))
  staging.write(LINK_FILE_NAME, packLinks(passageNumbers, links, places))
  staging.write(SOURCE_FILE_NAME, formatSources(sources))
  staging.write(PROBLEM_FILE_NAME, formatProblems(problems))
  return publishIndex(staging, {
    format: 'fundstelle-index',
    version: FORMAT_VERSION,
    analysis: analysisFingerprint(),
    reading: readingRules(),
    corpus: corpusRecord(files),
    bm25: { ...bm25, resolution: RESOLUTION },
    ...about,
    synonyms: new Synonyms(rules.synonyms).size,
    glossary: rules.glossary.length,
    alignment: {
      version: ALIGNMENT_VERSION,
      lexicon: lexiconIdentity(lexicon),
      links: countLinks(links),
      learned: learned.length,
    },
    ...(base ? { base } : {}),
  })
}

/** Begins some files; what is asked for by name. */
export function stagedFiles<K extends string>(
  staging: StagingFolder,
  names: Record<K, string>,
): Record<K, StagedFile> {
  const entries = Object.entries<string>(names).map(([key, name]) => [key, staging.file(name)])
  return Object.fromEntries(entries) as Record<K, StagedFile>
}

function countLinks(links: readonly CollectionLink[]): number {
  return links.filter(({ confidence }) => confidence >= LINK_THRESHOLD).length
}

function corpusRecord(files: readonly FileRecord[]): Manifest['corpus'] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return { hash: corpusHash(files), files: files.length, bytes }
}
