import { kindName } from '../../interface/kinds.js'
import type { Overview } from '../../search/overview.js'
import type { PageContext } from '../context.js'
import { BarPlot } from './bar-plot.js'
import { EMPTY_STATE, type SearchState, searchAddress } from './state.js'
import { YearPlot } from './year-plot.js'

interface CollectionOverviewProps {
  context: PageContext
  overview: Overview
}

/** What there is, for people who would rather look than ask. */
export function CollectionOverview({ context, overview }: CollectionOverviewProps) {
  const { texts } = context
  const to = (changes: Partial<SearchState>) =>
    searchAddress(context, { ...EMPTY_STATE, ...changes })
  return (
    <section class="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">{texts.overview.title}</h2>
      <p>{texts.overview.size(overview.documents, overview.passages)}</p>
      <div class="plots">
        <BarPlot
          context={context}
          title={texts.overview.languages}
          bars={overview.languages.map(({ language, passages }) => ({
            label: texts.languages[language],
            value: passages,
            href: to({ lang: [language] }),
          }))}
        />
        {overview.kinds.some(({ kind }) => kind !== null) && (
          <BarPlot
            context={context}
            title={texts.overview.kinds}
            bars={overview.kinds.slice(0, 12).map(({ kind, documents }) => ({
              label: kind === null ? texts.overview.noKind : kindName(kind, context.language),
              value: documents,
              href: kind === null ? null : to({ kind: [kind] }),
            }))}
          />
        )}
        <YearPlot context={context} overview={overview} />
        {overview.speakers.length > 0 && (
          <BarPlot
            context={context}
            title={texts.overview.speakers}
            bars={overview.speakers.map(({ name, passages }) => ({
              label: name,
              value: passages,
              href: to({ speaker: [name] }),
            }))}
          />
        )}
        {overview.words.map(({ language, words }) => (
          <BarPlot
            key={language}
            context={context}
            title={texts.overview.words(texts.languages[language])}
            language={language}
            bars={frequentOf(words).map(({ text, passages }) => ({
              label: text,
              value: passages,
              href: to({ q: text, lang: [language] }),
            }))}
          />
        ))}
      </div>
    </section>
  )
}

type Words = Overview['words'][number]['words']

/** The words that come again; in the smallest of collections none does. */
function frequentOf(words: Words): Words {
  const frequent = words.filter(({ passages }) => passages > 1)
  return frequent.length > 0 ? frequent : words
}
