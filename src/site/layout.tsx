import type { ComponentChildren } from 'preact'
import { INTERFACE_LANGUAGES } from '../interface/interface-language.js'
import { addressIn, addressOf, type PageContext } from './context.js'
import { TEXTS } from './texts/texts.js'

interface LayoutProps {
  context: PageContext
  /** What the browser shows as title. */
  title: string
  /** Name of the kind of page, for the style sheet. */
  kind: string
  children: ComponentChildren
}

/** What all pages have around their content. */
export function Layout({ context, title, kind, children }: LayoutProps) {
  const { language, texts, assets } = context
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.script} />
      </head>
      <body class={`page page-${kind}`}>
        <a class="skip-link" href="#main">
          {texts.skipToMain}
        </a>
        <header class="site-header">
          <a
            class="wordmark"
            href={addressOf(context, '/')}
            aria-label={`Fundstelle: ${texts.home}`}
          >
            Fundstelle
          </a>
          <LanguageLinks context={context} />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        {/* Where scripts say what has changed, for those who do not see it. */}
        <p id="status" class="visually-hidden" role="status" />
      </body>
    </html>
  )
}

function LanguageLinks({ context }: { context: PageContext }) {
  return (
    <nav class="language-links" aria-label={context.texts.pageLanguage}>
      {INTERFACE_LANGUAGES.map((language) => (
        <a
          key={language}
          href={addressIn(context, language)}
          lang={language}
          hreflang={language}
          aria-current={language === context.language ? 'true' : undefined}
        >
          {TEXTS[language].languages[language]}
        </a>
      ))}
    </nav>
  )
}
