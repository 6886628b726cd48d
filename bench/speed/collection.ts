import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openIndex } from '../../src/build/index-files.js'
import type { IndexedPassage } from '../../src/search/engine.js'
import { prepared } from '../evaluation/peers/peer.js'
import { passageLine } from './passages.js'
import type { Sample } from './questions.js'
import { generateDocuments } from './texts/generate.js'
import { randomNumbers } from './texts/random.js'

/** Passages that questions are drawn from. */
const SAMPLES = 4_000
/** Of the choice of these passages. */
const SEED = 4

/** Writes generated texts into a folder. */
export function writeCorpus(folder: string, passages: number): void {
  for (const { path, text } of generateDocuments(passages)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** What was exported of an index. */
export interface Collection {
  passages: number
  documents: number
  /** Bytes of the passages in UTF-8. */
  textBytes: number
  /** Some of the passages. */
  samples: readonly Sample[]
}

/** Writes the passages of an index, analyzed, to a file for peers, so that all systems have the same. */
export async function exportPassages(index: string, file: string): Promise<Collection> {
  const searcher = await openIndex(index)
  try {
    const { documents } = await searcher.engine.statistics()
    const reservoir = new Reservoir(SAMPLES)
    let passages = 0
    let textBytes = 0
    async function* lines() {
      for (const { id } of await searcher.engine.documents())
        for (const passage of await searcher.engine.passagesOf(id)) {
          textBytes += Buffer.byteLength(passage.text)
          reservoir.offer(passage)
          yield lineOf(passages++, passage)
        }
    }
    await pipeline(lines, createWriteStream(file))
    return { passages, documents, textBytes, samples: reservoir.kept }
  } finally {
    await searcher.close()
  }
}

function lineOf(number: number, { text, language, document }: IndexedPassage): string {
  const terms = prepared(text, language, 'terms')
  return passageLine({ number, language, document: document.id.replace(/\s/g, '_'), terms })
}

/** Keeps so many of all that are offered, each with the same chance (Vitter's algorithm R). */
class Reservoir {
  readonly kept: Sample[] = []
  private readonly random = randomNumbers(SEED)
  private offered = 0

  constructor(private readonly size: number) {}

  offer({ text, language }: IndexedPassage): void {
    const place = Math.floor(this.random() * ++this.offered)
    if (this.kept.length < this.size) this.kept.push({ text, language })
    else if (place < this.size) this.kept[place] = { text, language }
  }
}
