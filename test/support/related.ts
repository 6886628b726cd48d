import { BatchBuilder } from '../../src/build/batch.js'
import { CollectionBuilder } from '../../src/build/collection-builder.js'
import type { CutPassage } from '../../src/build/cut-document.js'
import { builtCollection, writeSegment } from '../../src/build/relating/built-collection.js'
import {
  type DocumentPlace,
  joinedCollection,
  type RelatedSegment,
} from '../../src/build/relating/joined-documents.js'
import {
  type RelationSettings,
  type Relations,
  relate,
} from '../../src/build/relating/relations.js'
import { RunStore } from '../../src/build/run-store.js'
import { Vocabularies } from '../../src/build/vocabularies.js'
import type { Language } from '../../src/language/language.js'
import { ByteWriter, memorySource } from '../../src/store/bytes.js'
import { DocumentWordFile } from '../../src/store/document-words.js'
import { readRelations, writeRelations } from '../../src/store/relation-file.js'
import { SignatureFile } from '../../src/store/signature-file.js'

/** A document as it is to be indexed; its path is its id. */
export interface GivenDocument {
  path: string
  versionOf?: string
  passages: readonly (Pick<CutPassage, 'heading' | 'speaker' | 'language'> & { text: string })[]
}

/** The id of a document's passage. */
export function passageId(path: string, place: number): string {
  return `${path}#${hashOf(place)}`
}

function hashOf(place: number): string {
  return 'abcdefghijkmnpqrstuvwxyz'[place]!
}

/** Tells documents apart whose passages differ. */
function identityOf({ path, passages }: GivenDocument): string {
  return `${path} ${JSON.stringify(passages)}`
}

function identityByPath(documents: readonly GivenDocument[]) {
  const byPath = new Map(documents.map((document) => [document.path, identityOf(document)]))
  return (path: string) => byPath.get(path)!
}

/** Documents that were analyzed, as a build has them in memory. */
export function collectionOf(documents: readonly GivenDocument[]) {
  const batch = new BatchBuilder(new Vocabularies(0))
  for (const { passages } of documents)
    batch.addDocument(passages.map(({ text }) => text).join(''), cutAsGiven(passages))
  const collection = new CollectionBuilder(new MemoryFile(), new RunStore())
  collection.add(
    batch.finish(),
    documents.map(({ path }) => ({ title: path, speakers: [], tags: [], path })),
  )
  const identities = documents.map(({ path, versionOf }) => {
    return versionOf === undefined ? { id: path } : { id: path, versionOf }
  })
  collection.store.identify(identities)
  return collection
}

/** Relates documents as a build does that knows nothing of an earlier one. */
export function relateAll(
  documents: readonly GivenDocument[],
  settings: RelationSettings,
): Promise<Relations> {
  const { lexicon } = settings
  return relate(
    builtCollection(collectionOf(documents), identityByPath(documents), lexicon),
    settings,
  )
}

/** A collection whose documents change: it has the documents of its beginning, and those that have come since. */
export class ChangingCollection {
  private readonly main: Segment
  private earlier: { kept: Uint8Array; places: DocumentPlace[]; segments: RelatedSegment[] }

  private constructor(
    documents: readonly GivenDocument[],
    lexicon: RelationSettings['lexicon'],
    { kept }: Relations,
  ) {
    this.main = new Segment(documents, lexicon)
    const places = documents.map((document) => this.main.placeOf(document, 0)!)
    this.earlier = { kept: packed(kept), places, segments: [this.main.related] }
  }

  static async of(
    documents: readonly GivenDocument[],
    settings: RelationSettings,
  ): Promise<ChangingCollection> {
    const relations = await relateAll(documents, settings)
    return new ChangingCollection(documents, settings.lexicon, relations)
  }

  /** Analyzes only the documents that are new, and relates all. */
  async change(
    documents: readonly GivenDocument[],
    settings: RelationSettings,
    readPassage?: () => void,
  ): Promise<Relations> {
    const added = documents.filter((document) => !this.main.placeOf(document, 0))
    const delta = new Segment(added, settings.lexicon)
    const places = documents.map(
      (document) => this.main.placeOf(document, 0) ?? delta.placeOf(document, 1)!,
    )
    const segments = [this.main.related, delta.related]
    const collection = joinedCollection({
      documents: documents.map(({ path, versionOf, passages, ...rest }) => ({
        id: path,
        ...(versionOf === undefined ? {} : { versionOf }),
        path,
        identity: identityOf({ path, passages, ...rest }),
        passageCount: passages.length,
      })),
      places,
      segments,
      passages: new GivenPassages(documents, readPassage),
    })
    const kept = readRelations(memorySource(this.earlier.kept))
    const relations = await relate(collection, settings, { ...this.earlier, kept })
    this.earlier = { kept: packed(relations.kept), places, segments }
    return relations
  }
}

function packed(kept: Relations['kept']): Uint8Array {
  const file = new ByteWriter()
  writeRelations(kept, file)
  return file.result()
}

/** Documents that were analyzed together, as files. */
class Segment {
  readonly related: RelatedSegment
  private readonly places = new Map<string, Omit<DocumentPlace, 'segment'>>()

  constructor(documents: readonly GivenDocument[], lexicon: RelationSettings['lexicon']) {
    const [signatures, words] = [new ByteWriter(), new ByteWriter()]
    const collection = collectionOf(documents)
    writeSegment(builtCollection(collection, identityByPath(documents), lexicon), {
      signatures,
      words,
    })
    this.related = {
      signatures: new SignatureFile(memorySource(signatures.result())),
      words: new DocumentWordFile(memorySource(words.result())),
    }
    for (const [document, { firstPassage, passageCount }] of collection.store.documents.entries())
      this.places.set(identityOf(documents[document]!), { document, firstPassage, passageCount })
  }

  placeOf(document: GivenDocument, segment: number): DocumentPlace | undefined {
    const place = this.places.get(identityOf(document))
    return place && { ...place, segment }
  }
}

/** The passages of documents by their numbers. */
class GivenPassages {
  private readonly all: {
    document: number
    id: string
    passage: GivenDocument['passages'][number]
  }[]

  /** @param read Called whenever a passage is read. */
  constructor(
    documents: readonly GivenDocument[],
    private readonly read: () => void = () => {},
  ) {
    this.all = documents.flatMap(({ path, passages }, document) =>
      passages.map((passage, place) => ({ document, id: passageId(path, place), passage })),
    )
  }

  passageNumber(id: string): number | undefined {
    const number = this.all.findIndex((passage) => passage.id === id)
    return number < 0 ? undefined : number
  }

  documentOf(passage: number): number {
    return this.all[passage]!.document
  }

  languageOf(passage: number): Language {
    return this.all[passage]!.passage.language
  }

  passage(number: number) {
    this.read()
    return this.all[number]!.passage
  }
}

function cutAsGiven(passages: GivenDocument['passages']): CutPassage[] {
  let end = 0
  return passages.map((passage, place) => {
    const start = end
    end += passage.text.length
    const source = { sourceStart: start, sourceEnd: end }
    return { ...passage, hash: hashOf(place), start, end, ...source, confidence: 1 }
  })
}

/** A file of texts that can be read while it grows. */
class MemoryFile extends ByteWriter {
  read(offset: number, length: number): Uint8Array {
    return this.result().subarray(offset, offset + length)
  }
}
