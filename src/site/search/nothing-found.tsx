import type { ResultsProps } from './results.js'
import { changed, searchAddress } from './state.js'

/** Where there is something, but nothing so far on. */
export function NothingFurther({ context, state }: Omit<ResultsProps, 'results'>) {
  const { beyond, firstPage } = context.texts.results
  return (
    <p>
      {beyond} <a href={searchAddress(context, changed(state, {}))}>{firstPage}</a>
    </p>
  )
}

/** What could be done where nothing was found. */
export function NothingFound({ context, results }: ResultsProps) {
  const { texts } = context
  return (
    <div class="nothing">
      {results.waysOut.length > 0 && (
        <>
          <p>{texts.nothing.instead}</p>
          <ul>
            {results.waysOut.map(({ way, state, total }) => (
              <li key={way}>
                <a href={searchAddress(context, state)}>{texts.nothing.ways[way]}</a>{' '}
                <span class="quiet">{texts.passages(total)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{texts.nothing.advice}</p>
    </div>
  )
}
