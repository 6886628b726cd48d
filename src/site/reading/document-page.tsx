import { documentPath } from '../../interface/document-path.js'
import type { Language } from '../../language/language.js'
import { type DocumentReading, mainLanguage } from '../../search/reading.js'
import { anchorOf, documentAddress } from '../documents.js'
import { languageTag } from '../language-tag.js'
import { Layout } from '../layout.js'
import type { ReadingContext } from './addresses.js'
import { DocumentFacts } from './document-facts.js'
import { DocumentPassage } from './document-passage.js'
import { FindHere } from './find-here.js'
import { MANY } from './long.js'
import { MarkReasons } from './mark-reasons.js'
import { MarksBar } from './marks-bar.js'
import { Outline } from './outline.js'
import { READING_TEXTS } from './texts.js'
import { VersionLinks } from './version-links.js'

interface DocumentPageProps {
  reading: ReadingContext
  found: DocumentReading
}

/** The page of a document: all of its text, with the marks of the query. */
export function DocumentPage({ reading, found }: DocumentPageProps) {
  const { context } = reading
  const { document, passages, marks } = found
  const texts = READING_TEXTS[context.language]
  const language = mainLanguage(passages)
  const anchors = [...marks.keys()].map(anchorOf)
  return (
    <Layout context={context} title={`${document.title} · Fundstelle`} kind="document">
      <FindHere
        reading={reading}
        action={documentAddress({ ...context, isLanguageGiven: false }, document.id)}
        label={texts.findHere}
      />
      <div class="document">
        <header class="document-head">
          <h1 lang={languageTag(language)}>{document.title}</h1>
          <VersionLinks reading={reading} found={found} />
        </header>
        <aside class="document-aside">
          <MarkReasons
            reading={reading}
            passages={passages}
            marks={marks}
            path={documentPath(document.id)}
          />
          <DocumentFacts reading={reading} found={found} languages={languagesOf(passages)} />
          <Outline name={texts.contents} passages={passages} />
        </aside>
        <MarksBar reading={reading} anchors={anchors} passages={passages.length} />
        <article
          class={passages.length > MANY ? 'document-text is-long' : 'document-text'}
          lang={languageTag(language)}
        >
          <Passages reading={reading} found={found} language={language} />
        </article>
      </div>
    </Layout>
  )
}

interface PassagesProps extends DocumentPageProps {
  /** Of the document. */
  language: Language | null
}

function Passages({ reading, found, language }: PassagesProps) {
  const { document, passages, marks, versions } = found
  const marked = [...marks.keys()]
  const placeOf = new Map(marked.map((id, place) => [id, place]))
  const anchorAt = (place: number | undefined) => {
    const id = place === undefined ? undefined : marked[place]
    return id === undefined ? undefined : anchorOf(id)
  }
  return (
    <>
      {passages.map((passage, i) => {
        const before = passages[i - 1]
        const place = placeOf.get(passage.id)
        return (
          <DocumentPassage
            key={passage.id}
            reading={reading}
            passage={passage}
            before={before}
            isContinued={
              before !== undefined && !document.text.slice(before.end, passage.start).includes('\n')
            }
            language={language}
            marks={marks.get(passage.id)}
            versions={versions}
            previous={place === undefined ? undefined : anchorAt(place - 1)}
            next={place === undefined ? undefined : anchorAt(place + 1)}
          />
        )
      })}
    </>
  )
}

/** Most used first. */
function languagesOf(passages: readonly { language: Language }[]): Language[] {
  const main = mainLanguage(passages)
  const all = new Set(passages.map(({ language }) => language))
  return [...all].sort((a, b) => Number(b === main) - Number(a === main))
}
