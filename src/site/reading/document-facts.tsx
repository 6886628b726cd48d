import type { ComponentChildren } from 'preact'
import { writtenDate } from '../../interface/dates.js'
import { kindName } from '../../interface/kinds.js'
import type { Language } from '../../language/language.js'
import type { DocumentReading } from '../../search/reading.js'
import { changed, EMPTY_STATE, searchAddress } from '../search/state.js'
import type { ReadingContext } from './addresses.js'
import { READING_TEXTS } from './texts.js'

interface DocumentFactsProps {
  reading: ReadingContext
  found: DocumentReading
  /** Languages of its passages. */
  languages: readonly Language[]
}

/** What is known of a document besides its text. */
export function DocumentFacts({ reading, found, languages }: DocumentFactsProps) {
  const { context } = reading
  const { facts } = READING_TEXTS[context.language]
  const { kind, date, speakers, source, tags, id } = found.document
  // Each finds all documents, or passages, of which the same is true.
  const links = (values: readonly string[], field: 'kind' | 'speaker' | 'tag') =>
    values.map((value) => (
      <a key={value} href={searchAddress(context, changed(EMPTY_STATE, { [field]: [value] }))}>
        {field === 'kind' ? kindName(value, context.language) : value}
      </a>
    ))
  return (
    <details class="document-facts" open data-fold>
      <summary>{facts.heading}</summary>
      <dl>
        <Fact name={facts.kind} values={links(kind === undefined ? [] : [kind], 'kind')} />
        <Fact
          name={facts.date}
          values={
            date === undefined
              ? []
              : [
                  <time key={date} dateTime={date}>
                    {writtenDate(date, context.language)}
                  </time>,
                ]
          }
        />
        <Fact name={facts.speakers} values={links(speakers, 'speaker')} isList />
        <Fact
          name={facts.language}
          values={languages.map((language) => context.texts.languages[language])}
          isList
        />
        <Fact name={facts.source} values={source === undefined ? [] : [source]} />
        <Fact name={facts.tags} values={links(tags, 'tag')} isList />
        <Fact name={facts.document} values={[<code key={id}>{id}</code>]} />
      </dl>
    </details>
  )
}

interface FactProps {
  name: string
  values: readonly ComponentChildren[]
  /** True for words that can stand beside each other. */
  isList?: boolean
}

function Fact({ name, values, isList = false }: FactProps) {
  if (values.length === 0) return null
  return (
    <div class={isList ? 'fact fact-list' : 'fact'}>
      <dt>{name}</dt>
      {values.map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the values have no names and keep their order
        <dd key={i}>{value}</dd>
      ))}
    </div>
  )
}
