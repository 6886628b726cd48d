import type { SearchResponse } from '../../search/hit.js'
import type { Concordance } from '../../search/kwic.js'
import type { PageContext } from '../context.js'
import { Layout } from '../layout.js'
import { HitList } from './hits.js'
import { SearchForm } from './search-form.js'
import type { SearchState } from './state.js'

/** What was found, as the view wants it. */
export type Answer = ({ view: 'passages' } & SearchResponse) | ({ view: 'kwic' } & Concordance)

interface SearchPageProps {
  context: PageContext
  state: SearchState
  /** Parameters of the address that were not to be read. */
  refused: readonly string[]
  /** Null where nothing is asked. */
  answer: Answer | null
}

/** The page at `/`: what to search for, and what was found. */
export function SearchPage({ context, state, answer }: SearchPageProps) {
  const { texts } = context
  const title = state.q === '' ? 'Fundstelle' : texts.search.title(state.q)
  return (
    <Layout context={context} title={title} kind={answer ? 'results' : 'start'}>
      <SearchForm context={context} state={state} />
      {answer && (
        <section aria-labelledby="count">
          <h1 id="count">{texts.search.found(answer.total, answer.totalDocuments)}</h1>
          {answer.view === 'passages' && (
            <HitList context={context} state={state} hits={answer.hits} />
          )}
        </section>
      )}
    </Layout>
  )
}
