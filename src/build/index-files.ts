import { FlexSearchEngine } from '../engines/flexsearch/engine.js'
import { Glossary } from '../glossary/glossary.js'
import { parseGlossary } from '../glossary/stored.js'
import { LearnedLexicon } from '../learning/learned-pair.js'
import { parseLearned } from '../learning/stored.js'
import { Searcher } from '../search/searcher.js'
import { IndexError, unreadable } from '../store/index-error.js'
import type { Manifest } from '../store/manifest.js'
import { findFiles, inodeOf, segmentsOf } from '../store/open-files.js'
import { PassageLinks } from '../store/passage-links.js'
import { parseRules } from '../synonyms/stored.js'
import { Synonyms } from '../synonyms/synonyms.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { analysisFingerprint } from './analysis-fingerprint.js'
import {
  GLOSSARY_FILE_NAME,
  LEARNED_FILE_NAME,
  LINK_FILE_NAME,
  SYNONYM_FILE_NAME,
} from './file-names.js'
import { openFields, openStore } from './open-segments.js'
import { IndexSegments } from './segment-files.js'
import { shippedLexicon } from './shipped-lexicon.js'

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

/** Milliseconds until vocabularies are read ahead: who asks one question and goes needs little of it. */
const READ_AHEAD_AFTER = 50

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

/** An index that was opened, and its files. */
export interface OpenedGeneration {
  searcher: Searcher
  generation: string
  /** As {@link inodeOf} tells it. */
  inode: bigint | undefined
  /** The folders of its segments. */
  segments: string[]
}

/**
 * Opens an index as `openIndex` does, and tells which files it was.
 *
 * @param check Reads the manifest and checks what it names. What is opened is what was checked, though the index be replaced meanwhile.
 */
export async function openGeneration(
  folder: string,
  options: OpenOptions,
  check: (folder: string) => Promise<Manifest> = findFiles,
): Promise<OpenedGeneration> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await check(folder)
    if (manifest.analysis !== analysisFingerprint())
      throw new IndexError(
        'analysis',
        folder,
        `The index in ${folder} was made with another analysis than that of this version`,
      )
    let segments: IndexSegments | undefined
    try {
      // Before: what is put in the place of these files from now on is other than what was opened.
      const inode = await inodeOf(folder, manifest.generation)
      segments = new IndexSegments(folder, manifest)
      return {
        searcher: openSearcher(manifest, segments, options),
        generation: manifest.generation,
        inode,
        segments: segmentsOf(manifest).map(({ generation }) => generation),
      }
    } catch (error) {
      segments?.close()
      const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!gone || attempt === ATTEMPTS) throw unreadable(folder, error)
    }
  }
}

function lexiconFor({ lexicon }: OpenOptions): TranslationLexicon | undefined {
  return lexicon === undefined ? shippedLexicon() : (lexicon ?? undefined)
}

function openSearcher(manifest: Manifest, segments: IndexSegments, options: OpenOptions): Searcher {
  const lexicon = lexiconFor(options)
  const store = openStore(manifest, segments)
  const fields = openFields(manifest, segments, store)
  const { k1, b } = manifest.bm25
  const { last } = segments
  const linkFile = last.open(LINK_FILE_NAME)
  const links = new PassageLinks(linkFile)
  linkFile.close()
  const synonyms = new Synonyms(parseRules(last.readText(SYNONYM_FILE_NAME)))
  const glossary = new Glossary(parseGlossary(last.readText(GLOSSARY_FILE_NAME)))
  const learned = new LearnedLexicon(parseLearned(last.readText(LEARNED_FILE_NAME)))
  const engine = new FlexSearchEngine(store, fields, { k1, b }, links, options)
  setTimeout(() => engine.readAhead(), READ_AHEAD_AFTER).unref()
  // Without a lexicon, nothing is translated.
  return new Searcher(engine, { synonyms, glossary, lexicon, ...(lexicon ? { learned } : {}) })
}
