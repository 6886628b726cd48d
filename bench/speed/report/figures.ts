/** The system that others are compared with. */
export const REFERENCE = 'fundstelle'
/** The same where it is asked as they are. */
export const ON_TERMS = 'fundstelle-terms'

/** Where there is no figure. */
export const NONE = '–'

/** How many times as much as the reference. */
export function ratio(value: number | undefined, reference: number | undefined): string {
  if (value === undefined || !reference) return NONE
  const times = value / reference
  return times >= 10 ? times.toFixed(0) : times.toFixed(2)
}
