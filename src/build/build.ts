import { createHash } from 'node:crypto'
import type { CollectionLink } from '../alignment/collection.js'
import { LINK_THRESHOLD } from '../alignment/threshold.js'
import { analyzerFor } from '../analysis/registry.js'
import type { Block, SourceDocument } from '../corpus/document.js'
import type { Passage } from '../corpus/passage.js'
import { cutPassages } from '../corpus/passages.js'
import { CorpusError, type Problem } from '../corpus/problem.js'
import { corpusHash, type FileRecord, listFiles, readCorpus } from '../corpus/read.js'
import { READING_VERSION } from '../corpus/version.js'
import { describeDuplicates } from '../duplicates/duplicate-finder.js'
import type { Originals } from '../duplicates/originals.js'
import { BM25_DEFAULTS, type Bm25Settings, RESOLUTION } from '../engines/flexsearch/bm25.js'
import { formatGlossary } from '../glossary/stored.js'
import { detectLanguage, detectLanguages } from '../language/detect.js'
import type { LanguageGuess } from '../language/language.js'
import type { LearnedPair } from '../learning/learned-pair.js'
import { formatLearned } from '../learning/stored.js'
import { FORMAT_VERSION, type Manifest } from '../store/manifest.js'
import { checkFiles } from '../store/open-files.js'
import { packLinks } from '../store/passage-links.js'
import { PassageStoreWriter } from '../store/passage-store-writer.js'
import { type IndexFiles, prepareFolder, publishIndex } from '../store/publish.js'
import { formatRules } from '../synonyms/stored.js'
import { Synonyms } from '../synonyms/synonyms.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { ALIGNMENT_VERSION, alignVersions } from './alignment.js'
import { CollectionInverter } from './collection-inverter.js'
import {
  analysisFingerprint,
  fieldFileNames,
  GLOSSARY_FILE_NAME,
  LEARNED_FILE_NAME,
  LINK_FILE_NAME,
  STORE_FILE_NAMES,
  SYNONYM_FILE_NAME,
} from './index-files.js'
import { learnFrom } from './learning.js'
import { lexiconIdentity } from './lexicon-identity.js'
import { shippedLexicon } from './shipped-lexicon.js'
import { type Rules, readRules } from './word-lists.js'

/** How far a build is: `done` of `total` files read, or documents indexed. */
export interface BuildProgress {
  stage: 'reading' | 'indexing' | 'aligning' | 'writing'
  done: number
  total: number
}

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
  onProgress?: (progress: BuildProgress) => void
}

export interface BuildReport {
  manifest: Manifest
  /** Files, or parts of files, that were left out, and why. */
  problems: Problem[]
  /** Number of files of a kind that is not read. */
  ignored: number
}

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
  const report = options.onProgress ?? (() => {})
  await prepareFolder(options.index)
  const { documents, wordLists, problems, files, ignored } = await readCorpus(corpus, {
    ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
    onFile: (_, done, total) => report({ stage: 'reading', done, total }),
  })
  const rules = readRules(wordLists, problems)
  if (options.strict) requireNone(problems, corpus)
  const bm25 = options.bm25 ?? BM25_DEFAULTS
  const store = new PassageStoreWriter()
  const inverter = new CollectionInverter()
  let count = 0
  for (const [i, document] of documents.entries()) {
    const cut = cutDocument(document, problems)
    if (cut) addDocument(document, cut, count++, store, inverter)
    report({ stage: 'indexing', done: i + 1, total: documents.length })
  }
  report({ stage: 'aligning', done: 0, total: 1 })
  const lexicon = options.lexicon === undefined ? shippedLexicon() : options.lexicon
  const links = alignVersions(store, inverter.evidence, lexicon, wordLists, problems)
  const learned = learnFrom(links, inverter.evidence, lexicon)
  report({ stage: 'aligning', done: 1, total: 1 })
  if (options.strict) requireNone(problems, corpus)
  report({ stage: 'writing', done: 0, total: 1 })
  const languages = inverter.finish(bm25)
  const originals = findOriginals(store, inverter)
  const manifest = await publishIndex(
    options.index,
    collectFiles(store, originals, languages, rules, links, learned),
    {
      format: 'fundstelle-index',
      version: FORMAT_VERSION,
      analysis: analysisFingerprint(),
      reading: readingRules(),
      corpus: corpusRecord(files),
      bm25: { ...bm25, resolution: RESOLUTION },
      documents: count,
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
    },
  )
  report({ stage: 'writing', done: 1, total: 1 })
  return { manifest, problems, ignored }
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

interface CutDocument {
  passages: Passage[]
  texts: string[]
  guesses: LanguageGuess[]
}

/** A document's passages; undefined, with a problem, where the text is too odd to be cut. */
function cutDocument(document: SourceDocument, problems: Problem[]): CutDocument | undefined {
  try {
    const marked = { ...document, blocks: blocksWithLanguage(document) }
    const passages = cutPassages(marked, shortHash)
    const texts = passages.map(({ start, end }) => document.text.slice(start, end))
    return { passages, texts, guesses: detectLanguages(texts, document.language) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The text cannot be cut into passages (${reason}); divide the file into parts.`
    problems.push({ path: document.path, code: 'unreadable', message })
    return undefined
  }
}

function addDocument(
  document: SourceDocument,
  cut: CutDocument,
  number: number,
  store: PassageStoreWriter,
  inverter: CollectionInverter,
): void {
  const { text, blocks: _blocks, sourceMap, ...metadata } = document
  const { passages, texts, guesses } = cut
  const rows = passages.map(({ id, start, end, speaker, heading }, i) => ({
    document: number,
    hash: id.slice(id.lastIndexOf('#') + 1),
    start,
    end,
    sourceStart: sourceMap.toSource(start),
    sourceEnd: sourceMap.toSource(end),
    ...guesses[i]!,
    speaker: speaker ?? null,
    heading,
  }))
  const lengths = rows.map(({ language, heading, speaker: name }, i) => {
    const section = store.section(number, heading)
    const speaker = name === null ? null : { number: store.speaker(name), name }
    const around = { document: number, title: document.title, section, heading, speaker }
    return inverter.add(store.passageCount + i, texts[i]!, language, around)
  })
  store.addDocument(
    metadata,
    text,
    rows.map((row, i) => ({ ...row, length: lengths[i]! })),
  )
}

/** Shortest block, in words, whose language can be sure, and how sure it must be to be a wall. */
const SURE = { words: 6, confidence: 0.9 }

/** The blocks with their languages, if the document has both, so that no passage is half of each. */
function blocksWithLanguage({ text, blocks, language }: SourceDocument): Block[] {
  if (language !== undefined) return blocks
  const marked = blocks.map((block) => {
    const content = text.slice(block.start, block.end)
    if (block.type === 'heading' || content.split(/\s+/).length < SURE.words) return block
    const guess = detectLanguage(content)
    return guess.confidence >= SURE.confidence ? { ...block, language: guess.language } : block
  })
  const found = new Set(marked.flatMap((block) => block.language ?? []))
  return found.size > 1 ? marked : blocks
}

/** 40 bits of SHA-256 in lower-case base 32: short enough to read out, unique within a document. */
function shortHash(text: string): string {
  const bytes = createHash('sha256').update(text).digest()
  return Array.from(
    bytes.subarray(0, 8),
    (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte & 31],
  ).join('')
}

function corpusRecord(files: readonly FileRecord[]): Manifest['corpus'] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return { hash: corpusHash(files), files: files.length, bytes }
}

/** Analyzes again what the inverter saw: the few passages that may be near-duplicates. */
function findOriginals(store: PassageStoreWriter, { duplicates }: CollectionInverter): Originals {
  return duplicates.originals({
    analyzed(number) {
      const { text, language } = store.passage(number)
      return { tokens: analyzerFor(language).analyze(text), language }
    },
    documentOf: (number) => store.documentOf(number),
  })
}

function collectFiles(
  store: PassageStoreWriter,
  originals: Originals,
  languages: ReturnType<CollectionInverter['finish']>,
  rules: Rules,
  links: readonly CollectionLink[],
  learned: readonly LearnedPair[],
): IndexFiles {
  const files = new Map<string, Uint8Array>()
  const add = (names: Record<string, string>, contents: Record<string, Uint8Array>) => {
    for (const [key, name] of Object.entries(names)) files.set(name, contents[key]!)
  }
  add(STORE_FILE_NAMES, store.files(originals))
  for (const { language, text, context } of languages) {
    add(fieldFileNames(language, 'text'), { ...text })
    add(fieldFileNames(language, 'context'), { ...context })
  }
  const encode = (text: string) => new TextEncoder().encode(text)
  files.set(SYNONYM_FILE_NAME, encode(formatRules(rules.synonyms)))
  files.set(GLOSSARY_FILE_NAME, encode(formatGlossary(rules.glossary)))
  files.set(LEARNED_FILE_NAME, encode(formatLearned(learned)))
  files.set(LINK_FILE_NAME, packLinks(store.passageCount, links))
  return files
}
