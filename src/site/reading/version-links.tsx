import type { DocumentReading, DocumentVersion } from '../../search/reading.js'
import { languageTag } from '../language-tag.js'
import { type ReadingContext, toDocument, toParallel } from './addresses.js'
import { READING_TEXTS } from './texts.js'

interface VersionLinksProps {
  reading: ReadingContext
  found: DocumentReading
}

/** The other versions of a document: by themselves, and beside it. */
export function VersionLinks({ reading, found }: VersionLinksProps) {
  const { document, versions } = found
  if (versions.length === 0) return null
  const texts = READING_TEXTS[reading.context.language]
  return (
    <ul class="version-links" aria-label={texts.versions}>
      {versions.map((version) => (
        <li key={version.document.id}>
          {`${nameOf(reading, version)}: `}
          <a
            href={toDocument(reading, version.document.id)}
            lang={languageTag(version.language)}
            hreflang={languageTag(version.language) || undefined}
          >
            {version.document.title}
          </a>
          <a
            class="read-beside"
            href={toParallel(reading, document.id, version.document.id)}
            aria-label={`${texts.readBeside}: ${version.document.title}`}
          >
            {texts.readBeside}
          </a>
        </li>
      ))}
    </ul>
  )
}

function nameOf({ context }: ReadingContext, { language }: DocumentVersion): string {
  const texts = READING_TEXTS[context.language]
  return language === null || language === 'und' ? texts.otherVersion : texts.inLanguage[language]
}
