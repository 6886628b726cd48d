import type { Citation } from '../../interface/citation.js'
import type { InterfaceLanguage } from '../../interface/interface-language.js'
import type { IndexedPassage } from '../../search/engine.js'
import { languageTag } from '../language-tag.js'
import { Layout } from '../layout.js'
import { type ReadingContext, toPassage } from './addresses.js'
import { READING_TEXTS } from './texts.js'

interface CitationPageProps {
  reading: ReadingContext
  passage: IndexedPassage
  citations: Readonly<Record<InterfaceLanguage, Citation>>
  permalink: string
}

/** How a passage is cited, for those who come without a script; with one, the block is shown at the passage. */
export function CitationPage({ reading, passage, ...citation }: CitationPageProps) {
  const { context } = reading
  const texts = READING_TEXTS[context.language].citation
  return (
    <Layout
      context={context}
      title={`${texts.title(passage.document.title)} · Fundstelle`}
      kind="citation"
    >
      <h1>{texts.heading}</h1>
      <CitationBlock language={context.language} passage={passage} {...citation} />
      <p>
        <a href={toPassage(reading, passage.id)}>← {texts.toPassage}</a>
      </p>
    </Layout>
  )
}

interface CitationBlockProps extends Omit<CitationPageProps, 'reading'> {
  language: InterfaceLanguage
}

/** The citation in both styles, that of the page's language first. */
function CitationBlock({ language, passage, citations, permalink }: CitationBlockProps) {
  const texts = READING_TEXTS[language].citation
  const styles: readonly InterfaceLanguage[] = language === 'de' ? ['de', 'en'] : ['en', 'de']
  return (
    <section
      class="citation"
      aria-label={texts.heading}
      data-copied={texts.copied}
      data-not-copied={texts.notCopied}
    >
      {styles.map((style) => (
        <details key={style} open={style === language}>
          <summary>{texts.styles[style]}</summary>
          <blockquote data-copy-text>
            <p class="citation-quotation" lang={languageTag(passage.language)}>
              {citations[style].quotation}
            </p>
            <p class="citation-source" lang={style}>
              {citations[style].source}
            </p>
          </blockquote>
          <p class="citation-actions">
            <button class="button-quiet needs-script" type="button" data-copy>
              {texts.copy}
            </button>
          </p>
        </details>
      ))}
      <div class="citation-link">
        <p>
          {texts.permalink}:{' '}
          <a href={permalink} data-copy-text>
            {permalink}
          </a>
        </p>
        <p class="citation-actions">
          <button class="button-quiet needs-script" type="button" data-copy>
            {texts.copyLink}
          </button>
          <button class="button-quiet needs-script" type="button" data-close hidden>
            {texts.close}
          </button>
        </p>
      </div>
    </section>
  )
}
