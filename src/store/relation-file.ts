import type { FoundDocuments } from '../alignment/collection.js'
import type { ComparedDocuments } from '../alignment/compared-documents.js'
import type { EnglishDocument, NearestDocuments } from '../alignment/nearest-documents.js'
import type { ComparedPassages } from '../duplicates/compared.js'
import type { LearnedPair } from '../learning/learned-pair.js'
import { type ByteSink, type ByteSource, ByteWriter, VarintReader } from './bytes.js'
import { Container, writeContainer } from './container.js'

/** Between identities; there is none in a path. */
const SEPARATOR = '\0'

/** A document by what tells it from all others, and from what it was before a change. */
export interface KeptDocument {
  identity: string
  passageCount: number
}

/** What relates the documents of an index to each other, kept so that it need not be found again. Numbers are places in their order. */
export interface KeptRelations {
  /** By which near-duplicates were found and documents aligned. */
  rules: string
  documents: readonly KeptDocument[]
  comparedPassages: ComparedPassages
  found: Omit<FoundDocuments, 'nearest'> & { nearest: KeptNearest }
  /** What was learned, and of which passages: a text that is the same for the same ones. */
  learned: { from: string; pairs: readonly LearnedPair[] }
}

/** Of English documents, what their words say for German ones: which of these are nearest comes of that. */
export interface KeptNearest extends Omit<NearestDocuments, 'english'> {
  english: readonly Pick<EnglishDocument, 'document' | 'asked'>[]
}

export function writeRelations(relations: KeptRelations, sink: ByteSink): void {
  const { rules, learned, documents, comparedPassages, found } = relations
  writeContainer(sink, {
    about: new TextEncoder().encode(JSON.stringify({ rules, learned })),
    identities: new TextEncoder().encode(documents.map(({ identity }) => identity).join(SEPARATOR)),
    passageCounts: Uint32Array.from(documents, ({ passageCount }) => passageCount),
    ...comparedPassages,
    pairs: packPairs(found.compared),
    confidences: Float64Array.from(
      found.compared.flatMap(({ links }) => links.map(({ confidence }) => confidence)),
    ),
    ...nearestColumns(found.nearest),
  })
}

/** Each pair: its documents, whether it was declared, what was decided, number of links, their places. */
function packPairs(compared: readonly ComparedDocuments[]): Uint8Array {
  const packed = new ByteWriter()
  for (const { left, right, declared, decided, links } of compared) {
    packed.varint(left)
    packed.varint(2 * right + Number(declared))
    packed.text(decided)
    packed.varint(links.length)
    for (const link of links) {
      packed.varint(link.left)
      packed.varint(link.right)
    }
  }
  return packed.result()
}

function nearestColumns({ german, english }: KeptNearest) {
  const candidates = english.flatMap(({ asked }) => asked.candidates)
  return {
    german: Uint32Array.from(german),
    english: Uint32Array.from(english, ({ document }) => document),
    totals: Float64Array.from(english, ({ asked }) => asked.total),
    allSums: Float64Array.from(english, ({ asked }) => asked.all),
    leftOut: Float64Array.from(english, ({ asked }) => asked.leftOut),
    nearCounts: Uint8Array.from(english, ({ asked }) => asked.candidates.length),
    nearPlaces: Uint32Array.from(candidates, ({ place }) => place),
    sums: Float64Array.from(candidates, ({ sum }) => sum),
  }
}

function readNearest(container: Container): KeptNearest {
  const totals = container.column('totals', Float64Array)
  const all = container.column('allSums', Float64Array)
  const leftOut = container.column('leftOut', Float64Array)
  const counts = container.column('nearCounts', Uint8Array)
  const places = container.column('nearPlaces', Uint32Array)
  const sums = container.column('sums', Float64Array)
  let next = 0
  const english = Array.from(container.column('english', Uint32Array), (document, i) => {
    const candidates = Array.from({ length: counts[i]! }, () => {
      return { place: places[next]!, sum: sums[next++]! }
    })
    const asked = { total: totals[i]!, all: all[i]!, candidates, leftOut: leftOut[i]! }
    return { document, asked }
  })
  return { german: [...container.column('german', Uint32Array)], english }
}

/** @param source As {@link writeRelations} makes it; not needed afterwards. */
export function readRelations(source: ByteSource): KeptRelations {
  const container = new Container(source)
  const { rules, learned } = JSON.parse(
    new TextDecoder().decode(container.column('about', Uint8Array)),
  ) as Pick<KeptRelations, 'rules' | 'learned'>
  const identities = new TextDecoder()
    .decode(container.column('identities', Uint8Array))
    .split(SEPARATOR)
  const passageCounts = container.column('passageCounts', Uint32Array)
  return {
    rules,
    learned,
    documents: Array.from(passageCounts, (passageCount, number) => {
      return { identity: identities[number]!, passageCount }
    }),
    comparedPassages: {
      numbers: container.column('numbers', Uint32Array),
      nearest: container.column('nearest', Uint32Array),
      first: container.column('first', Uint32Array),
      count: container.column('count', Uint8Array),
    },
    found: {
      compared: [
        ...unpackPairs(
          container.column('pairs', Uint8Array),
          container.column('confidences', Float64Array),
        ),
      ],
      nearest: readNearest(container),
    },
  }
}

function* unpackPairs(pairs: Uint8Array, confidences: Float64Array): Generator<ComparedDocuments> {
  const reader = new VarintReader(pairs)
  let link = 0
  while (reader.position < pairs.length) {
    const left = reader.next()
    const right = reader.next()
    const decided = readText(reader, pairs)
    const links = Array.from({ length: reader.next() }, () => {
      return { left: reader.next(), right: reader.next(), confidence: confidences[link++]! }
    })
    yield { left, right: right >>> 1, declared: (right & 1) === 1, decided, links }
  }
}

function readText(reader: VarintReader, bytes: Uint8Array): string {
  const length = reader.next()
  reader.position += length
  return new TextDecoder().decode(bytes.subarray(reader.position - length, reader.position))
}
