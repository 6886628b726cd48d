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

/** More columns than this nobody wants to go through with the keyboard: they stand for several years each. */
const MOST_COLUMNS = 40
const SPANS = [1, 5, 10, 25, 50, 100]

/** Documents by year, or by decade and so on, as columns that lead to their documents. */
export function YearPlot({ context, overview }: YearPlotProps) {
  const { texts } = context
  const columns = columnsOf(overview.years)
  const [first] = columns
  const last = columns.at(-1)
  if (first === undefined || last === undefined) return null
  const most = Math.max(...columns.map(({ documents }) => documents))
  const step = Math.min(MOST_STEP, WIDTH / columns.length)
  const width = step * columns.length
  const labelled = first.from === last.to ? [first.from] : [first.from, last.to]
  return (
    <figure class="plot">
      <figcaption>{texts.overview.years}</figcaption>
      <svg class="year-plot" viewBox={`0 0 ${WIDTH} ${HEIGHT + LABELS}`}>
        <title>{texts.overview.years}</title>
        {columns.map(({ from, to, documents }, i) => {
          if (documents === 0) return null
          const height = Math.max(2, (HEIGHT * documents) / most)
          const date = { from: isoYear(from), to: isoYear(to) }
          const label = `${from === to ? from : `${from}–${to}`}: ${texts.documents(documents)}`
          return (
            <a
              key={from}
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
      {overview.undated > 0 && <p class="quiet">{texts.overview.undated(overview.undated)}</p>}
    </figure>
  )
}

interface Column {
  from: number
  /** Inclusive. */
  to: number
  documents: number
}

/** The years, as many to a column as it takes; a column begins with a year that its length divides. */
function columnsOf(years: Overview['years']): Column[] {
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return []
  const begin = (year: number, span: number) => year - (year % span)
  const count = (span: number) => (begin(last.year, span) - begin(first.year, span)) / span + 1
  const span = SPANS.find((each) => count(each) <= MOST_COLUMNS) ?? SPANS.at(-1)!
  const columns = Array.from({ length: count(span) }, (_, i): Column => {
    const from = begin(first.year, span) + i * span
    return { from, to: from + span - 1, documents: 0 }
  })
  for (const { year, documents } of years)
    columns[(begin(year, span) - columns[0]!.from) / span]!.documents += documents
  return columns
}

/** As dates are asked for: with four digits. */
function isoYear(year: number): string {
  return String(year).padStart(4, '0')
}
