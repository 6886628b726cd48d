import type { PageContext } from '../context.js'
import { countOf, type Results } from './answer.js'
import { ChosenFilters } from './chosen-filters.js'
import { ConcordanceTable } from './concordance.js'
import { Facets } from './facets.js'
import { HitList } from './hits.js'
import { NothingFound, NothingFurther } from './nothing-found.js'
import { Pages } from './pages.js'
import { LineReasons } from './reasons.js'
import type { SearchState } from './state.js'
import { Downloads, Toolbar } from './toolbar.js'

export interface ResultsProps {
  context: PageContext
  state: SearchState
  results: Results
}

/** What was found, with all ways to look at it otherwise. */
export function ResultsSection({ context, state, results }: ResultsProps) {
  const { texts } = context
  const { answer } = results
  const isBeyond = state.offset > 0 && answer.total > 0 && shownOf(answer).length === 0
  const isEmpty = countOf(results, state) === 0 && !isBeyond
  return (
    <div class="results">
      <section class="results-main" aria-labelledby="count">
        <h1 id="count" class="count" tabIndex={-1}>
          {isEmpty ? texts.nothing.title(state.q) : headline(context, results)}
        </h1>
        <ChosenFilters context={context} state={state} answer={answer} />
        {isEmpty ? (
          <NothingFound context={context} state={state} results={results} />
        ) : (
          <>
            <a class="to-facets" href="#facets">
              {texts.facets.toFacets}
            </a>
            <Toolbar context={context} state={state} />
            {isBeyond ? (
              <NothingFurther context={context} state={state} />
            ) : answer.view === 'passages' ? (
              <HitList context={context} state={state} results={results} hits={answer.hits} />
            ) : (
              <>
                <LineReasons context={context} state={state} lines={answer.lines} />
                <ConcordanceTable context={context} state={state} lines={answer.lines} />
              </>
            )}
            <Pages context={context} state={state} results={results} />
            <Downloads context={context} state={state} />
          </>
        )}
      </section>
      {!isEmpty && <Facets context={context} state={state} answer={answer} />}
    </div>
  )
}

function shownOf(answer: Results['answer']): readonly unknown[] {
  return answer.view === 'kwic' ? answer.lines : answer.hits
}

function headline({ texts }: PageContext, { answer }: Results): string {
  const { results } = texts
  const found = results.found(answer.total, answer.totalDocuments)
  return answer.view === 'kwic'
    ? `${results.lines(answer.totalLines, answer.complete)}: ${found}`
    : found
}
