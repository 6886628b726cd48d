import type { GroupedField, PassageStore } from '../../store/passage-store.js'
import { merge } from './best/passage-sets.js'
import { SLOT_ODDS } from './bm25.js'
import { addedUp, FieldOdds, type NumberedOdds } from './field-odds.js'
import type { BlockList } from './lists/block-list.js'

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

/** What a word's occurrences in titles, headings and names of speakers are worth, as odds (see bm25.ts). */
export class ContextOdds {
  /** Null where the word does not occur there. */
  private readonly fields: Record<ContextField, FieldOdds | null> = {
    title: null,
    heading: null,
    speaker: null,
  }
  readonly isEmpty: boolean
  /** No passage has more. */
  readonly most: number
  /** Number of passages that the word stands beside; one counts as often as it is in several lists. */
  readonly size: number
  private listed: Uint32Array[] | undefined

  constructor(matches: readonly WeightedUnits[], store: PassageStore) {
    let [most, size] = [0, 0]
    for (const [place, field] of CONTEXT_FIELDS.entries()) {
      const own = matches.map(({ units, weight }) => oddsIn(place, units, weight))
      const found = own.filter(({ numbers }) => numbers.length > 0)
      if (found.length === 0) continue
      const made = new FieldOdds(store.groupedBy(GROUPS[field]), found.reduce(addedUp))
      this.fields[field] = made
      most += made.most
      size += made.size
    }
    this.most = most
    this.size = size
    this.isEmpty = Object.values(this.fields).every((field) => field === null)
  }

  /** The passages that the word stands beside, in lists; one may be in several. */
  get passages(): Uint32Array[] {
    this.listed ??= Object.values(this.fields).flatMap((field) => field?.passages() ?? [])
    return this.listed
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

  /** Of all fields of a passage together. Asked of many hits: spelled out, for speed. */
  of(id: number): number {
    if (this.isEmpty) return 0
    const { title, heading, speaker } = this.fields
    let sum = 0
    if (title) sum += title.of(id)
    if (heading) sum += heading.of(id)
    if (speaker) sum += speaker.of(id)
    return sum
  }

  /** Adds that of the first of some passages, by place. */
  addTo(odds: Float64Array, passages: Uint32Array, count: number): void {
    if (this.isEmpty) return
    for (const name of CONTEXT_FIELDS) this.fields[name]?.addTo(odds, passages, count)
  }

  in(field: ContextField, id: number): number {
    return this.fields[field]?.of(id) ?? 0
  }
}

/**
 * What a word counts in the fields of one kind, by their numbers among the groups of passages.
 *
 * @param place Of the kind among {@link CONTEXT_FIELDS}.
 * @param units As {@link contextUnit} numbers them.
 */
function oddsIn(place: number, units: BlockList, weight: number): NumberedOdds {
  const field = CONTEXT_FIELDS[place]!
  const { passages, payloads } = units.readAll()
  const numbers: number[] = []
  const odds: number[] = []
  // A passage's speaker column is one more, for passages without a speaker.
  const first = field === 'speaker' ? 1 : 0
  for (let i = 0; i < passages.length; i++) {
    const unit = passages[i]!
    if (unit % CONTEXT_FIELDS.length !== place) continue
    numbers.push(first + Math.floor(unit / CONTEXT_FIELDS.length))
    odds.push(WEIGHTS[field] * (weight * SLOT_ODDS[payloads[i]!]!))
  }
  return { numbers, odds }
}

/** What is kept in all, by language, in titles, headings and speakers: some ten megabytes, of which half is in the heap. */
const KEPT = 500_000
/** What is kept of a word takes so many times as much as that of a title. */
const OVERHEAD = 80

/** What words stand beside, in one language; that of those that were asked for last is kept. */
export class Contexts {
  private readonly known = new Map<string, ContextOdds>()
  private size = 0

  of(matches: readonly WeightedUnits[], store: PassageStore): ContextOdds {
    const key = matches.map(({ term, weight }) => `${term} ${weight}`).join()
    const known = this.known.get(key)
    if (known) return known
    const odds = new ContextOdds(matches, store)
    const size = matches.reduce((sum, { units }) => sum + units.length, OVERHEAD)
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
