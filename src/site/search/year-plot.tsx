import type { Overview } from '../../search/overview.js'
import type { PageContext } from '../context.js'
import { EMPTY_STATE, searchAddress } from './state.js'

interface YearPlotProps {
  context: PageContext
  overview: Overview
}

const HEIGHT = 90
const WIDTH = 240
/** From one year to the next at most, and how much of that is bar. */
const MOST_STEP = 20
const BAR = 0.75
/** The last year's label ends here or further on, so that it does not run into the first. */
const MIN_LABELLED = 80
/** Room for the years below the bars. */
const LABELS = 16

/** Documents by year, as columns that lead to their documents. */
export function YearPlot({ context, overview }: YearPlotProps) {
  const { texts } = context
  const { years, undated } = overview
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return null
  const most = Math.max(...years.map(({ documents }) => documents))
  const step = Math.min(MOST_STEP, WIDTH / years.length)
  const width = step * years.length
  const labelled = first === last ? [first.year] : [first.year, last.year]
  return (
    <figure class="plot">
      <figcaption>{texts.overview.years}</figcaption>
      <svg class="year-plot" viewBox={`0 0 ${WIDTH} ${HEIGHT + LABELS}`}>
        <title>{texts.overview.years}</title>
        {years.map(({ year, documents }, i) => {
          if (documents === 0) return null
          const height = Math.max(2, (HEIGHT * documents) / most)
          const date = { from: String(year), to: String(year) }
          const label = `${year}: ${texts.documents(documents)}`
          return (
            <a
              key={year}
              href={searchAddress(context, { ...EMPTY_STATE, date })}
              aria-label={label}
            >
              <title>{label}</title>
              {/* So that a low column can be hit as well as a high one. */}
              <rect class="column-field" x={i * step} width={step} height={HEIGHT} />
              <rect
                class="column"
                x={i * step}
                y={HEIGHT - height}
                width={step * BAR}
                height={height}
              />
            </a>
          )
        })}
        <line x1="0" x2={width} y1={HEIGHT} y2={HEIGHT} />
        {labelled.map((year, i) => (
          <text
            key={year}
            x={i === 0 ? 0 : Math.max(width, MIN_LABELLED)}
            y={HEIGHT + LABELS - 4}
            text-anchor={i === 0 ? 'start' : 'end'}
          >
            {year}
          </text>
        ))}
      </svg>
      {undated > 0 && <p class="quiet">{texts.overview.undated(undated)}</p>}
    </figure>
  )
}
