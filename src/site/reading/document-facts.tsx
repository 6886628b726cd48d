import { type ComponentChildren, toChildArray } from 'preact'
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
      <dd key={value}>
        <a href={searchAddress(context, changed(EMPTY_STATE, { [field]: [value] }))}>
          {field === 'kind' ? kindName(value, context.language) : value}
        </a>
      </dd>
    ))
  return (
    <details class="document-facts" open data-fold>
      <summary>{facts.heading}</summary>
      <dl>
        <Fact name={facts.kind}>{kind !== undefined && links([kind], 'kind')}</Fact>
        <Fact name={facts.date}>
          {date !== undefined && (
            <dd>
              <time dateTime={date}>{writtenDate(date, context.language)}</time>
            </dd>
          )}
        </Fact>
        <Fact name={facts.speakers} isList>
          {links(speakers, 'speaker')}
        </Fact>
        <Fact name={facts.language} isList>
          {languages.map((language) => (
            <dd key={language}>{context.texts.languages[language]}</dd>
          ))}
        </Fact>
        <Fact name={facts.source}>{source !== undefined && <dd>{source}</dd>}</Fact>
        <Fact name={facts.tags} isList>
          {links(tags, 'tag')}
        </Fact>
        <Fact name={facts.document}>
          <dd>
            <code>{id}</code>
          </dd>
        </Fact>
      </dl>
    </details>
  )
}

interface FactProps {
  name: string
  /** A `<dd>` for each value. */
  children: ComponentChildren
  /** True for words that can stand beside each other. */
  isList?: boolean
}

function Fact({ name, children, isList = false }: FactProps) {
  if (toChildArray(children).length === 0) return null
  return (
    <div class={isList ? 'fact fact-list' : 'fact'}>
      <dt>{name}</dt>
      {children}
    </div>
  )
}
