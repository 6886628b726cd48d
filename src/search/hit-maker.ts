import { excerpt } from '../highlight/excerpt.js'
import { Highlighter } from '../highlight/highlight.js'
import type { Counterpart, IndexedDocument, IndexedPassage, Ranked } from './engine.js'
import type { Hit, PassageHit } from './hit.js'
import { leaves, type Plan } from './plan.js'

/** Makes hits of what an engine has ranked for one plan: with marks and excerpts. */
export class HitMaker {
  /** True if there are words in the hits that can be marked. */
  readonly hasWords: boolean
  private readonly highlighter: Highlighter

  constructor({ required, wanted, related, boosting }: Plan) {
    const searched = leaves([...required, ...wanted, ...related, ...boosting])
    this.hasWords = searched.some(({ type }) => type !== 'condition')
    this.highlighter = new Highlighter(searched)
  }

  /** @param rank Counted from 1. */
  hit(entry: Ranked, rank: number): Hit {
    const { group } = entry
    const hit: Hit = { rank, ...this.passageHit(entry) }
    if (group) hit.group = { ...group, next: group.next.map((next) => this.passageHit(next)) }
    return hit
  }

  async *hits(batches: AsyncIterable<Ranked[]>): AsyncGenerator<Hit> {
    let rank = 0
    for await (const batch of batches) for (const entry of batch) yield this.hit(entry, ++rank)
  }

  private passageHit({ passage, score, ...found }: Ranked): PassageHit {
    const highlights = this.highlighter.highlight(passage.text, passage.language)
    const hit: PassageHit = {
      score,
      passage: passageOf(passage),
      document: documentOf(passage.document),
      highlights,
      excerpt: excerpt(passage.text, highlights),
      duplicates: found.duplicates.map(({ id, document: { id: documentId, title }, score }) => {
        return { id, document: { id: documentId, title }, score }
      }),
      counterparts: found.counterparts.map(counterpartOf),
    }
    if (found.explanation) hit.explanation = found.explanation
    return hit
  }
}

/** A counterpart as hits show it. */
export function counterpartOf({ id, language, confidence, document }: Counterpart) {
  return { id, language, confidence, document: { id: document.id, title: document.title } }
}

/** A passage as hits show it. */
export function passageOf({ id, text, language, speaker, heading, start, end }: IndexedPassage) {
  return { id, text, language, speaker, heading, start, end }
}

/** A document as hits show it. */
export function documentOf({ id, title, kind, date }: IndexedDocument) {
  return { id, title, kind: kind ?? null, date: date ?? null }
}
