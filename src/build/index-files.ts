import { join } from 'node:path'
import { describeAnalysis } from '../analysis/description.js'
import { analyzerFor } from '../analysis/registry.js'
import { describeImpacts } from '../engines/flexsearch/bm25.js'
import { FlexSearchEngine, type LanguageFields } from '../engines/flexsearch/engine.js'
import { FieldIndex } from '../engines/flexsearch/field-index.js'
import { Glossary } from '../glossary/glossary.js'
import { parseGlossary } from '../glossary/stored.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { LearnedLexicon } from '../learning/learned-pair.js'
import { parseLearned } from '../learning/stored.js'
import { Searcher } from '../search/searcher.js'
import { type ByteSource, memorySource } from '../store/bytes.js'
import { Container } from '../store/container.js'
import { FileSource } from '../store/file-source.js'
import { IndexError } from '../store/index-error.js'
import type { Manifest } from '../store/manifest.js'
import { damaged, findFiles } from '../store/open-files.js'
import { PageCache } from '../store/page-cache.js'
import { CHECKSUM_FILE_NAME, CheckedSource } from '../store/page-checks.js'
import { PassageLinks } from '../store/passage-links.js'
import { PassageStore } from '../store/passage-store.js'
import { sha256 } from '../store/publish.js'
import { parseRules } from '../synonyms/stored.js'
import { Synonyms } from '../synonyms/synonyms.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { shippedLexicon } from './shipped-lexicon.js'

/** Names of the files of one field. */
export function fieldFileNames(language: Language, field: 'text' | 'context') {
  const stem = `${language}.${field}`
  return {
    vocabulary: `${stem}.vocabulary.bin`,
    postings: `${stem}.postings.bin`,
    positions: `${stem}.positions.bin`,
  }
}

export const STORE_FILE_NAMES = {
  passages: 'passages.bin',
  texts: 'texts.bin',
  documents: 'documents.json',
}

export const SYNONYM_FILE_NAME = 'synonyms.json'
export const GLOSSARY_FILE_NAME = 'glossary.json'
export const LEARNED_FILE_NAME = 'learned.json'
export const LINK_FILE_NAME = 'links.bin'

/** A hash of the terms and impacts that this version makes; an index of others cannot be asked. */
export function analysisFingerprint(): string {
  return sha256(`${describeAnalysis()} ${describeImpacts()}`)
}

/** How an index is opened. */
export interface OpenOptions {
  /** What words are translated by; the table that ships with the package by default, null for nothing. */
  lexicon?: TranslationLexicon | null
  /**
   * Hits are counted exactly where the words of a query are in fewer passages than this, added up; 10,000 by default. From there on, `total`
   * says how many there are at least.
   */
  countUpTo?: number
  /**
   * All hits get their scores where the words of a query are in fewer passages than this, added up; 500 by default. From there on, passages
   * that cannot be among the first hits are passed by. The answers are the same.
   */
  scoreUpTo?: number
}

/** Milliseconds until the vocabulary is read ahead: who asks one question and goes needs little of it. */
const READ_AHEAD_AFTER = 50

/** What is read on demand stays in memory up to this size. */
const CACHE_BYTES = 64 * 1024 * 1024

/** A build may replace the index between its check and its opening: start again this often. */
const ATTEMPTS = 3

/**
 * Opens an index that `buildIndex` has written. That its files are there is checked now, what is in them when it is read.
 *
 * @param folder The index folder, the one with `manifest.json`.
 * @throws IndexError where it is missing, damaged, or made by another version or analysis.
 */
export async function openIndex(folder: string, options: OpenOptions = {}): Promise<Searcher> {
  if (typeof folder !== 'string') throw new TypeError("Name the index: openIndex('my-index').")
  return (await openGeneration(folder, options)).searcher
}

/** Opens an index as `openIndex` does, and tells which files it was. */
export async function openGeneration(
  folder: string,
  options: OpenOptions,
): Promise<{ searcher: Searcher; generation: string }> {
  for (let attempt = 1; ; attempt++) {
    const { manifest, files } = await findFiles(folder)
    if (manifest.analysis !== analysisFingerprint())
      throw new IndexError(
        'analysis',
        folder,
        `The index in ${folder} was made with another analysis than that of this version`,
      )
    const opened: FileSource[] = []
    try {
      const open = (name: string) => {
        const source = new FileSource(join(files, name))
        opened.push(source)
        return source
      }
      const checksums = readChecksums(open(CHECKSUM_FILE_NAME), folder, manifest)
      const searcher = openFiles(manifest, options, (name) => {
        const own = checksums.column(name, Uint32Array)
        return new CheckedSource(open(name), own, () => damaged(folder, name))
      })
      return { searcher, generation: manifest.generation }
    } catch (error) {
      for (const source of opened) source.close()
      const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!gone || attempt === ATTEMPTS) throw error
    }
  }
}

function readChecksums(source: FileSource, folder: string, { files }: Manifest): Container {
  const bytes = source.read(0, source.size)
  source.close()
  if (sha256(bytes) !== files[CHECKSUM_FILE_NAME]?.sha256) throw damaged(folder, CHECKSUM_FILE_NAME)
  return new Container(memorySource(bytes))
}

function lexiconFor({ lexicon }: OpenOptions): TranslationLexicon | undefined {
  return lexicon === undefined ? shippedLexicon() : (lexicon ?? undefined)
}

function openFiles(
  manifest: Manifest,
  options: OpenOptions,
  open: (name: string) => ByteSource,
): Searcher {
  const lexicon = lexiconFor(options)
  const cache = new PageCache(CACHE_BYTES)
  const storeFiles = openAll(STORE_FILE_NAMES, open)
  const store = new PassageStore({ ...storeFiles, texts: cache.cached(storeFiles.texts) })
  const fields = new Map<Language, LanguageFields>()
  for (const language of LANGUAGES) {
    const statistics = manifest.languages[language]
    if (!statistics) continue
    const analyzer = analyzerFor(language)
    const field = (name: 'text' | 'context') => {
      const files = openAll(fieldFileNames(language, name), open)
      const postings = cache.cached(files.postings)
      const positions = cache.cached(files.positions)
      return new FieldIndex({ ...files, postings, positions }, analyzer)
    }
    fields.set(language, { text: field('text'), context: field('context'), statistics })
  }
  const { k1, b } = manifest.bm25
  const linkFile = open(LINK_FILE_NAME)
  const links = new PassageLinks(linkFile)
  linkFile.close()
  const synonyms = new Synonyms(parseRules(readText(open(SYNONYM_FILE_NAME))))
  const glossary = new Glossary(parseGlossary(readText(open(GLOSSARY_FILE_NAME))))
  const learned = new LearnedLexicon(parseLearned(readText(open(LEARNED_FILE_NAME))))
  const engine = new FlexSearchEngine(store, fields, { k1, b }, links, options)
  setTimeout(() => engine.readAhead(), READ_AHEAD_AFTER).unref()
  // Without a lexicon, nothing is translated.
  return new Searcher(engine, { synonyms, glossary, lexicon, ...(lexicon ? { learned } : {}) })
}

/** A whole small file, which is not needed open any longer. */
function readText(source: ByteSource): string {
  const text = new TextDecoder().decode(source.read(0, source.size))
  source.close()
  return text
}

function openAll<T extends Record<string, string>>(
  names: T,
  open: (name: string) => ByteSource,
): { [K in keyof T]: ByteSource } {
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, open(name)])) as {
    [K in keyof T]: ByteSource
  }
}
