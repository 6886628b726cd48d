import type { PassageStore } from '../../store/passage-store.js'
import { SLOT_ODDS } from './bm25.js'
import type { SlotMap } from './native.js'

/** What stands beside a passage and lifts it: its document's title, the headings above it, who says it. */
export const CONTEXT_FIELDS = ['title', 'heading', 'speaker'] as const
export type ContextField = (typeof CONTEXT_FIELDS)[number]

/** What a word in a field counts, as a share of one in the text (BM25F: Robertson, Zaragoza and Taylor 2004). */
const WEIGHTS: Record<ContextField, number> = { title: 0.3, heading: 0.3, speaker: 0.3 }

/** The fields of all kinds have one numbering, as the passages of the index they are searched in. */
export function contextUnit(field: ContextField, number: number): number {
  return number * CONTEXT_FIELDS.length + CONTEXT_FIELDS.indexOf(field)
}

interface WeightedSlots {
  slots: NonNullable<ReturnType<SlotMap['get']>>
  weight: number
}

/** What a word's occurrences in titles, headings and names of speakers are worth, as odds (see bm25.ts). */
export class ContextOdds {
  private readonly odds = new Map<number, number>()

  constructor(
    matches: readonly WeightedSlots[],
    private readonly store: PassageStore,
  ) {
    for (const { slots, weight } of matches)
      for (let slot = 0; slot < slots.length; slot++)
        for (const unit of Array.from(slots[slot] ?? [])) this.add(unit, weight * SLOT_ODDS[slot]!)
  }

  get isEmpty(): boolean {
    return this.odds.size === 0
  }

  /** Of all fields of a passage together. */
  of(id: number): number {
    if (this.odds.size === 0) return 0
    let sum = 0
    for (const field of CONTEXT_FIELDS) sum += this.in(field, id)
    return sum
  }

  in(field: ContextField, id: number): number {
    return this.odds.get(contextUnit(field, this.numberOf(field, id))) ?? 0
  }

  private add(unit: number, odds: number): void {
    const field = CONTEXT_FIELDS[unit % CONTEXT_FIELDS.length]!
    this.odds.set(unit, (this.odds.get(unit) ?? 0) + WEIGHTS[field] * odds)
  }

  /** A passage without a speaker has number -1, which no unit has. */
  private numberOf(field: ContextField, id: number): number {
    if (field === 'title') return this.store.documentOf[id]!
    return field === 'heading' ? this.store.section[id]! : this.store.speaker[id]! - 1
  }
}
