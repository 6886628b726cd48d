import { FACET_FIELDS, type FacetField } from '../../search/facets.js'
import type { PageContext } from '../context.js'
import type { Answer } from './answer.js'
import { isChosen, labelOf, valuesChosen, withFacet } from './facet-choice.js'
import { type SearchState, searchAddress } from './state.js'

interface FacetsProps {
  context: PageContext
  state: SearchState
  answer: Answer
}

/** Values of a facet that are shown before the others are unfolded. */
const SHOWN = 6

interface Value {
  value: string
  label: string
  /** Number of passages; null where it was not counted. */
  count: number | null
  isChosen: boolean
}

/** What the hits can be narrowed to, with the number of those that would be left. */
export function Facets({ context, state, answer }: FacetsProps) {
  const { facets: texts } = context.texts
  const shown = FACET_FIELDS.map((field) => ({
    field,
    values: valuesOf(field, context, state, answer),
  }))
    // One value alone narrows nothing.
    .filter(({ values }) => values.length > 1 || values.some(({ isChosen }) => isChosen))
  if (shown.length === 0) return null
  return (
    <nav id="facets" class="facets" aria-labelledby="facets-title" tabIndex={-1}>
      <h2 id="facets-title">{texts.label}</h2>
      {shown.map(({ field, values }) => (
        <section key={field} class="facet" aria-labelledby={`facet-${field}`}>
          <h3 id={`facet-${field}`}>{texts.fields[field]}</h3>
          <ValueList
            context={context}
            state={state}
            field={field}
            values={values.slice(0, SHOWN)}
          />
          {values.length > SHOWN && (
            <details>
              <summary>{texts.more(values.length - SHOWN)}</summary>
              <ValueList
                context={context}
                state={state}
                field={field}
                values={values.slice(SHOWN)}
              />
            </details>
          )}
        </section>
      ))}
    </nav>
  )
}

interface ValueListProps extends Omit<FacetsProps, 'answer'> {
  field: FacetField
  values: readonly Value[]
}

function ValueList({ context, state, field, values }: ValueListProps) {
  const { texts } = context
  const number = new Intl.NumberFormat(context.language)
  return (
    <ul>
      {values.map(({ value, label, count, isChosen }) => (
        <li key={value}>
          <a
            class="facet-value"
            href={searchAddress(context, withFacet(state, field, value))}
            data-key={`${field} ${value}`}
            aria-current={isChosen ? 'true' : undefined}
          >
            <span class="facet-label">{label}</span>
            {isChosen && <span class="visually-hidden"> ({texts.facets.remove})</span>}{' '}
            {count !== null && (
              <span class="facet-count">
                {number.format(count)}
                <span class="visually-hidden"> {texts.passages(count).replace(/^\S+ /, '')}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The counted values; before them the chosen ones that were not counted. */
function valuesOf(
  field: FacetField,
  context: PageContext,
  state: SearchState,
  answer: Answer,
): Value[] {
  const counted = (answer.facets[field] ?? []).map(({ value, count, title }) => ({
    value,
    label: title ?? labelOf(field, value, context),
    count,
    isChosen: isChosen(state, field, value),
  }))
  const others = valuesChosen(state, field).filter((value) =>
    counted.every((known) => known.value !== value),
  )
  return [
    ...others.map((value) => {
      return { value, label: labelOf(field, value, context), count: null, isChosen: true }
    }),
    ...counted,
  ]
}
