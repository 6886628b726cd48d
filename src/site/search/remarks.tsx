import type { Remark } from '../../search/hit.js'
import type { PageContext } from '../context.js'
import { remarkText } from '../texts/remarks.js'
import type { Answer } from './answer.js'
import { changed, type SearchState, searchAddress } from './state.js'

interface RemarksProps {
  context: PageContext
  state: SearchState
  answer: Answer
}

/** What the query may have been meant as, and what is odd in it, at the character where it is. */
export function Remarks({ context, state, answer }: RemarksProps) {
  const { didYouMean } = answer
  const diagnostics = [...answer.diagnostics].sort(byPlace)
  // What is about a filter is about no character of the query.
  const hasSpots = diagnostics.some(({ start, end }) => end > start)
  return (
    <>
      {didYouMean !== null && (
        <p class="did-you-mean">
          {context.texts.results.didYouMean}{' '}
          <a href={searchAddress(context, changed(state, { q: didYouMean }))}>{didYouMean}</a>?
        </p>
      )}
      {diagnostics.length > 0 && (
        <div class="remarks">
          {hasSpots && <QueryWithSpots query={state.q} remarks={diagnostics} />}
          <ol class={hasSpots ? 'remark-list' : 'remark-list plain'}>
            {diagnostics.map((remark) => (
              <li key={`${remark.code} ${remark.start} ${remark.message}`}>
                {remarkText(remark, state.q, context.language)}
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  )
}

/** From the beginning of the query to its end; last what is about no character of it. */
function byPlace(a: Remark, b: Remark): number {
  const isAside = ({ start, end }: Remark) => Number(start === end)
  return isAside(a) - isAside(b) || a.start - b.start || a.end - b.end
}

/** A stretch of the query, with the numbers of the remarks that begin here. */
interface Spot {
  start: number
  text: string
  /** Whether it was odd, or only read in a way that people should know of. */
  kind: 'odd' | 'noted' | undefined
  numbers: number[]
}

function QueryWithSpots({ query, remarks }: { query: string; remarks: readonly Remark[] }) {
  return (
    <p class="remark-query">
      <code>
        {spotsOf(query, remarks).map(({ start, text, kind, numbers }) => (
          <span key={start} class={kind && `spot spot-${kind}`}>
            {text}
            {numbers.map((number) => (
              <sup key={number}>{number}</sup>
            ))}
          </span>
        ))}
      </code>
    </p>
  )
}

/** The query, cut wherever a remark begins or ends; those at its end come last. */
function spotsOf(query: string, remarks: readonly Remark[]): Spot[] {
  const ends = remarks.flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([0, ...ends, query.length])].sort((a, b) => a - b)
  return cuts.map((start, i) => {
    const end = cuts[i + 1] ?? start
    const numbers = remarks.flatMap((remark, index) =>
      // Where it is over: the number stands after what it is about.
      remark.end === end && (end > start || remark.start === start) ? [index + 1] : [],
    )
    const about = remarks.filter((remark) => remark.start <= start && end <= remark.end)
    const kind = end > start ? kindOf(about) : undefined
    return { start, text: query.slice(start, end), kind, numbers }
  })
}

function kindOf(remarks: readonly Remark[]): Spot['kind'] {
  if (remarks.length === 0) return undefined
  return remarks.every(({ code }) => code === 'translated-phrase') ? 'noted' : 'odd'
}
