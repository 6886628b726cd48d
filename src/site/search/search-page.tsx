import type { Overview } from '../../search/overview.js'
import type { PageContext } from '../context.js'
import { Layout } from '../layout.js'
import type { Results } from './answer.js'
import { QueryHelp } from './help.js'
import { CollectionOverview } from './overview.js'
import { Remarks } from './remarks.js'
import { ResultsSection } from './results.js'
import { ExampleQueries, SearchForm } from './search-form.js'
import type { SearchState } from './state.js'

interface SearchPageProps {
  context: PageContext
  state: SearchState
  /** Parameters of the address that were not to be read. */
  refused: readonly string[]
  overview: Overview
  /** Null where nothing is asked. */
  results: Results | null
}

/** The page at `/`: what to search for, and what was found or, before that, what there is. */
export function SearchPage({ context, state, refused, overview, results }: SearchPageProps) {
  const { texts } = context
  const title = state.q === '' ? 'Fundstelle' : texts.results.title(state.q)
  return (
    <Layout context={context} title={title} kind={results ? results.answer.view : 'start'}>
      {!results && <h1 class="tagline">{texts.tagline}</h1>}
      <SearchForm context={context} state={state} />
      {refused.length > 0 && <p class="notice">{texts.search.refused(refused.join(', '))}</p>}
      {results ? (
        <>
          <Remarks context={context} state={state} answer={results.answer} />
          <ResultsSection context={context} state={state} results={results} />
          <QueryHelp context={context} overview={overview} isFolded={results.answer.total > 0} />
        </>
      ) : (
        <>
          <ExampleQueries context={context} queries={overview.examples} />
          <div class="start-columns">
            <CollectionOverview context={context} overview={overview} />
            <QueryHelp context={context} overview={overview} isFolded={false} />
          </div>
        </>
      )}
    </Layout>
  )
}
