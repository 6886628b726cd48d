import type { InterfaceLanguage } from '../../../interface/interface-language.js'
import type { Segment } from '../../../interface/segments.js'
import type { Choice } from '../choices.js'
import type { Counterparts } from '../counterparts.js'
import type { Refinement } from '../refinement.js'
import type { Strings } from '../strings.js'

/** A marked word of a hit whose reason is shown. */
export interface ShownReason {
  passage: string
  segment: Segment
  /** What was pointed at, or has the focus: the reason stands above it. */
  beside: Element
}

/** What can be done in the panel. */
export interface Actions {
  choose(choice: Choice, newTab: boolean): void
  explain(reason?: ShownReason): void
  /** Searches again, with what is changed. */
  refine(change: Partial<Refinement>): void
}

/** What all parts of the panel go by. */
export interface Context extends Actions {
  strings: Strings
  language: InterfaceLanguage
  /** The server's name, for what is said about it. */
  host: string
  choices: readonly Choice[]
  /** Index of the active choice, or -1. */
  active: number
  reason: ShownReason | undefined
  refinement: Refinement
  counterparts: Pick<Counterparts, 'of' | 'toggle'>
}

/** Id of a choice in the shadow root. */
export function choiceId(index: number): string {
  return `choice-${index}`
}

/** 0.999 as 99: nothing is surer than it is. */
export function percent(probability: number): number {
  return Math.floor(probability * 100)
}
