import { analyzerFor } from '../../src/analysis/registry.js'
import { alignVersions } from '../../src/build/alignment.js'
import { CollectionInverter } from '../../src/build/collection-inverter.js'
import { shippedLexicon } from '../../src/build/shipped-lexicon.js'
import type { Originals } from '../../src/duplicates/originals.js'
import { BM25_DEFAULTS } from '../../src/engines/flexsearch/bm25.js'
import { FlexSearchEngine, type LanguageFields } from '../../src/engines/flexsearch/engine.js'
import { FieldIndex } from '../../src/engines/flexsearch/field-index.js'
import type { Language } from '../../src/language/language.js'
import { Searcher } from '../../src/search/searcher.js'
import { type ByteSource, memorySource } from '../../src/store/bytes.js'
import { PassageLinks, packLinks } from '../../src/store/passage-links.js'
import { PassageStore } from '../../src/store/passage-store.js'
import { PassageStoreWriter } from '../../src/store/passage-store-writer.js'
import type { Collection, JudgedPassage } from './collection.js'

/** Passages as given, not to be cut again. Titles are not indexed; a pool is searched as a tag. */
export function memoryCollection(passages: readonly JudgedPassage[]): Collection {
  const alone = passages.map((passage): MemoryDocument => ({ id: passage.id, passages: [passage] }))
  return {
    passages,
    filters: {},
    open: async () => indexInMemory(alone, false),
    idOf: ({ document }) => document.id,
  }
}

/** The same in their documents, of which those that are versions of each other are found and aligned. */
export function alignedCollection(
  passages: readonly JudgedPassage[],
  language: Language,
): Collection {
  const documents = documentsOf(passages)
  const searched = passages.filter(({ lang }) => lang === language)
  const ids = new Map(
    documents.flatMap((document) =>
      document.passages.map(({ id }, place) => [passageId(document.id, place), id]),
    ),
  )
  return {
    passages: searched,
    filters: { lang: [language] },
    open: async () => indexInMemory(documents, true),
    idOf: ({ passage }) => ids.get(passage.id)!,
  }
}

/** A document by the passages it is made of. */
export interface MemoryDocument {
  id: string
  passages: readonly JudgedPassage[]
}

/** In the order of their first passages; a passage that is said to be of none is one of its own. */
function documentsOf(passages: readonly JudgedPassage[]): MemoryDocument[] {
  const documents = new Map<string, JudgedPassage[]>()
  for (const passage of passages) {
    const id = passage.docid ?? passage.id
    documents.set(id, [...(documents.get(id) ?? []), passage])
  }
  return [...documents].map(([id, own]) => ({ id, passages: own }))
}

/**
 * Indexes passages as `buildIndex` does those of a corpus.
 *
 * @param countUpTo As in `OpenOptions`.
 */
export function indexInMemory(
  documents: readonly MemoryDocument[],
  aligned = false,
  countUpTo?: number,
): Searcher {
  const store = new PassageStoreWriter()
  const inverter = new CollectionInverter()
  for (const [number, document] of documents.entries())
    addDocument(document, number, store, inverter)
  const fields = new Map<Language, LanguageFields>()
  for (const { language, text, context, statistics } of inverter.finish(BM25_DEFAULTS)) {
    const analyzer = analyzerFor(language)
    fields.set(language, {
      text: new FieldIndex(sources({ ...text }), analyzer),
      context: new FieldIndex(sources({ ...context }), analyzer),
      statistics,
    })
  }
  const opened = new PassageStore(sources(store.files(noDuplicates(store.passageCount))))
  const links = aligned ? linksOf(store, inverter) : null
  return new Searcher(new FlexSearchEngine(opened, fields, BM25_DEFAULTS, links, countUpTo), {
    lexicon: shippedLexicon(),
  })
}

function linksOf(store: PassageStoreWriter, { evidence }: CollectionInverter): PassageLinks {
  const links = alignVersions(store, evidence, shippedLexicon(), {}, [])
  return new PassageLinks(memorySource(packLinks(store.passageCount, links)))
}

function addDocument(
  { id, passages }: MemoryDocument,
  document: number,
  store: PassageStoreWriter,
  inverter: CollectionInverter,
): void {
  const section = store.section(document, [])
  const around = { document, title: '', section, heading: [], speaker: null }
  let start = 0
  const rows = passages.map(({ text, lang: language }, place) => {
    const end = start + text.length
    const row = {
      document,
      hash: hashOf(place),
      start,
      end,
      sourceStart: start,
      sourceEnd: end,
      language,
      confidence: 1,
      speaker: null,
      heading: [],
      length: inverter.add(store.passageCount + place, text, language, around),
    }
    start = end
    return row
  })
  const text = passages.map((passage) => passage.text).join('')
  const tags = [...new Set(passages.flatMap(({ pool }) => pool ?? []))]
  store.addDocument({ id, title: '', speakers: [], tags, path: id }, text, rows)
}

function passageId(document: string, place: number): string {
  return `${document}#${hashOf(place)}`
}

function hashOf(place: number): string {
  return String(place)
}

/** Every passage is judged by itself, so none is looked for that repeats another. */
function noDuplicates(passages: number): Originals {
  return { first: new Uint32Array(passages), count: new Uint8Array(passages) }
}

function sources<K extends string>(files: Record<K, Uint8Array>): Record<K, ByteSource> {
  const entries = Object.entries<Uint8Array>(files).map(([name, bytes]) => {
    return [name, memorySource(bytes)]
  })
  return Object.fromEntries(entries) as Record<K, ByteSource>
}
