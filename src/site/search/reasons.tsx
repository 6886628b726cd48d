import type { Highlight } from '../../highlight/highlight.js'
import type { PassageHit } from '../../search/hit.js'
import type { PageContext } from '../context.js'
import { changed, type SearchState, searchAddress } from './state.js'

interface ReasonsProps {
  context: PageContext
  state: SearchState
  hit: PassageHit
}

/** A marked word that is not one of the query, with why it is marked. */
interface Reason {
  kind: 'translation' | 'synonym' | 'correction'
  /** As it stands in the passage. */
  found: string
  translation: Highlight['translation']
}

/** Why words are marked that nobody asked for, and the way to do without a translation. */
export function Reasons({ context, state, hit }: ReasonsProps) {
  const { reasons: texts } = context.texts
  const reasons = reasonsOf(hit)
  if (isReached(hit)) return <p class="reasons reason">{texts.reached}</p>
  if (reasons.length === 0) return null
  return (
    <ul class="reasons" aria-label={texts.label}>
      {reasons.map(({ kind, found, translation }) =>
        translation ? (
          <li key={found} class={`reason reason-${kind}`}>
            <span>
              {texts.translates(found, translation.word)}{' '}
              <span class="quiet">{texts.sources[translation.source]}</span>
            </span>{' '}
            <a
              class="refuse"
              href={searchAddress(context, changed(state, { without: [...state.without, found] }))}
            >
              {texts.refuse(found)} <span class="visually-hidden">{texts.refuseRest}</span>
            </a>
          </li>
        ) : (
          <li key={found} class={`reason reason-${kind}`}>
            {kind === 'synonym' ? texts.synonym(found) : texts.correction(found)}
          </li>
        ),
      )}
    </ul>
  )
}

/** True for a passage without a word that matches: what its counterpart says was found. Filters alone give no score. */
function isReached({ highlights, score, counterparts }: PassageHit): boolean {
  return highlights.length === 0 && score > 0 && counterparts.length > 0
}

/** The reasons of the words in the excerpt, each word once. */
function reasonsOf({ passage, highlights, excerpt }: PassageHit): Reason[] {
  const reasons = new Map<string, Reason>()
  for (const { start, end, kind, translation } of highlights) {
    if (kind !== 'translation' && kind !== 'synonym' && kind !== 'correction') continue
    if (start < excerpt.start || end > excerpt.end) continue
    const found = passage.text.slice(start, end)
    const known = `${kind} ${found.toLowerCase()} ${translation?.word ?? ''}`
    if (!reasons.has(known)) reasons.set(known, { kind, found, translation })
  }
  return [...reasons.values()]
}
