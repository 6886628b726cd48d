import { LANGUAGES, type Language } from '../../language/language.js'
import { CROSS } from '../../search/cross.js'
import type { PageContext } from '../context.js'
import { changed, EMPTY_STATE, parametersOf, type SearchState, searchAddress } from './state.js'

interface SearchFormProps {
  context: PageContext
  state: SearchState
}

/** Languages of passages that the form offers. */
const OFFERED = LANGUAGES.filter((language) => language !== 'und')

/** Where one asks. Sent without a script, it keeps the filters and the view. */
export function SearchForm({ context, state }: SearchFormProps) {
  const { search } = context.texts
  return (
    <search>
      <form
        class="search-form"
        action={`${context.base}/`}
        method="get"
        data-texts={JSON.stringify(context.texts.script)}
      >
        <KeptParameters context={context} state={state} />
        <label class="query-label" for="query">
          {search.label}
        </label>
        <div class="query-row">
          <div class="query-field">
            <input
              id="query"
              class="query"
              type="search"
              name="q"
              value={state.q}
              placeholder={search.placeholder}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              enterkeyhint="search"
            />
          </div>
          <button class="button" type="submit">
            {search.submit}
          </button>
        </div>
        <div class="search-options">
          <LanguageChoice context={context} state={state} />
          <CrossChoice context={context} state={state} />
        </div>
      </form>
    </search>
  )
}

/** Everything of the state that has no field of its own in the form; from the first page on. */
function KeptParameters({ context, state }: SearchFormProps) {
  const kept = parametersOf(changed(state, { q: '', lang: [], cross: 'auto' }))
  return (
    <>
      {context.isLanguageGiven && <input type="hidden" name="ui" value={context.language} />}
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function LanguageChoice({ context, state }: SearchFormProps) {
  const { search, languages } = context.texts
  const chosen = state.lang.length === 1 ? state.lang[0] : undefined
  const choices: [value: Language | '', label: string][] = [
    ['', search.both],
    ...OFFERED.map((language): [Language, string] => [language, languages[language]]),
  ]
  return (
    <fieldset class="choice">
      <legend>{search.passagesIn}</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name="lang"
            value={value}
            checked={value === '' ? state.lang.length === 0 : value === chosen}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function CrossChoice({ context, state }: SearchFormProps) {
  const { search } = context.texts
  return (
    <label class="choice">
      <span>{search.translations}</span>
      <select name="cross">
        {CROSS.map((cross) => (
          <option
            key={cross}
            value={cross === 'auto' ? '' : cross}
            selected={cross === state.cross}
          >
            {search.cross[cross]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Queries to try, each a link. */
export function ExampleQueries({
  context,
  queries,
}: {
  context: PageContext
  queries: readonly string[]
}) {
  return (
    <p class="examples">
      {context.texts.search.examples}{' '}
      {queries.map((q) => (
        <a key={q} href={searchAddress(context, { ...EMPTY_STATE, q })}>
          {q}
        </a>
      ))}
    </p>
  )
}
