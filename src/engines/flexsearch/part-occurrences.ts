import { NumberList } from './number-list.js'

/** In which passages terms occur as parts of compounds, once per occurrence. */
export class PartOccurrences {
  private readonly lists = new Map<string, NumberList>()

  add(term: string, id: number): void {
    let list = this.lists.get(term)
    if (!list) {
      list = new NumberList(4)
      this.lists.set(term, list)
    }
    list.push(id)
  }

  terms(): Iterable<string> {
    return this.lists.keys()
  }

  /** How often a term is a part, by passage. */
  counts(term: string): Map<number, number> {
    const counts = new Map<number, number>()
    for (const id of this.lists.get(term) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }
}
