import { GROUP_FIELDS } from '../../search/engine.js'
import { CONCORDANCE_SORTS } from '../../search/kwic.js'
import { isSort, SORTS } from '../../search/sort.js'
import { addressOf, type PageContext } from '../context.js'
import { changed, filterParameters, type SearchState, searchAddress } from './state.js'

interface ToolbarProps {
  context: PageContext
  state: SearchState
}

/** How the results can be looked at: links, so that each way has an address. Folded on narrow screens. */
export function Toolbar({ context, state }: ToolbarProps) {
  const { results: texts } = context.texts
  const isKwic = state.view === 'kwic'
  const to = (changes: Partial<SearchState>) => searchAddress(context, changed(state, changes))
  const views = (['passages', 'kwic'] as const).map((view) => {
    return { label: texts.views[view], href: to({ view }), isChosen: state.view === view }
  })
  const sorts = (isKwic ? CONCORDANCE_SORTS : SORTS).map((sort) => {
    return { label: texts.sorts[sort], href: to({ sort }), isChosen: state.sort === sort }
  })
  const groups = ([null, ...GROUP_FIELDS] as const).map((group) => ({
    label: texts.groups[group ?? 'none'],
    href: to({ group }),
    isChosen: state.group === group,
  }))
  return (
    <details class="toolbar">
      <summary>{texts.arrange}</summary>
      <div class="toolbar-choices">
        <Choices label={texts.view} choices={views} />
        <Choices label={texts.sort} choices={sorts} />
        {!isKwic && <Choices label={texts.group} choices={groups} />}
      </div>
    </details>
  )
}

interface ChoicesProps {
  label: string
  choices: readonly { label: string; href: string; isChosen: boolean }[]
}

function Choices({ label, choices }: ChoicesProps) {
  return (
    <nav class="choices" aria-label={label}>
      <span class="choices-label" aria-hidden="true">
        {label}
      </span>
      <ul>
        {choices.map(({ label, href, isChosen }) => (
          <li key={label}>
            <a
              href={href}
              data-key={`choice ${label}`}
              aria-current={isChosen ? 'true' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** All that was found, as files; and the switch for near-duplicates. */
export function Downloads({ context, state }: ToolbarProps) {
  const { results: texts } = context.texts
  const { q, sort, isExpanded } = state
  const parameters = [
    ...(q === '' ? [] : [['q', q] as const]),
    ...filterParameters(state),
    ...(sort !== 'score' && isSort(sort) ? [['sort', sort] as const] : []),
  ]
  const file = (extension: string) =>
    addressOf({ ...context, isLanguageGiven: false }, `/search.${extension}`, parameters)
  return (
    <p class="downloads">
      {texts.download}: <a href={file('csv')}>CSV</a> <a href={file('jsonl')}>JSON Lines</a>
      {state.view === 'passages' && (
        <a href={searchAddress(context, changed(state, { isExpanded: !isExpanded }))}>
          {isExpanded ? texts.collapse : texts.expand}
        </a>
      )}
    </p>
  )
}
