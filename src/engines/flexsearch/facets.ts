import type { FacetField, FacetValue } from '../../search/facets.js'
import type { PassageStore } from '../../store/passage-store.js'
import type { Columns } from './columns.js'
import type { FacetColumn } from './facet-column.js'
import { byScore, placesOf, selectFirst } from './select.js'

/** The values of a facet among some passages, most frequent first, equal counts in the order of the values. */
export function countFacet(
  field: FacetField,
  ids: Uint32Array,
  limit: number,
  columns: Columns,
): FacetValue[] {
  const column = columns.facet(field)
  const counts = countValues(column, ids)
  const present = placesOf(counts, (number) => counts[number]! > 0)
  const order = byScore({ ids: placesOf(counts), scores: counts })
  return selectFirst(present, limit, order).map((number) => {
    const value = column.values[number]!
    return { value, count: counts[number]!, ...titleOf(field, value, columns.store) }
  })
}

/** Passages by the number of each value. */
function countValues(column: FacetColumn, ids: Uint32Array): Float64Array {
  const { owners, ownerOf, values, starts, numbers } = column
  const perOwner = new Uint32Array(owners)
  for (let i = 0; i < ids.length; i++) perOwner[ownerOf(ids[i]!)]!++
  const counts = new Float64Array(values.length)
  for (let owner = 0; owner < owners; owner++) {
    if (perOwner[owner] === 0) continue
    for (let i = starts[owner]!; i < starts[owner + 1]!; i++)
      counts[numbers[i]!]! += perOwner[owner]!
  }
  return counts
}

function titleOf(field: FacetField, id: string, store: PassageStore): { title?: string } {
  return field === 'document' ? { title: store.documents[store.documentNumber(id)!]!.title } : {}
}
