import { countOf } from './answer.js'
import type { ResultsProps } from './results.js'
import { searchAddress } from './state.js'

/** Pages before and after this one that can be gone to directly. */
const NEAR = 2
/** No window reaches further. */
const MOST_RESULTS = 10_000

/** The ways to the other pages of results. */
export function Pages({ context, state, results }: ResultsProps) {
  const { pageSize } = results
  const last = Math.ceil(Math.min(countOf(results, state), MOST_RESULTS) / pageSize)
  if (last <= 1) return null
  const { results: texts } = context.texts
  // Before a page beyond the last comes the last.
  const current = Math.min(Math.floor(state.offset / pageSize), last) + 1
  const to = (page: number) => searchAddress(context, { ...state, offset: (page - 1) * pageSize })
  return (
    <nav class="pages" aria-label={texts.pages}>
      {current > 1 && (
        <a class="pages-step" rel="prev" href={to(current - 1)}>
          {texts.previous}
        </a>
      )}
      <ol>
        {shownPages(current, last).map((page, i, shown) => (
          <li key={page} class={i > 0 && page - shown[i - 1]! > 1 ? 'after-gap' : undefined}>
            <a
              href={to(page)}
              aria-label={texts.page(page)}
              aria-current={page === current ? 'page' : undefined}
            >
              {page}
            </a>
          </li>
        ))}
      </ol>
      {current < last && (
        <a class="pages-step" rel="next" href={to(current + 1)}>
          {texts.next}
        </a>
      )}
    </nav>
  )
}

/** The first and the last, those near this one, and any that would be the only one left out between two of these. */
export function shownPages(current: number, last: number): number[] {
  const isShown = (page: number) => page === 1 || page === last || Math.abs(page - current) <= NEAR
  return Array.from({ length: last }, (_, i) => i + 1).filter(
    (page) => isShown(page) || (isShown(page - 1) && isShown(page + 1)),
  )
}
