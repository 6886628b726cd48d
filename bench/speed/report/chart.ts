/** A line of a chart. */
export interface Series {
  name: string
  /** Ascending by x. */
  points: readonly { x: number; y: number }[]
}

export interface Chart {
  title: string
  xLabel: string
  yLabel: string
  series: readonly Series[]
}

const WIDTH = 760
const HEIGHT = 440
const PLOT = { left: 70, top: 50, right: 570, bottom: 380 }
const LABEL_HEIGHT = 17
/** Told apart also without colour, by their marks; from the palette of Okabe and Ito. */
const COLORS = [
  '#d55e00',
  '#e69f00',
  '#009e73',
  '#0072b2',
  '#56b4e9',
  '#cc79a7',
  '#8a7f00',
  '#777777',
  '#7048a8',
]
const MARKS = [
  (x: number, y: number) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`,
  (x: number, y: number) => `M${x - 4} ${y - 4}h8v8h-8z`,
  (x: number, y: number) => `M${x} ${y - 5}l5 9h-10z`,
  (x: number, y: number) => `M${x} ${y - 5}l5 5l-5 5l-5-5z`,
]

/** A chart of lines on logarithmic axes, as SVG that also reads well on a dark page. */
export function drawChart({ title, xLabel, yLabel, series }: Chart): string {
  const drawn = series.filter(({ points }) => points.length > 0)
  const all = drawn.flatMap(({ points }) => points)
  const x = axis(
    all.map((point) => point.x),
    PLOT.left,
    PLOT.right,
  )
  const y = axis(
    all.map((point) => point.y),
    PLOT.bottom,
    PLOT.top,
  )
  const middle = (PLOT.top + PLOT.bottom) / 2
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text class="title" x="${PLOT.left}" y="28">${escaped(title)}</text>`,
    ...x.ticks.map(({ at, label }) => verticalTick(at, label)),
    ...y.ticks.map(({ at, label }) => horizontalTick(at, label)),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 16}" text-anchor="middle">${escaped(xLabel)}</text>`,
    `<text transform="translate(18 ${middle}) rotate(-90)" text-anchor="middle">${escaped(yLabel)}</text>`,
    ...drawn.map(({ points }, i) =>
      line(
        points.map((point) => [x.at(point.x), y.at(point.y)]),
        i,
      ),
    ),
    ...labels(drawn, ({ points }) => y.at(points.at(-1)!.y)),
    '</svg>',
  ].join('\n')}\n`
}

const STYLE = `text{font:13px system-ui,sans-serif;fill:#333}.title{font-size:15px;font-weight:600}.page{fill:#fff}.grid{stroke:#ddd}path.line{fill:none;stroke-width:2}
@media(prefers-color-scheme:dark){text{fill:#ddd}.page{fill:#161616}.grid{stroke:#383838}}`

interface Axis {
  at(value: number): number
  ticks: { at: number; label: string }[]
}

/** A logarithmic axis over whole powers of ten that hold all values. */
function axis(values: readonly number[], from: number, to: number): Axis {
  const exponents = values.filter((value) => value > 0).map(Math.log10)
  const low = Math.floor(Math.min(...exponents, Number.POSITIVE_INFINITY) || 0)
  const first = Number.isFinite(low) ? low : 0
  const last = Math.max(first + 1, Math.ceil(Math.max(...exponents, first)))
  const at = (value: number) =>
    round(from + ((Math.log10(value) - first) / (last - first)) * (to - from))
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => {
    return { at: at(10 ** (first + i)), label: label(first + i) }
  })
  return { at, ticks }
}

function label(exponent: number): string {
  if (exponent < 0) return (10 ** exponent).toFixed(-exponent)
  return (10 ** exponent).toLocaleString('en')
}

function verticalTick(at: number, text: string): string {
  return `<path class="grid" d="M${at} ${PLOT.top}V${PLOT.bottom}"/><text x="${at}" y="${PLOT.bottom + 20}" text-anchor="middle">${text}</text>`
}

function horizontalTick(at: number, text: string): string {
  return `<path class="grid" d="M${PLOT.left} ${at}H${PLOT.right}"/><text x="${PLOT.left - 8}" y="${at + 4}" text-anchor="end">${text}</text>`
}

function line(points: readonly (readonly [number, number])[], i: number): string {
  const color = COLORS[i % COLORS.length]!
  const mark = MARKS[i % MARKS.length]!
  const path = points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const marks = points.map(([x, y]) => mark(x, y)).join('')
  return `<path class="line" stroke="${color}" d="${path}"/><path fill="${color}" d="${marks}"/>`
}

/** The names beside the ends of their lines, moved down where they would cover each other. */
function labels(series: readonly Series[], end: (series: Series) => number): string[] {
  const places = series
    .map((each, i) => ({ name: each.name, i, y: end(each) }))
    .sort((a, b) => a.y - b.y)
  const excess = places.length * LABEL_HEIGHT
  let next = PLOT.top
  return places.map(({ name, i, y }, n) => {
    const latest = PLOT.bottom - excess + (n + 1) * LABEL_HEIGHT
    const at = Math.max(next, Math.min(y, Math.max(latest, next)))
    next = at + LABEL_HEIGHT
    const mark = MARKS[i % MARKS.length]!(PLOT.right + 18, at)
    return `<path fill="${COLORS[i % COLORS.length]}" d="${mark}"/><text x="${PLOT.right + 30}" y="${round(at + 4)}">${escaped(name)}</text>`
  })
}

const round = (value: number) => Math.round(10 * value) / 10

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
