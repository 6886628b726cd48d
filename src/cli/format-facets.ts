import type { Facets } from '../search/facets.js'
import type { Output } from './output.js'

/** A line for each facet: `kind  review 12 · interview 7`. */
export function formatFacets(facets: Facets, { colors }: Output): string[] {
  const width = Math.max(0, ...Object.keys(facets).map((field) => field.length))
  return Object.entries(facets).map(([field, values]) => {
    const counts = values.map(({ value, count }) => `${value} ${colors.dim(String(count))}`)
    return `${colors.bold(field.padEnd(width))}  ${counts.join(' · ') || colors.dim('none')}`
  })
}
