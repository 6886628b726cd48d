import { alignedRows } from '../alignment/rows.js'
import type { Counterpart, Engine, IndexedDocument, IndexedPassage } from './engine.js'

/** A passage with what says the same in other versions of its document. */
export interface ParallelPassage {
  passage: IndexedPassage
  /** The surest first; empty where nothing is sure enough. */
  counterparts: { passage: IndexedPassage; confidence: number }[]
}

/** Two versions of a document side by side. */
export interface ParallelDocuments {
  left: IndexedDocument
  right: IndexedDocument
  rows: ParallelRow[]
}

/** Passages that say the same; one side is empty where the other stands alone. */
export interface ParallelRow {
  left: IndexedPassage[]
  right: IndexedPassage[]
  /** Of the weakest link in the row, 0 to 1; null where there is none. */
  confidence: number | null
}

/** Reads a passage and its counterparts; undefined where there is no such passage. */
export async function parallelPassage(
  engine: Engine,
  id: string,
): Promise<ParallelPassage | undefined> {
  const passage = await engine.passage(id)
  if (!passage) return undefined
  return { passage, counterparts: await readCounterparts(engine, await engine.counterparts(id)) }
}

/** The passages of counterparts, with their texts. */
export async function readCounterparts(
  engine: Engine,
  counterparts: readonly Pick<Counterpart, 'id' | 'confidence'>[],
): Promise<ParallelPassage['counterparts']> {
  const read = counterparts.map(async ({ id, confidence }) => {
    const passage = await engine.passage(id)
    return passage ? [{ passage, confidence }] : []
  })
  return (await Promise.all(read)).flat()
}

/** Puts two documents side by side, linked or not; undefined where one of them does not exist. */
export async function parallelDocuments(
  engine: Engine,
  leftId: string,
  rightId: string,
): Promise<ParallelDocuments | undefined> {
  const [left, right] = await Promise.all([engine.document(leftId), engine.document(rightId)])
  if (!left || !right) return undefined
  const passages = await Promise.all([engine.passagesOf(leftId), engine.passagesOf(rightId)])
  const links = await engine.links(leftId, rightId)
  const places = links.map(({ left, right, confidence }) => {
    return { left: left.ordinal, right: right.ordinal, confidence }
  })
  const rows = alignedRows(passages[0].length, passages[1].length, places).map((row) => ({
    left: row.left.map((place) => passages[0][place]!),
    right: row.right.map((place) => passages[1][place]!),
    confidence: row.confidence,
  }))
  return { left, right, rows }
}
