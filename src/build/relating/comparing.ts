import { setImmediate } from 'node:timers/promises'
import type { AlignmentOptions, PassageLink } from '../../alignment/align.js'
import {
  type CompareDocuments,
  type DocumentComparison,
  languageOfDocument,
} from '../../alignment/collection.js'
import type { PortableDocument } from '../../alignment/document-evidence.js'
import type { TranslationLexicon } from '../../translation/lexicon.js'
import type { CollectionBuilder } from '../collection-builder.js'
import type { ProgressMeter } from '../progress.js'
import { shippedLexicon } from '../shipped-lexicon.js'
import type { BuildThreads } from '../threads.js'

/** Documents that are to be compared by another thread. */
export interface ComparisonTask {
  /** The one by which they are aligned; the same each time. */
  lexicon: 'shipped' | 'none'
  /** The words of the documents: their numbers, and each packed, on a line. */
  numbers: Uint32Array
  words: string
  documents: PortableDocument[]
  /** By places in the list of documents. */
  pairs: { left: number; right: number; options: AlignmentOptions }[]
}

/** The links of each pair. */
export type ComparedInThread = readonly (readonly PassageLink[])[]

/** So many comparisons are made at once; fewer than some such tasks are made sooner than a thread has begun. */
const OF_A_TASK = 64
const FEW = 4 * OF_A_TASK
/** Tasks that a thread has been given: one is done while another waits. */
const AHEAD = 2

/** What takes part in comparing documents. */
interface Comparing {
  threads: BuildThreads
  built: Pick<CollectionBuilder, 'store' | 'evidence'>
  /** Threads have none but the one that ships. */
  lexicon: TranslationLexicon | null
  progress: Pick<ProgressMeter, 'divide' | 'advance'>
  signal: AbortSignal | undefined
}

/** Compares documents in several threads, of which this is one. What comes of it is the same. */
export function comparingIn({
  threads,
  built,
  lexicon,
  progress,
  signal,
}: Comparing): CompareDocuments {
  const isPortable = lexicon === null || lexicon === shippedLexicon()
  const porter = new Porter(built, lexicon === null ? 'none' : 'shipped')
  return async (comparisons, here) => {
    if (comparisons.length < FEW) return comparisons.map(here)
    progress.divide(comparisons.length)
    const tasks: (readonly DocumentComparison[])[] = []
    for (let i = 0; i < comparisons.length; i += OF_A_TASK)
      tasks.push(comparisons.slice(i, i + OF_A_TASK))
    const results: ComparedInThread[] = []
    let next = 0
    const finish = (place: number, links: ComparedInThread) => {
      results[place] = links
      progress.advance(links.length)
    }
    const ask = async () => {
      while (next < tasks.length) {
        const place = next++
        const answer = await threads.compare(porter.task(tasks[place]!))
        finish(place, answer ?? tasks[place]!.map(here))
      }
    }
    const asked = Array.from({ length: isPortable ? AHEAD * threads.size : 0 }, ask)
    while (next < tasks.length) {
      const place = next++
      finish(place, tasks[place]!.map(here))
      await setImmediate()
      signal?.throwIfAborted()
    }
    await Promise.all(asked)
    return results.flat()
  }
}

/** Makes tasks for other threads. */
class Porter {
  constructor(
    private readonly built: Pick<CollectionBuilder, 'store' | 'evidence'>,
    private readonly lexicon: ComparisonTask['lexicon'],
  ) {}

  task(comparisons: readonly DocumentComparison[]): ComparisonTask {
    const places = new Map<number, number>()
    const documents: PortableDocument[] = []
    const placeOf = (document: number) => {
      const known = places.get(document)
      if (known !== undefined) return known
      places.set(document, documents.length)
      return documents.push(this.document(document)) - 1
    }
    const pairs = comparisons.map(({ left, right, options }) => {
      return { left: placeOf(left), right: placeOf(right), options }
    })
    const numbers = Uint32Array.from(distinctWords(documents))
    const words = this.built.evidence.packedWords(numbers)
    return { lexicon: this.lexicon, numbers, words, documents, pairs }
  }

  private document(number: number): PortableDocument {
    const { store, evidence } = this.built
    const { firstPassage: first, passageCount } = store.documents[number]!
    const place = { first, end: first + passageCount }
    const language = languageOfDocument(place, (passage) => evidence.languageOf(passage))
    return evidence.portable(language, place)
  }
}

function distinctWords(documents: readonly PortableDocument[]): Set<number> {
  const found = new Set<number>()
  for (const { words } of documents) for (const word of words) found.add(word)
  return found
}
