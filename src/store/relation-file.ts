import type { FoundDocuments } from '../alignment/collection.js'
import type { ComparedDocuments } from '../alignment/compared-documents.js'
import type { NearestDocuments } from '../alignment/nearest-documents.js'
import type { ComparedPassages } from '../duplicates/compared.js'
import type { LearnedPair } from '../learning/learned-pair.js'
import { type ByteSink, type ByteSource, ByteWriter, VarintReader } from './bytes.js'
import { Container, writeContainer } from './container.js'
import { packStrings } from './strings.js'

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
  found: FoundDocuments
  /** What was learned, and of which passages: a text that is the same for the same ones. */
  learned: { from: string; pairs: readonly LearnedPair[] }
}

export function writeRelations(relations: KeptRelations, sink: ByteSink): void {
  const { rules, learned, documents, comparedPassages, found } = relations
  writeContainer(sink, {
    about: new TextEncoder().encode(JSON.stringify({ rules, learned })),
    ...packStrings(
      'identities',
      documents.map(({ identity }) => identity),
    ),
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

function nearestColumns({ german, english }: NearestDocuments) {
  const nearest = english.flatMap((each) => each.nearest)
  return {
    german: Uint32Array.from(german),
    english: Uint32Array.from(english, ({ document }) => document),
    nearCounts: Uint8Array.from(english, (each) => each.nearest.length),
    nearPlaces: Uint32Array.from(nearest, ({ place }) => place),
    shares: Float64Array.from(nearest, ({ share }) => share),
  }
}

function readNearest(container: Container): NearestDocuments {
  const counts = container.column('nearCounts', Uint8Array)
  const places = container.column('nearPlaces', Uint32Array)
  const shares = container.column('shares', Float64Array)
  let next = 0
  const english = Array.from(container.column('english', Uint32Array), (document, i) => {
    const nearest = Array.from({ length: counts[i]! }, () => {
      return { place: places[next]!, share: shares[next++]! }
    })
    return { document, nearest }
  })
  return { german: [...container.column('german', Uint32Array)], english }
}

/** @param source As {@link writeRelations} makes it; not needed afterwards. */
export function readRelations(source: ByteSource): KeptRelations {
  const container = new Container(source)
  const { rules, learned } = JSON.parse(
    new TextDecoder().decode(container.column('about', Uint8Array)),
  ) as Pick<KeptRelations, 'rules' | 'learned'>
  const identities = container.strings('identities')
  const passageCounts = container.column('passageCounts', Uint32Array)
  return {
    rules,
    learned,
    documents: Array.from(passageCounts, (passageCount, number) => {
      return { identity: identities.at(number), passageCount }
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
