import type { Hit, PassageHit } from '../../search/hit.js'
import type { PageContext } from '../context.js'
import type { Results } from './answer.js'
import { HitArticle } from './hit.js'
import { changed, type SearchState, searchAddress } from './state.js'

interface HitListProps {
  context: PageContext
  state: SearchState
  results: Results
  hits: readonly Hit[]
}

/** Passages in the order that was asked for, those of a group below the one that stands for it. */
export function HitList({ context, state, results, hits }: HitListProps) {
  const shown = { context, state, results }
  return (
    <ol class="hits">
      {hits.map((hit) => (
        <li key={hit.passage.id}>
          {state.group === 'language' && (
            <h2 class="group-title">{context.texts.languages[hit.passage.language]}</h2>
          )}
          <HitArticle {...shown} hit={hit} level={state.group === 'language' ? 3 : 2} />
          {hit.group && hit.group.total > 1 && (
            <>
              {hit.group.next.length > 0 && (
                <ol class="group">
                  {hit.group.next.map((next) => (
                    <li key={next.passage.id}>
                      <HitArticle
                        {...shown}
                        hit={next}
                        level={3}
                        title={state.group === 'document' ? headingOf(next) : undefined}
                      />
                    </li>
                  ))}
                </ol>
              )}
              {hit.group.total > hit.group.next.length + 1 && (
                <p>
                  <a href={searchAddress(context, wholeGroup(state, hit))}>
                    {context.texts.results.moreOfGroup(hit.group.total)}
                  </a>
                </p>
              )}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What is said above a passage; what is said above the whole document stands there already. */
function headingOf({ passage, document }: PassageHit): string | undefined {
  return passage.heading.filter((heading) => heading !== document.title).at(-1)
}

/** The search for all hits of the document or the language that a hit stands for. */
function wholeGroup(state: SearchState, { document, passage }: PassageHit): SearchState {
  return state.group === 'document'
    ? changed(state, { group: null, doc: [document.id] })
    : changed(state, { group: null, lang: [passage.language] })
}
