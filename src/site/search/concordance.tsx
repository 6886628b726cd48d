import { writtenDate } from '../../interface/dates.js'
import type { ConcordanceLine } from '../../search/kwic.js'
import type { PageContext } from '../context.js'
import { passageAddress } from '../documents.js'
import { languageTag } from '../language-tag.js'
import { parametersOf, type SearchState } from './state.js'

interface ConcordanceProps {
  context: PageContext
  state: SearchState
  lines: readonly ConcordanceLine[]
}

/** Every match with what stands to its left and right, one below the other. */
export function ConcordanceTable({ context, state, lines }: ConcordanceProps) {
  const { results: texts } = context.texts
  return (
    <table class="concordance">
      <caption class="visually-hidden">{texts.concordance}</caption>
      <thead>
        <tr>
          <th scope="col" class="left">
            {texts.before}
          </th>
          <th scope="col">{texts.match}</th>
          <th scope="col">{texts.after}</th>
          <th scope="col">{texts.source}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.rank} context={context} state={state} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function Line({
  context,
  state,
  line,
}: Omit<ConcordanceProps, 'lines'> & { line: ConcordanceLine }) {
  const { left, match, right, kind, passage, document } = line
  const { date } = document
  return (
    <tr>
      <td class="left" lang={languageTag(passage.language)}>
        <bdi>{left}</bdi>
      </td>
      <td class="match" lang={languageTag(passage.language)}>
        <mark class={`mark mark-${kind}`}>{match}</mark>
      </td>
      <td class="right" lang={languageTag(passage.language)}>
        {right}
      </td>
      <td class="source">
        <a
          href={passageAddress(context, document.id, passage.id, parametersOf(state))}
          title={document.title}
          lang={languageTag(passage.language)}
        >
          {document.title}
        </a>
        {date !== null && <span class="quiet"> {writtenDate(date, context.language)}</span>}
      </td>
    </tr>
  )
}
