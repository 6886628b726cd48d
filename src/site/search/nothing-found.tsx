import type { ResultsProps } from './results.js'
import { changed, searchAddress } from './state.js'

/** What could be done where nothing was found, or nothing so far on. */
export function NothingFound({ context, state, results }: ResultsProps) {
  const { texts } = context
  if (results.answer.total > 0 && state.offset > 0)
    return (
      <p>
        {texts.results.beyond}{' '}
        <a href={searchAddress(context, changed(state, {}))}>{texts.results.firstPage}</a>
      </p>
    )
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
