import type { Language } from '../../language/language.js'
import type { PageContext } from '../context.js'
import { languageTag } from '../language-tag.js'

export interface Bar {
  label: string
  value: number
  /** What it leads to. */
  href: string | null
}

interface BarPlotProps {
  context: PageContext
  title: string
  bars: readonly Bar[]
  /** Of the labels, where it is not that of the page. */
  language?: Language
}

const WIDTH = 100
const HEIGHT = 6

/** Numbers as bars: a list that can be read, and a picture beside each number that adds nothing to it. */
export function BarPlot({ context, title, bars, language }: BarPlotProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const number = new Intl.NumberFormat(context.language)
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <ul class="bars">
        {bars.map(({ label, value, href }) => (
          <li key={label}>
            <span class="bar-label" lang={language && languageTag(language)}>
              {href === null ? label : <a href={href}>{label}</a>}
            </span>
            <svg
              class="bar"
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect width={(WIDTH * value) / most} height={HEIGHT} />
            </svg>
            <span class="bar-value">{number.format(value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
