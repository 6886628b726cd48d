import { segmentsOf } from '../../interface/segments.js'
import type { Hit } from '../../search/hit.js'
import type { PageContext } from '../context.js'
import { passageAddress } from '../documents.js'
import type { SearchState } from './state.js'

interface HitListProps {
  context: PageContext
  state: SearchState
  hits: readonly Hit[]
}

/** Passages, best first. */
export function HitList({ context, state, hits }: HitListProps) {
  return (
    <ol class="hits" start={hits[0]?.rank ?? 1}>
      {hits.map((hit) => (
        <li key={hit.passage.id}>
          <article class="hit">
            <h2>
              <a href={passageAddress(context, hit.document.id, hit.passage.id, [['q', state.q]])}>
                {hit.document.title}
              </a>
            </h2>
            <p class="passage" lang={hit.passage.language}>
              {segmentsOf(hit.passage.text, hit.highlights, hit.excerpt).map(
                ({ start, kind, text }) =>
                  kind === 'plain' ? (
                    text
                  ) : (
                    <mark key={start} class={`mark mark-${kind}`}>
                      {text}
                    </mark>
                  ),
              )}
            </p>
          </article>
        </li>
      ))}
    </ol>
  )
}
