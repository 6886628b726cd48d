import type { IndexedPassage } from '../../search/engine.js'
import { type DocumentVersion, isUncertain } from '../../search/reading.js'
import { languageTag } from '../language-tag.js'
import { type ReadingContext, toCitation, toParallel } from './addresses.js'
import { READING_TEXTS } from './texts.js'

interface PassageToolsProps {
  reading: ReadingContext
  passage: IndexedPassage
  versions: readonly DocumentVersion[]
  /** Anchors of the marked passages before and after a marked one. */
  previous: string | undefined
  next: string | undefined
}

/** What can be done with a passage in its document. */
export function PassageTools({ reading, passage, versions, previous, next }: PassageToolsProps) {
  const { language } = reading.context
  const texts = READING_TEXTS[language]
  const linked = versions.filter(({ links }) => links.has(passage.id))
  return (
    <p class="reading-tools" lang={language}>
      <CiteLink reading={reading} passage={passage} />
      {linked.map((version) => (
        <CounterpartLink
          key={version.document.id}
          reading={reading}
          passage={passage}
          version={version}
          isNamed={linked.filter((other) => other.language === version.language).length > 1}
        />
      ))}
      {previous !== undefined && (
        <a class="reading-step" href={`#${previous}`} aria-label={texts.previousMarked}>
          ↑
        </a>
      )}
      {next !== undefined && (
        <a class="reading-step" href={`#${next}`} aria-label={texts.nextMarked}>
          ↓
        </a>
      )}
    </p>
  )
}

interface CiteLinkProps {
  reading: ReadingContext
  passage: IndexedPassage
}

/** Leads to the citation; a script shows it in place. */
export function CiteLink({ reading, passage }: CiteLinkProps) {
  const texts = READING_TEXTS[reading.context.language]
  return (
    <a
      class="cite-link"
      href={toCitation(reading, passage.id)}
      aria-label={texts.citePassage(passage.ordinal + 1)}
    >
      {texts.cite}
    </a>
  )
}

interface CounterpartLinkProps extends CiteLinkProps {
  version: DocumentVersion
  /** True to say its title too: there are others in its language. */
  isNamed: boolean
}

/** Leads to what says the same in another version, beside the passage. */
function CounterpartLink({ reading, passage, version, isNamed }: CounterpartLinkProps) {
  const confidence = version.links.get(passage.id)
  if (confidence === undefined) return null
  const { language, document } = version
  const texts = READING_TEXTS[reading.context.language]
  const isOther = language !== null && language !== 'und' && language !== passage.language
  return (
    <a
      href={toParallel(reading, passage.document.id, document.id, passage.id)}
      title={document.title}
    >
      {/* As one piece: between pieces that are laid out beside each other, spaces are not shown. */}
      <span>
        {isOther ? texts.inLanguage[language] : texts.otherVersion}
        {isNamed && (
          <>
            {': '}
            <span lang={languageTag(language)}>{document.title}</span>
          </>
        )}
        {isUncertain(confidence) && ` (${texts.uncertain})`}
      </span>
    </a>
  )
}
