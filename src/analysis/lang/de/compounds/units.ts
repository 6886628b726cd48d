/**
 * What the splitter knows about one written form, packed into a number so that tens of
 * thousands stay small: how well it stands before another part, how well it stands last, and what is
 * link element in it.
 *
 * A class is a cost, in steps of {@link COST_STEP} nats, plus one; class 0 means "never stands there".
 */
export type Unit = number

/** What is known of forms: a `Map` of them, or a `UnitTable`. */
export interface Units {
  get(form: string): Unit | undefined
  /**
   * Which lengths the forms have that begin with the letters at a place of a word: bit n for length n. Where it is there, it is asked
   * before any of these forms.
   */
  lengthsAt?(word: string, at: number): number
}

/** How the form of a left part is made from its word. */
export const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ens', '-e', '-e+s'] as const
export type Link = (typeof LINKS)[number]

/** Nats per cost class: 31 classes reach from 4 to 19. */
export const COST_STEP = 0.5
/** The cost of class 1. No form is so frequent that it needs a lower one. */
export const COST_BASE = 3.5
export const CLASSES = 31

/** A class for a cost; `undefined` (never) is class 0. */
export function costClass(cost: number | undefined): number {
  if (cost === undefined) return 0
  return Math.min(CLASSES, Math.max(1, Math.round((cost - COST_BASE) / COST_STEP)))
}

/** @param left A class, for the form standing before another part, and @param last at the end. */
export function packUnit(left: number, last: number, link: Link): Unit {
  return left | (last << 5) | (LINKS.indexOf(link) << 10)
}

/** What the form costs before another part; 0 if it never stands there. */
export function leftCost(unit: Unit): number {
  const known = unit & 31
  return known && COST_BASE + known * COST_STEP
}

/** What the form costs as the last part; 0 if it never stands there. */
export function lastCost(unit: Unit): number {
  const known = (unit >> 5) & 31
  return known && COST_BASE + known * COST_STEP
}

/** The link element inside the form. */
export function linkOf(unit: Unit): Link {
  return LINKS[unit >> 10] ?? ''
}
