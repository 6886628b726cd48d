import { analyzerFor } from '../../src/analysis/registry.js'
import { CollectionInverter } from '../../src/build/collection-inverter.js'
import { shippedLexicon } from '../../src/build/shipped-lexicon.js'
import type { Originals } from '../../src/duplicates/originals.js'
import { BM25_DEFAULTS } from '../../src/engines/flexsearch/bm25.js'
import { FlexSearchEngine, type LanguageFields } from '../../src/engines/flexsearch/engine.js'
import { FieldIndex } from '../../src/engines/flexsearch/field-index.js'
import type { Language } from '../../src/language/language.js'
import { Searcher } from '../../src/search/searcher.js'
import { type ByteSource, memorySource } from '../../src/store/bytes.js'
import { PassageStore } from '../../src/store/passage-store.js'
import { PassageStoreWriter } from '../../src/store/passage-store-writer.js'
import type { Collection, JudgedPassage } from './collection.js'

/** Passages as given, not to be cut again. Titles are not indexed; a pool is searched as a tag. */
export function memoryCollection(passages: readonly JudgedPassage[]): Collection {
  return {
    passages,
    filters: {},
    open: async () => indexInMemory(passages),
    idOf: ({ document }) => document.id,
  }
}

/** Sees what is read of a file. */
export type Watch = (file: string, source: ByteSource) => ByteSource

/** Indexes passages as `buildIndex` does those of a corpus, each as a document with the passage's id. */
export function indexInMemory(
  passages: readonly JudgedPassage[],
  watch: Watch = (_, source) => source,
): Searcher {
  const store = new PassageStoreWriter()
  const inverter = new CollectionInverter()
  for (const [number, passage] of passages.entries()) addPassage(passage, number, store, inverter)
  const fields = new Map<Language, LanguageFields>()
  for (const { language, text, context, statistics } of inverter.finish(BM25_DEFAULTS)) {
    const analyzer = analyzerFor(language)
    fields.set(language, {
      text: new FieldIndex(sources({ ...text }, watch), analyzer),
      context: new FieldIndex(sources({ ...context }, watch), analyzer),
      statistics,
    })
  }
  const opened = new PassageStore(sources(store.files(noDuplicates(passages.length)), watch))
  return new Searcher(new FlexSearchEngine(opened, fields, BM25_DEFAULTS), {
    lexicon: shippedLexicon(),
  })
}

function addPassage(
  { id, lang: language, text, pool }: JudgedPassage,
  number: number,
  store: PassageStoreWriter,
  inverter: CollectionInverter,
): void {
  const section = store.section(number, [])
  const around = { document: number, title: '', section, heading: [], speaker: null }
  const row = {
    document: number,
    hash: '',
    start: 0,
    end: text.length,
    sourceStart: 0,
    sourceEnd: text.length,
    language,
    confidence: 1,
    speaker: null,
    heading: [],
    length: inverter.add(number, text, language, around),
  }
  const tags = pool === undefined ? [] : [pool]
  store.addDocument({ id, title: '', speakers: [], tags, path: id }, text, [row])
}

/** Every passage is judged by itself, so none is looked for that repeats another. */
function noDuplicates(passages: number): Originals {
  return { first: new Uint32Array(passages), count: new Uint8Array(passages) }
}

function sources<K extends string>(
  files: Record<K, Uint8Array>,
  watch: Watch,
): Record<K, ByteSource> {
  const entries = Object.entries<Uint8Array>(files).map(([name, bytes]) => {
    return [name, watch(name, memorySource(bytes))]
  })
  return Object.fromEntries(entries) as Record<K, ByteSource>
}
