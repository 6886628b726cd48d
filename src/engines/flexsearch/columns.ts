import { FACET_FIELDS, type FacetField } from '../../search/facets.js'
import type { PassageStore } from '../../store/passage-store.js'
import { compareByCodePoint } from '../../store/strings.js'
import { type FacetColumn, facetColumn } from './facet-column.js'
import {
  type DocumentLanguages,
  documentLanguages,
  type Owner,
  type PassageRuns,
  passageRuns,
} from './passage-runs.js'

/** Metadata as numbers, for counting and sorting. Each column is made when it is first asked for. */
export class Columns {
  private readonly facets = new Map<FacetField, FacetColumn>()
  private readonly runsBy = new Map<Owner, PassageRuns>()
  private languagesOf: [DocumentLanguages | undefined] | undefined
  private readonly dates = new Map<'date' | 'date-asc', Uint32Array>()

  constructor(readonly store: PassageStore) {}

  /** Makes what facets are counted by, of all of them by default, one column from one step to the next. */
  *readAhead(fields: readonly FacetField[] = FACET_FIELDS): Generator<void> {
    for (const field of fields) {
      const { by } = this.facet(field)
      yield
      this.runs(by)
      yield
    }
    if (fields.includes('lang')) this.languages()
  }

  facet(field: FacetField): FacetColumn {
    const known = this.facets.get(field) ?? facetColumn(field, this.store)
    this.facets.set(field, known)
    return known
  }

  runs(by: Owner): PassageRuns {
    const known = this.runsBy.get(by) ?? passageRuns(by, this.store)
    this.runsBy.set(by, known)
    return known
  }

  /** Undefined where these are better counted by runs. */
  languages(): DocumentLanguages | undefined {
    this.languagesOf ??= [documentLanguages(this.runs('language'), this.store)]
    return this.languagesOf[0]
  }

  /** By document number: its place among all dates, newest or oldest first. */
  dateRanks(sort: 'date' | 'date-asc'): Uint32Array {
    const known = this.dates.get(sort) ?? dateRanks(sort, this.store)
    this.dates.set(sort, known)
    return known
  }
}

/** Dates are compared as they are written, so that a year stands before its months; no date is last. */
function dateRanks(sort: 'date' | 'date-asc', { documents }: PassageStore): Uint32Array {
  const dates = [...new Set(documents.flatMap(({ date }) => date ?? []))].sort(compareByCodePoint)
  if (sort === 'date') dates.reverse()
  const rankOf = new Map(dates.map((date, rank) => [date, rank]))
  return Uint32Array.from(documents, ({ date }) =>
    date === undefined ? dates.length : rankOf.get(date)!,
  )
}
