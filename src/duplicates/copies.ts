import type { ComparedPassages, Comparison } from './compared.js'
import type { Originals } from './originals.js'
import { RecentShingles } from './recent-shingles.js'
import { repetition, type Stretch } from './repetition.js'

/** What makes a passage a copy, as shares of different shingles. */
export const THRESHOLDS = {
  /** It has more than this share of every original, so that two copies of one have words in common. */
  ofOriginal: 1 / 2,
  /** This share of it, or more, is in its originals and the passages beside them. */
  ofCopy: 3 / 5,
}

/** Shorter passages are left alone: greetings and thanks are alike everywhere, and each means another place. */
export const MIN_SHINGLES = 18

/** Where this share of a passage is in its likely originals, the passages beside them are not looked at. */
const WHOLE = 0.9

/** Gives passages again, by number. */
export interface PassageSource {
  /** Its shingles, valid until the next question. */
  shingles(number: number): Uint32Array
  /** Number of the document that a passage is in. */
  documentOf(number: number): number
}

/**
 * Finds out which passages are copies, one after the other, from the passages that are most like them. What was found before is
 * taken over where nothing that it depends on has changed, so that no text of it is read again.
 */
export class Copies {
  private readonly found: Originals
  private readonly recent: RecentShingles
  /** Passages that are copies and were not, or the other way round, or of other originals. */
  private readonly changed = new Set<number>()
  private readonly kept: number[] = []

  constructor(
    passages: number,
    private readonly source: PassageSource,
    private readonly known?: ComparedPassages,
  ) {
    this.found = { first: new Uint32Array(passages), count: new Uint8Array(passages) }
    this.recent = new RecentShingles(source)
  }

  /**
   * Decides a passage; those before it are decided.
   *
   * @param near The earlier passage that is most like it; undefined where there is none.
   * @param place Of the passage among those that are known; -1 if it is not.
   */
  decide(number: number, near: number | undefined, place: number): void {
    const before = place < 0 ? undefined : this.knownAt(place)
    const same = near !== undefined && before?.near === near && !this.dependsOnChanged(near)
    const repeated = same
      ? before.repeated
      : near === undefined
        ? undefined
        : this.repeatedBy(number, near)
    if (!isSame(repeated, before?.repeated)) this.changed.add(number)
    if (repeated) this.record(number, repeated)
    if (near === undefined) return
    const { first, last } = repeated ?? { first: 0, last: -1 }
    this.kept.push(number, near, first, last - first + 1)
  }

  result(): Comparison {
    const { kept, found } = this
    const column = (place: number) =>
      Uint32Array.from({ length: kept.length / 4 }, (_, i) => kept[4 * i + place]!)
    const [numbers, nearest, first] = [column(0), column(1), column(2)]
    return {
      originals: found,
      compared: { numbers, nearest, first, count: Uint8Array.from(column(3)) },
    }
  }

  private knownAt(place: number): { near: number; repeated: Stretch | undefined } {
    const { nearest, first, count } = this.known!
    const last = first[place]! + count[place]! - 1
    const repeated = count[place] === 0 ? undefined : { first: first[place]!, last }
    return { near: nearest[place]!, repeated }
  }

  /** Of the passages that are looked at to tell whether one is a copy, those beside its likely originals included. */
  private dependsOnChanged(near: number): boolean {
    const { changed } = this
    if (changed.size === 0) return false
    if (changed.has(near)) return true
    const { first, last } = this.originalsOf(near)
    for (let passage = first - 1; passage <= last + 1; passage++)
      if (changed.has(passage)) return true
    return false
  }

  /** What a passage repeats, if it is a copy: looked for where the earlier passage that is most like it leads. */
  private repeatedBy(number: number, near: number): Stretch | undefined {
    const earlier = (passage: number) => {
      const shingles = this.recent.at(passage)
      return { shingles, repeatable: shingles.length >= MIN_SHINGLES && !this.isCopy(passage) }
    }
    const own = this.recent.at(number)
    const likely = this.originalsOf(near)
    const compare = (stretch: Stretch) => repetition(own, stretch, THRESHOLDS.ofOriginal, earlier)
    const first = compare(likely)
    const { covered, repeated } =
      first.covered >= WHOLE ? first : compare(this.widened(likely, number))
    return covered >= THRESHOLDS.ofCopy ? repeated : undefined
  }

  private originalsOf(passage: number): Stretch {
    const { first, count } = this.found
    if (count[passage] === 0) return { first: passage, last: passage }
    return { first: first[passage]!, last: first[passage]! + count[passage]! - 1 }
  }

  private isCopy(passage: number): boolean {
    const { first, count } = this.found
    return count[passage]! > 0 && first[passage] !== passage
  }

  /** With the passages before and after in the same document, but not with the passage in question or later ones. */
  private widened({ first, last }: Stretch, number: number): Stretch {
    const { source } = this
    const document = source.documentOf(first)
    const before = first > 0 && source.documentOf(first - 1) === document
    const after = last + 1 < number && source.documentOf(last + 1) === document
    return { first: before ? first - 1 : first, last: after ? last + 1 : last }
  }

  private record(number: number, { first, last }: Stretch): void {
    const { found } = this
    found.first[number] = first
    found.count[number] = last - first + 1
    for (let original = first; original <= last; original++) {
      if (this.isCopy(original)) continue
      found.first[original] = original
      found.count[original] = 1
    }
  }
}

function isSame(one: Stretch | undefined, other: Stretch | undefined): boolean {
  return one?.first === other?.first && one?.last === other?.last
}
