import { LINK_THRESHOLD, REVIEW_CEILING } from '../../alignment/threshold.js'
import { versionGroups } from '../../alignment/versions.js'
import type { Counterpart, PassagePair } from '../../search/engine.js'
import type { LinkedPassage, PassageLinks } from '../../store/passage-links.js'
import type { PassageStore } from '../../store/passage-store.js'

/** What says the same in another version of a document. */
export class Versions {
  /** By document number the group of those that are said to be versions of each other; made when it is first asked for. */
  private declared: Map<number, readonly number[]> | undefined

  constructor(
    private readonly store: PassageStore,
    private readonly stored: PassageLinks | null,
  ) {}

  /** Of a passage, by number: the surest first. */
  counterparts(passage: number): Counterpart[] {
    return this.sure(passage).map(({ passage: other, confidence }) => ({
      id: this.store.passageId(other),
      language: this.store.languageOf(other),
      confidence,
      document: this.store.document(this.store.documentOf[other]!),
    }))
  }

  /** Between two documents, by number, in the order of the first. */
  links(document: number, other: number): PassagePair[] {
    const { first, end } = this.store.passagesOf(document)
    const pairs: PassagePair[] = []
    for (let passage = first; passage < end; passage++)
      for (const { passage: counterpart, confidence } of this.sure(passage))
        if (this.store.documentOf[counterpart] === other)
          pairs.push(this.pair(passage, counterpart, confidence))
    return pairs
  }

  /** Documents that are versions of one, by number, in their order: those that are said to be and those with links. */
  documents(document: number): number[] {
    const found = new Set(this.groups().get(document))
    const { first, end } = this.store.passagesOf(document)
    for (let passage = first; passage < end; passage++)
      for (const { passage: counterpart } of this.sure(passage))
        found.add(this.store.documentOf[counterpart]!)
    found.delete(document)
    return Array.from(this.store.inOrder).filter((number) => found.has(number))
  }

  doubtful(): PassagePair[] {
    const place = (passage: number) => this.store.places?.[passage] ?? passage
    const found: { left: number; right: number; confidence: number }[] = []
    for (let left = 0; left < this.store.passageCount; left++)
      for (const { passage: right, confidence } of this.linked(left))
        if (place(left) < place(right) && confidence < REVIEW_CEILING)
          found.push({ left, right, confidence })
    found.sort(
      (a, b) =>
        a.confidence - b.confidence ||
        place(a.left) - place(b.left) ||
        place(a.right) - place(b.right),
    )
    return found.map(({ left, right, confidence }) => this.pair(left, right, confidence))
  }

  private groups(): Map<number, readonly number[]> {
    this.declared ??= this.makeGroups()
    return this.declared
  }

  private makeGroups(): Map<number, readonly number[]> {
    const { inOrder, documents } = this.store
    const groups = versionGroups(Array.from(inOrder, (number) => documents[number]!))
    return new Map(
      groups.flatMap((group) => {
        const numbers = group.map((place) => inOrder[place]!)
        return numbers.map((number) => [number, numbers] as const)
      }),
    )
  }

  private sure(passage: number) {
    return this.linked(passage).filter(({ confidence }) => confidence >= LINK_THRESHOLD)
  }

  /** Doubtful ones too. */
  private linked(passage: number): readonly LinkedPassage[] {
    return this.stored?.of(passage) ?? []
  }

  private pair(left: number, right: number, confidence: number): PassagePair {
    return { left: this.store.passage(left), right: this.store.passage(right), confidence }
  }
}
