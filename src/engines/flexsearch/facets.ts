import type { FacetField, FacetValue } from '../../search/facets.js'
import type { Columns } from './columns.js'
import type { FacetColumn } from './facet-column.js'
import type { PassageSet } from './passage-set.js'
import { mostFrequent } from './select.js'

/** The values of a facet among some passages, most frequent first, equal counts in the order of the values. */
export function countFacet(
  field: FacetField,
  passages: PassageSet,
  limit: number,
  columns: Columns,
): FacetValue[] {
  const column = columns.facet(field)
  const { by, values, ids } = column
  if (ids) {
    const counts = passages.countBy(by, columns)
    return mostFrequent(counts, limit, ids).map((document) => ({
      value: values[ids[document]!]!,
      count: counts[document]!,
      title: columns.store.document(document).title,
    }))
  }
  const counts = countValues(column, passages, columns)
  return mostFrequent(counts, limit).map((number) => ({
    value: values[number]!,
    count: counts[number]!,
  }))
}

/** Number of documents that some passages are in. */
export function countDocuments(passages: PassageSet, columns: Columns): number {
  const counts = passages.countBy('document', columns)
  let count = 0
  for (let document = 0; document < counts.length; document++) if (counts[document]! > 0) count++
  return count
}

/** Passages by the number of each value. */
function countValues(column: FacetColumn, passages: PassageSet, columns: Columns): Uint32Array {
  const { owners, by, values, starts, numbers, isSingle } = column
  const perOwner = passages.countBy(by, columns)
  const counts = new Uint32Array(values.length)
  if (isSingle) {
    for (let owner = 0; owner < owners; owner++) counts[numbers[owner]!]! += perOwner[owner]!
    return counts
  }
  for (let owner = 0; owner < owners; owner++) {
    if (perOwner[owner] === 0) continue
    for (let i = starts[owner]!; i < starts[owner + 1]!; i++)
      counts[numbers[i]!]! += perOwner[owner]!
  }
  return counts
}
