import { writtenDate } from '../../interface/dates.js'
import type { PageContext } from '../context.js'
import type { Answer } from './answer.js'
import { labelOf } from './facet-choice.js'
import { changed, type SearchState, searchAddress, toggled } from './state.js'

interface ChosenFiltersProps {
  context: PageContext
  state: SearchState
  answer: Answer
}

/** What the search is restricted to at present, each with the way to remove it. */
export function ChosenFilters({ context, state, answer }: ChosenFiltersProps) {
  const { facets: texts } = context.texts
  const chips = chipsOf(context, state, answer)
  if (chips.length === 0) return null
  return (
    <nav class="chosen" aria-label={texts.chosen}>
      <span aria-hidden="true">{texts.chosen}</span>
      <ul>
        {chips.map(({ label, rest }) => (
          <li key={label}>
            <a class="chip" href={searchAddress(context, rest)}>
              {label}
              <span class="visually-hidden">({texts.remove})</span>
            </a>
          </li>
        ))}
        {chips.length > 1 && (
          <li>
            <a href={searchAddress(context, unrestricted(state))}>{texts.clear}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function unrestricted(state: SearchState): SearchState {
  return changed(state, {
    ...{ lang: [], kind: [], speaker: [], tag: [], doc: [] },
    ...{ date: null, without: [], with: [] },
  })
}

interface Chip {
  label: string
  /** The search without it. */
  rest: SearchState
}

function chipsOf(context: PageContext, state: SearchState, answer: Answer): Chip[] {
  const { facets: texts } = context.texts
  const titles = new Map(answer.facets.document?.map(({ value, title }) => [value, title]))
  const listed = (['lang', 'kind', 'speaker', 'tag', 'doc'] as const).flatMap((field) => {
    const facet = field === 'doc' ? 'document' : field
    return state[field].map((value) => {
      const label = titles.get(field === 'doc' ? value : '') ?? labelOf(facet, value, context)
      return { label: `${texts.fields[facet]}: ${label}`, rest: toggled(state, field, value) }
    })
  })
  const date = state.date && {
    label: `${texts.date}: ${writtenRange(state.date, context)}`,
    rest: changed(state, { date: null }),
  }
  const without = state.without.map((word) => ({
    label: texts.without(word),
    rest: changed(state, { without: state.without.filter((other) => other !== word) }),
  }))
  const added = state.with.map((wanted) => ({
    label: texts.with(wanted.word, wanted.translation),
    rest: changed(state, { with: state.with.filter((other) => other !== wanted) }),
  }))
  return [...listed, ...(date ? [date] : []), ...without, ...added]
}

/** `2012`, `May 2012–2013`, `2012–`. */
function writtenRange(
  { from, to }: NonNullable<SearchState['date']>,
  { language }: PageContext,
): string {
  const ends = from === to ? [from] : [from, to]
  return ends.map((end) => end && writtenDate(end, language)).join('–')
}
