import type { AlignablePassage } from '../../alignment/evidence.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { RelatablePassages, Relations } from '../relating/relations.js'

/** The passages of all segments by their numbers in the order of the documents' paths. */
export class PassagesInOrder implements Omit<RelatablePassages, 'passage'> {
  /** By number in that order: the number in the index. */
  private readonly numbers: Uint32Array
  private readonly documents: Uint32Array

  constructor(private readonly store: PassageStore) {
    this.numbers = new Uint32Array(store.size)
    this.documents = new Uint32Array(store.size)
    let place = 0
    for (const [document, number] of store.inOrder.entries()) {
      const { first, end } = store.passagesOf(number)
      for (let passage = first; passage < end; passage++, place++) {
        this.numbers[place] = passage
        this.documents[place] = document
      }
    }
  }

  passageNumber(id: string): number | undefined {
    const number = this.store.passageNumber(id)
    return number === undefined ? undefined : this.placeOf(number)
  }

  documentOf(place: number): number {
    return this.documents[place]!
  }

  languageOf(place: number) {
    return this.store.languageOf(this.numbers[place]!)
  }

  passage(place: number): AlignablePassage {
    return this.store.passage(this.numbers[place]!)
  }

  /** Relations between passages by their numbers in the index. */
  renumbered({ originals, links, ...relations }: Relations): Relations {
    const { numbers, store } = this
    const first = new Uint32Array(store.passageCount)
    const count = new Uint8Array(store.passageCount)
    for (let place = 0; place < numbers.length; place++) {
      if (originals.count[place] === 0) continue
      first[numbers[place]!] = numbers[originals.first[place]!]!
      count[numbers[place]!] = originals.count[place]!
    }
    return {
      ...relations,
      originals: { first, count },
      links: links.map((link) => ({
        ...link,
        left: numbers[link.left]!,
        right: numbers[link.right]!,
      })),
    }
  }

  private placeOf(number: number): number {
    return this.store.places![number]!
  }
}
