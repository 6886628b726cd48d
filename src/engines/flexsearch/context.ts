import type { PassageGroups } from '../../store/passage-groups.js'
import type { GroupedField, PassageStore } from '../../store/passage-store.js'
import { merge } from './best/passage-sets.js'
import { SLOT_ODDS } from './bm25.js'
import type { BlockList } from './lists/block-list.js'
import { placeFrom } from './lists/place-from.js'

/** What stands beside a passage and lifts it: its document's title, the headings above it, who says it. */
export const CONTEXT_FIELDS = ['title', 'heading', 'speaker'] as const
export type ContextField = (typeof CONTEXT_FIELDS)[number]

/** What a word in a field counts, as a share of one in the text (BM25F: Robertson, Zaragoza and Taylor 2004). */
const WEIGHTS: Record<ContextField, number> = { title: 0.3, heading: 0.3, speaker: 0.3 }

/** The fields of all kinds have one numbering, as the passages of the index they are searched in. */
export function contextUnit(field: ContextField, number: number): number {
  return number * CONTEXT_FIELDS.length + CONTEXT_FIELDS.indexOf(field)
}

/** The fields that have a term, by their numbers of one numbering. */
export interface WeightedUnits {
  term: string
  units: BlockList
  weight: number
}

/** How the store names what the fields stand beside. */
const GROUPS: Record<ContextField, GroupedField> = {
  title: 'document',
  heading: 'section',
  speaker: 'speaker',
}

/** Where a field has so many passages to look at for each of its numbers with odds, their passages are looked for among these. */
const FEW = 4

/** What a word's occurrences in one field are worth, by the field's numbers. */
class FieldOdds {
  private readonly odds = new Map<number, number>()
  /** A bit where there are odds: nearly all passages need no more than this. */
  private readonly present: Uint32Array
  private greatest: number | undefined
  private counted: number | undefined
  private sorted: Uint32Array | undefined

  constructor(private readonly groups: PassageGroups) {
    this.present = new Uint32Array((groups.count + 31) >>> 5)
  }

  /** Not after anything has been asked. */
  add(number: number, odds: number): void {
    this.present[number >>> 5]! |= 1 << (number & 31)
    this.odds.set(number, this.get(number) + odds)
  }

  of(passage: number): number {
    const number = this.groups.numbers[passage]!
    return (this.present[number >>> 5]! >>> (number & 31)) & 1 ? this.get(number) : 0
  }

  /** Adds the odds of some passages, by place. @param passages Ascending. */
  addTo(odds: Float64Array, passages: Uint32Array, count: number): void {
    if (this.groups.isInOrder && FEW * this.odds.size < count)
      this.addByRange(odds, passages, count)
    else this.addByPassage(odds, passages, count)
  }

  get most(): number {
    if (this.greatest === undefined) {
      this.greatest = 0
      for (const odds of this.odds.values()) if (odds > this.greatest) this.greatest = odds
    }
    return this.greatest
  }

  passages(): Uint32Array[] {
    return Array.from(this.odds.keys(), (number) => this.groups.of(number))
  }

  /** All of them in one list, ascending. */
  ascending(): Uint32Array {
    const { groups, numbers } = this
    const all = new Uint32Array(this.size)
    let next = 0
    for (let i = 0; i < numbers.length; i++) next = groups.copyTo(all, next, numbers[i]!)
    return groups.isInOrder ? all : all.sort()
  }

  /** Number of passages in these lists. */
  get size(): number {
    if (this.counted === undefined) {
      this.counted = 0
      for (const number of this.odds.keys()) this.counted += this.groups.sizeOf(number)
    }
    return this.counted
  }

  /** The numbers with odds, ascending. */
  private get numbers(): Uint32Array {
    this.sorted ??= Uint32Array.from(this.odds.keys()).sort()
    return this.sorted
  }

  private get(number: number): number {
    return this.odds.get(number) ?? 0
  }

  private addByPassage(odds: Float64Array, passages: Uint32Array, count: number): void {
    const { present } = this
    const { numbers } = this.groups
    for (let i = 0; i < count; i++) {
      const number = numbers[passages[i]!]!
      if ((present[number >>> 5]! >>> (number & 31)) & 1) odds[i]! += this.get(number)
    }
  }

  private addByRange(odds: Float64Array, passages: Uint32Array, count: number): void {
    const { groups } = this
    const { numbers } = this
    for (let i = 0, place = 0; i < numbers.length; i++) {
      const number = numbers[i]!
      place = placeFrom(passages, groups.startOf(number), place, count)
      if (place === count) return
      const end = groups.startOf(number + 1)
      if (passages[place]! >= end) continue
      const own = this.get(number)
      for (; place < count && passages[place]! < end; place++) odds[place]! += own
    }
  }
}

/** What a word's occurrences in titles, headings and names of speakers are worth, as odds (see bm25.ts). */
export class ContextOdds {
  /** Null where the word does not occur there. */
  private readonly fields: Record<ContextField, FieldOdds | null> = {
    title: null,
    heading: null,
    speaker: null,
  }
  private empty = true
  private listed: Uint32Array[] | undefined

  constructor(
    matches: readonly WeightedUnits[],
    private readonly store: PassageStore,
  ) {
    for (const { units, weight } of matches) {
      const { passages, payloads } = units.readAll()
      for (let i = 0; i < passages.length; i++)
        this.add(passages[i]!, weight * SLOT_ODDS[payloads[i]!]!)
    }
  }

  get isEmpty(): boolean {
    return this.empty
  }

  /** The passages that the word stands beside, in lists; one may be in several. */
  get passages(): Uint32Array[] {
    this.listed ??= Object.values(this.fields).flatMap((field) => field?.passages() ?? [])
    return this.listed
  }

  /** Number of passages in these lists. */
  get size(): number {
    if (this.empty) return 0
    return Object.values(this.fields).reduce((sum, field) => sum + (field?.size ?? 0), 0)
  }

  /** The same passages in one list, ascending, each once. */
  get ascending(): Uint32Array {
    let all: Uint32Array = new Uint32Array()
    for (const field of Object.values(this.fields))
      if (field) {
        const own = field.ascending()
        all = all.length === 0 ? own : merge(all, own)
      }
    return all
  }

  /** No passage has more. */
  get most(): number {
    if (this.empty) return 0
    return Object.values(this.fields).reduce((sum, field) => sum + (field?.most ?? 0), 0)
  }

  /** Of all fields of a passage together. Asked of many hits: spelled out, for speed. */
  of(id: number): number {
    if (this.empty) return 0
    const { title, heading, speaker } = this.fields
    let sum = 0
    if (title) sum += title.of(id)
    if (heading) sum += heading.of(id)
    if (speaker) sum += speaker.of(id)
    return sum
  }

  /** Adds that of the first of some passages, by place. */
  addTo(odds: Float64Array, passages: Uint32Array, count: number): void {
    if (this.empty) return
    for (const name of CONTEXT_FIELDS) this.fields[name]?.addTo(odds, passages, count)
  }

  in(field: ContextField, id: number): number {
    return this.fields[field]?.of(id) ?? 0
  }

  private add(unit: number, odds: number): void {
    const field = CONTEXT_FIELDS[unit % CONTEXT_FIELDS.length]!
    const number = Math.floor(unit / CONTEXT_FIELDS.length)
    this.empty = false
    this.fields[field] ??= new FieldOdds(this.store.groupedBy(GROUPS[field]))
    // A passage's speaker column is one more, for passages without a speaker.
    this.fields[field].add(field === 'speaker' ? number + 1 : number, WEIGHTS[field] * odds)
  }
}

/** Titles, headings and speakers that are kept in all, by language: two megabytes each. */
const KEPT = 20_000

/** What words stand beside, in one language; that of those that were asked for last is kept. */
export class Contexts {
  private readonly known = new Map<string, ContextOdds>()
  private size = 0

  of(matches: readonly WeightedUnits[], store: PassageStore): ContextOdds {
    const key = matches.map(({ term, weight }) => `${term} ${weight}`).join()
    const known = this.known.get(key)
    if (known) return known
    const odds = new ContextOdds(matches, store)
    const size = matches.reduce((sum, { units }) => sum + units.length, 1)
    if (size > KEPT) return odds
    if (this.size + size > KEPT) this.forget()
    this.known.set(key, odds)
    this.size += size
    return odds
  }

  private forget(): void {
    this.known.clear()
    this.size = 0
  }
}

/** Whichever is shorter: some passages, or lists in which all of them are that matter. */
export function fewest(
  passages: Uint32Array,
  lists: readonly Uint32Array[],
): readonly Uint32Array[] {
  const length = lists.reduce((sum, list) => sum + list.length, 0)
  return length < passages.length ? lists : [passages]
}
