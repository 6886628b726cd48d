import type { Highlight, HighlightKind } from '../../highlight/highlight.js'
import { isReached } from '../../interface/reached.js'
import type { PassageHit } from '../../search/hit.js'
import type { ConcordanceLine } from '../../search/kwic.js'
import type { PageContext } from '../context.js'
import { changed, type SearchState, searchAddress } from './state.js'

interface Shown {
  context: PageContext
  state: SearchState
}

/** A marked word, with why it is marked. */
interface Found {
  kind: HighlightKind
  /** As it stands in the text. */
  found: string
  translation?: Highlight['translation']
}

/** Why words of a passage are marked that nobody asked for, and the way to do without a translation. */
export function Reasons({ context, state, hit }: Shown & { hit: PassageHit }) {
  const { reasons: texts } = context.texts
  if (isReached(hit)) return <p class="reasons reason">{texts.reached}</p>
  const reasons = reasonsOf(foundIn(hit))
  if (reasons.length === 0) return null
  return (
    <ul class="reasons" aria-label={texts.label}>
      <ReasonItems context={context} state={state} reasons={reasons} />
    </ul>
  )
}

/** More reasons than this are no explanation. */
const MOST = 20

/** The same for all lines of a concordance, which have no room for it each. */
export function LineReasons({
  context,
  state,
  lines,
}: Shown & { lines: readonly ConcordanceLine[] }) {
  const reasons = reasonsOf(lines.map(foundInLine)).slice(0, MOST)
  if (reasons.length === 0) return null
  return (
    <details class="line-reasons">
      <summary>{context.texts.reasons.label}</summary>
      <ul class="reasons">
        <ReasonItems context={context} state={state} reasons={reasons} />
      </ul>
    </details>
  )
}

function ReasonItems({ context, state, reasons }: Shown & { reasons: readonly Found[] }) {
  const { reasons: texts } = context.texts
  return reasons.map(({ kind, found, translation }) =>
    translation ? (
      <li key={`${found} ${translation.word}`} class={`reason reason-${kind}`}>
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
  )
}

/** The marked words of an excerpt. */
function foundIn({ passage, highlights, excerpt }: PassageHit): Found[] {
  return highlights
    .filter(({ start, end }) => start >= excerpt.start && end <= excerpt.end)
    .map(({ start, end, kind, translation }) => {
      return { kind, found: passage.text.slice(start, end), translation }
    })
}

function foundInLine({ match, start, part, kind, translation }: ConcordanceLine): Found {
  return {
    kind,
    found: part ? match.slice(part.start - start, part.end - start) : match,
    translation,
  }
}

/** Those that are marked for a reason that cannot be seen, each word once. */
function reasonsOf(found: readonly Found[]): Found[] {
  const reasons = new Map<string, Found>()
  for (const each of found) {
    const { kind, translation } = each
    if (kind !== 'translation' && kind !== 'synonym' && kind !== 'correction') continue
    const known = `${kind} ${each.found.toLowerCase()} ${translation?.word ?? ''}`
    if (!reasons.has(known)) reasons.set(known, each)
  }
  return [...reasons.values()]
}
