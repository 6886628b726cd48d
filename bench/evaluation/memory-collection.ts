import { analyzerFor } from '../../src/analysis/registry.js'
import { BatchBuilder } from '../../src/build/batch.js'
import { CollectionBuilder } from '../../src/build/collection-builder.js'
import type { CutPassage } from '../../src/build/cut-document.js'
import { alignVersions } from '../../src/build/relating/alignment.js'
import { builtCollection } from '../../src/build/relating/built-collection.js'
import { RunStore } from '../../src/build/run-store.js'
import { shippedLexicon } from '../../src/build/shipped-lexicon.js'
import { Vocabularies } from '../../src/build/vocabularies.js'
import type { Originals } from '../../src/duplicates/originals.js'
import { BM25_DEFAULTS } from '../../src/engines/flexsearch/bm25.js'
import {
  FlexSearchEngine,
  type LanguageFields,
  type Thoroughness,
} from '../../src/engines/flexsearch/engine.js'
import { type FieldFiles, FieldIndex } from '../../src/engines/flexsearch/field-index.js'
import type { Language } from '../../src/language/language.js'
import { Searcher } from '../../src/search/searcher.js'
import { type ByteSource, ByteWriter, memorySource } from '../../src/store/bytes.js'
import { PassageLinks, packLinks } from '../../src/store/passage-links.js'
import { PassageStore } from '../../src/store/passage-store.js'
import { StoreSegment } from '../../src/store/store-segment.js'
import type { Collection, JudgedPassage } from './collection.js'

/** Passages as given, not to be cut again. Titles are not indexed; a pool is searched as a tag. */
export function memoryCollection(passages: readonly JudgedPassage[]): Collection {
  const alone = passages.map((passage): MemoryDocument => ({ id: passage.id, passages: [passage] }))
  return {
    passages,
    filters: {},
    open: () => indexInMemory(alone, false),
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
    open: () => indexInMemory(documents, true),
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
 * @param thoroughness As in `OpenOptions`.
 */
export async function indexInMemory(
  documents: readonly MemoryDocument[],
  aligned = false,
  thoroughness?: Thoroughness,
): Promise<Searcher> {
  const texts = new MemoryFile()
  const collection = collect(documents, texts)
  const { store } = collection
  const written = new Map<string, FieldFiles<ByteWriter>>()
  const languages = collection.writeFields(BM25_DEFAULTS, (language, field) => {
    const files = {
      vocabulary: new ByteWriter(),
      postings: new ByteWriter(),
      positions: new ByteWriter(),
    }
    written.set(`${language} ${field}`, files)
    return files
  })
  const fields = new Map<Language, LanguageFields>()
  for (const { language, statistics } of languages) {
    const field = (name: string) =>
      new FieldIndex(sources({ ...written.get(`${language} ${name}`)! }), analyzerFor(language))
    fields.set(language, { text: field('text'), context: field('context'), statistics })
  }
  const files = { passages: new ByteWriter(), documents: new ByteWriter() }
  store.write(noDuplicates(store.passageCount), files)
  const opened = new PassageStore(new StoreSegment(sources({ ...files, texts })))
  const links = aligned ? await linksOf(collection) : null
  return new Searcher(new FlexSearchEngine(opened, fields, BM25_DEFAULTS, links, thoroughness), {
    lexicon: shippedLexicon(),
  })
}

/** A file of texts that can be read while it grows. */
class MemoryFile extends ByteWriter {
  read(offset: number, length: number): Uint8Array {
    return this.result().subarray(offset, offset + length)
  }
}

async function linksOf(collection: CollectionBuilder): Promise<PassageLinks> {
  const relatable = builtCollection(collection, (path) => path, shippedLexicon())
  const { links } = await alignVersions(relatable, shippedLexicon(), { lists: {}, problems: [] })
  return new PassageLinks(memorySource(packLinks(collection.store.passageCount, links)))
}

function collect(documents: readonly MemoryDocument[], texts: MemoryFile): CollectionBuilder {
  const batch = new BatchBuilder(new Vocabularies(0))
  for (const { passages } of documents)
    batch.addDocument(passages.map(({ text }) => text).join(''), cutAsGiven(passages))
  const collection = new CollectionBuilder(texts, new RunStore())
  const metadata = documents.map(({ id, passages }) => {
    const tags = [...new Set(passages.flatMap(({ pool }) => pool ?? []))]
    return { title: '', speakers: [], tags, path: id }
  })
  collection.add(batch.finish(), metadata)
  collection.store.identify(documents)
  return collection
}

function cutAsGiven(passages: readonly JudgedPassage[]): CutPassage[] {
  let end = 0
  return passages.map(({ text, lang: language }, place) => {
    const start = end
    end += text.length
    return {
      text,
      hash: hashOf(place),
      start,
      end,
      sourceStart: start,
      sourceEnd: end,
      language,
      confidence: 1,
      speaker: null,
      heading: [],
    }
  })
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

function sources<K extends string>(files: Record<K, ByteWriter>): Record<K, ByteSource> {
  const entries = Object.entries<ByteWriter>(files).map(([name, file]) => {
    return [name, memorySource(file.result())]
  })
  return Object.fromEntries(entries) as Record<K, ByteSource>
}
