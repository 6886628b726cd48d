import { writtenDate } from '../../interface/dates.js'
import { kindName } from '../../interface/kinds.js'
import { segmentsOf } from '../../interface/segments.js'
import type { Language } from '../../language/language.js'
import type { PassageHit } from '../../search/hit.js'
import type { PageContext } from '../context.js'
import { parallelAddress, passageAddress } from '../documents.js'
import { languageTag } from '../language-tag.js'
import type { Results } from './answer.js'
import { Reasons } from './reasons.js'
import { parametersOf, type SearchState } from './state.js'

interface HitProps {
  context: PageContext
  state: SearchState
  results: Results
  hit: PassageHit
  /** Of its heading. */
  level: 2 | 3
  /** What the heading says; by default the document's title. */
  title?: string | undefined
}

/** A passage that was found: where it is from, the words with their marks, and why they are marked. */
export function HitArticle({ context, state, results, hit, level, title }: HitProps) {
  const { passage, document, highlights, excerpt } = hit
  const Heading = level === 2 ? 'h2' : 'h3'
  const isCutBefore = excerpt.start > 0
  const isCutAfter = excerpt.end < passage.text.length
  return (
    <article class="hit">
      <Heading class="hit-title">
        <a
          href={passageAddress(context, document.id, passage.id, parametersOf(state))}
          lang={languageTag(passage.language)}
        >
          {title ?? document.title}
        </a>
      </Heading>
      <HitSource context={context} hit={hit} title={title ?? document.title} />
      <p class="passage" lang={languageTag(passage.language)}>
        {isCutBefore && '… '}
        {segmentsOf(passage.text, highlights, excerpt).map(({ start, kind, text }) =>
          kind === 'plain' ? (
            withoutBlankLines(text)
          ) : (
            <mark key={start} class={`mark mark-${kind}`}>
              {text}
            </mark>
          ),
        )}
        {isCutAfter && ' …'}
      </p>
      <Reasons context={context} state={state} hit={hit} />
      <Counterparts context={context} state={state} results={results} hit={hit} />
      <Duplicates context={context} state={state} hit={hit} />
    </article>
  )
}

function HitSource({ context, hit, title }: Pick<HitProps, 'context' | 'hit' | 'title'>) {
  const { texts, language } = context
  const { document, passage } = hit
  const heading = passage.heading.at(-1)
  const parts = [
    document.kind && kindName(document.kind, language),
    document.date && writtenDate(document.date, language),
    passage.speaker,
    // Where it is the title, or the passage begins with it, it can be read there.
    heading && heading !== title && !passage.text.startsWith(heading) ? heading : null,
  ].filter((part) => part)
  return (
    <p class="hit-source">
      <span class="language-badge">{texts.languages[passage.language]}</span>
      {parts.map((part) => (
        <span key={part} class="hit-source-part">
          {part}
        </span>
      ))}
    </p>
  )
}

/** What says the same in other versions of the document, each version to be unfolded. */
function Counterparts({ context, state, results, hit }: Omit<HitProps, 'level'>) {
  const { texts } = context
  const parameters = parametersOf(state)
  const versions = new Set(hit.counterparts.map(({ document }) => document.id))
  const versionsIn = (asked: Language) =>
    new Set(
      hit.counterparts.flatMap(({ document, language }) =>
        language === asked ? [document.id] : [],
      ),
    ).size
  return [...versions].map((version) => {
    const own = hit.counterparts.filter(({ document }) => document.id === version)
    const { document, language } = own[0]!
    return (
      <details key={version} class="counterpart">
        <summary>
          {texts.results.counterpart(texts.languages[language])}
          {versionsIn(language) > 1 && `: ${document.title}`}
        </summary>
        {own.map(({ id, language, confidence }) => (
          <blockquote key={id}>
            <p class="passage" lang={languageTag(language)}>
              {withoutBlankLines(results.counterparts.get(id)?.text ?? '')}
            </p>
            <p class="hit-source">
              <span class="hit-source-part">
                <a
                  href={passageAddress(context, document.id, id, parameters)}
                  lang={languageTag(language)}
                >
                  {document.title}
                </a>
              </span>
              <span class="hit-source-part">
                {texts.results.confidence(Math.round(100 * confidence))}
              </span>
            </p>
          </blockquote>
        ))}
        <p>
          <a href={parallelAddress(context, hit.document.id, version, parameters)}>
            {texts.results.sideBySide}
          </a>
        </p>
      </details>
    )
  })
}

/** Passages that say nearly the same, which the hit stands for. */
function Duplicates({ context, state, hit }: Omit<HitProps, 'level' | 'results'>) {
  const { duplicates } = hit
  if (duplicates.length === 0) return null
  return (
    <details class="duplicates">
      <summary>{context.texts.results.duplicates(duplicates.length)}</summary>
      <ul>
        {duplicates.map(({ id, document }) => (
          <li key={id}>
            <a href={passageAddress(context, document.id, id, parametersOf(state))}>
              {document.title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Paragraphs one below the other: an excerpt is not to be longer than it reads. */
function withoutBlankLines(text: string): string {
  return text.replace(/\n{2,}/g, '\n')
}
