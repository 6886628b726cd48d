import { addressOf } from '../context.js'
import { asksSomething, parametersOf, searchAddress } from '../search/state.js'
import type { ReadingContext } from './addresses.js'
import { READING_TEXTS } from './texts.js'

interface FindHereProps {
  reading: ReadingContext
  /** Address of the page itself, without parameters. */
  action: string
  /** What to look for here. */
  label: string
}

/** The way back to the search, and a query for this page alone. */
export function FindHere({ reading, action, label }: FindHereProps) {
  const { context, state } = reading
  const texts = READING_TEXTS[context.language]
  return (
    <search class="find-here">
      <p>
        {asksSomething(state) ? (
          <a class="tap-link" href={searchAddress(context, state)}>
            ← {texts.backToResults}
          </a>
        ) : (
          <a class="tap-link" href={addressOf(context, '/')}>
            ← {texts.backToSearch}
          </a>
        )}
      </p>
      <form action={action} method="get">
        {context.isLanguageGiven && <input type="hidden" name="ui" value={context.language} />}
        {parametersOf({ ...state, q: '' }).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label for="find-here">{label}</label>
        <div class="query-row">
          <input
            id="find-here"
            class="query"
            type="search"
            name="q"
            value={state.q}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
          />
          <button class="button" type="submit">
            {texts.find}
          </button>
        </div>
      </form>
    </search>
  )
}
