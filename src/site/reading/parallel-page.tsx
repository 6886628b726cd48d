import { parallelPath } from '../../interface/document-path.js'
import type { IndexedDocument } from '../../search/engine.js'
import { isUncertain, mainLanguage, type ParallelReading } from '../../search/reading.js'
import { parallelAddress } from '../documents.js'
import { languageTag } from '../language-tag.js'
import { Layout } from '../layout.js'
import { type ReadingContext, toDocument, toParallel } from './addresses.js'
import { FindHere } from './find-here.js'
import { MANY } from './long.js'
import { MarkReasons } from './mark-reasons.js'
import { MarksBar } from './marks-bar.js'
import { ParallelRow, parallelAnchor } from './parallel-row.js'
import { READING_TEXTS } from './texts.js'

interface ParallelPageProps {
  reading: ReadingContext
  found: ParallelReading
}

/** Two versions of a document side by side: what says the same is in one row. */
export function ParallelPage({ reading, found }: ParallelPageProps) {
  const { context } = reading
  const { left, right, rows, marks } = found
  const texts = READING_TEXTS[context.language]
  const { parallel } = texts
  const passages = rows.flatMap((row) => [
    ...row.left.map((passage) => ({ passage, side: 'left' as const })),
    ...row.right.map((passage) => ({ passage, side: 'right' as const })),
  ])
  const anchors = passages
    .filter(({ passage }) => marks.has(passage.id))
    .map(({ passage, side }) => parallelAnchor(passage.id, side))
  const plain = { ...context, isLanguageGiven: false }
  const action = parallelAddress(plain, left.id, right.id)
  const alone = rows.filter((row) => row.left.length === 0 || row.right.length === 0)
  const uncertain = rows.filter(({ confidence }) => isUncertain(confidence))
  return (
    <Layout context={context} title={`${left.title} | ${right.title} · Fundstelle`} kind="parallel">
      <FindHere reading={reading} action={action} label={parallel.find} />
      <header class="parallel-head">
        <h1>{parallel.heading}</h1>
        <p class="parallel-summary">
          {parallel.summary(rows.length, alone.length, uncertain.length)}
        </p>
        <ul class="parallel-links">
          <li>
            <a class="tap-link" href={toParallel(reading, right.id, left.id)}>
              {parallel.swap}
            </a>
          </li>
          {(['tmx', 'csv'] as const).map((format) => (
            <li key={format}>
              <a class="tap-link" href={`${action}?format=${format}`} download>
                {parallel.download[format]}
              </a>
            </li>
          ))}
        </ul>
      </header>
      <MarkReasons
        reading={reading}
        passages={passages.map(({ passage }) => passage)}
        marks={marks}
        path={parallelPath(left.id, right.id)}
      />
      <div class="parallel">
        <div class="parallel-top">
          <MarksBar reading={reading} anchors={anchors} passages={passages.length} />
          <div class="parallel-titles">
            <VersionTitle reading={reading} document={left} rows={rows.map((row) => row.left)} />
            <VersionTitle reading={reading} document={right} rows={rows.map((row) => row.right)} />
          </div>
        </div>
        <ol class={rows.length > MANY ? 'parallel-rows is-long' : 'parallel-rows'}>
          {rows.map((row, i) => (
            <ParallelRow
              key={(row.left[0] ?? row.right[0])?.id}
              reading={reading}
              row={row}
              place={i + 1}
              marks={marks}
            />
          ))}
        </ol>
      </div>
    </Layout>
  )
}

interface VersionTitleProps {
  reading: ReadingContext
  document: IndexedDocument
  rows: readonly ParallelReading['rows'][number]['left'][]
}

function VersionTitle({ reading, document, rows }: VersionTitleProps) {
  const language = mainLanguage(rows.flat())
  return (
    <div class="parallel-title">
      <h2 lang={languageTag(language)}>
        <a href={toDocument(reading, document.id)}>{document.title}</a>
      </h2>
      {language !== null && <p>{reading.context.texts.languages[language]}</p>}
    </div>
  )
}
