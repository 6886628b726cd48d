/**
 * Orders of hits: best score first; newest or oldest document first, those without a date last; or as the
 * passages stand in the collection. What is equal comes by score, and then as it stands in the collection.
 */
export const SORTS = ['score', 'date', 'date-asc', 'position'] as const

export type Sort = (typeof SORTS)[number]

/** True for an order of hits. */
export function isSort(order: string): order is Sort {
  return (SORTS as readonly string[]).includes(order)
}
