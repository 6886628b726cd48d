import type { PassageStore } from '../../../store/passage-store.js'
import { CONTEXT_FIELDS, contextUnit } from '../context.js'

/** How what is numbered in two segments is numbered in both together. */
export interface Numbering {
  /** True for what is in the base no longer. */
  isGone(number: number): boolean
  /** The number of what was added: above all of the base that are of its kind. */
  shifted(number: number): number
}

/** Passages. */
export function textNumbering(store: PassageStore): Numbering {
  return {
    isGone: (passage) => store.isGone(passage),
    shifted: (passage) => passage + store.firstAdded.passage,
  }
}

/** Titles, headings and names of speakers, which are numbered together. */
export function contextNumbering(store: PassageStore): Numbering {
  const first = {
    title: store.firstAdded.document,
    heading: store.firstAdded.section,
    speaker: store.firstAdded.speaker,
  }
  const gone = new Set<number>()
  const passages = store.gone ? store.firstAdded.passage : 0
  for (let passage = 0; passage < passages; passage++) {
    if (!store.isGone(passage)) continue
    gone.add(contextUnit('title', store.documentOf[passage]!))
    gone.add(contextUnit('heading', store.section[passage]!))
    const speaker = store.speaker[passage]!
    if (speaker > 0) gone.add(contextUnit('speaker', speaker - 1))
  }
  return {
    isGone: (unit) => gone.has(unit),
    shifted(unit) {
      const field = CONTEXT_FIELDS[unit % CONTEXT_FIELDS.length]!
      return contextUnit(field, Math.floor(unit / CONTEXT_FIELDS.length) + first[field])
    },
  }
}
