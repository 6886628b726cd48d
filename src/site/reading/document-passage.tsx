import type { Highlight } from '../../highlight/highlight.js'
import { partsOf } from '../../interface/passage-parts.js'
import type { Language } from '../../language/language.js'
import type { IndexedPassage } from '../../search/engine.js'
import type { DocumentVersion } from '../../search/reading.js'
import { anchorOf } from '../documents.js'
import { languageTag } from '../language-tag.js'
import type { ReadingContext } from './addresses.js'
import { PassageText } from './passage-text.js'
import { PassageTools } from './passage-tools.js'
import { READING_TEXTS } from './texts.js'

interface DocumentPassageProps {
  reading: ReadingContext
  passage: IndexedPassage
  /** The passage before it. */
  before: IndexedPassage | undefined
  /** True where it goes on in the middle of a paragraph. */
  isContinued: boolean
  /** Of the document. */
  language: Language | null
  /** Undefined where nothing is marked. */
  marks: readonly Highlight[] | undefined
  versions: readonly DocumentVersion[]
  /** Anchors of the marked passages before and after a marked one. */
  previous: string | undefined
  next: string | undefined
}

const NO_MARKS: readonly Highlight[] = []

/** A passage in its document, with its number as a link to it. */
export function DocumentPassage({
  passage,
  before,
  isContinued,
  language,
  marks,
  ...tools
}: DocumentPassageProps) {
  const { context } = tools.reading
  const anchor = anchorOf(passage.id)
  const number = passage.ordinal + 1
  const kinds = [
    'reading-passage',
    ...(marks ? ['is-marked'] : []),
    ...(partsOf(passage).headings.length > 0 ? ['has-heading'] : []),
    ...(isContinued ? ['is-continued'] : []),
  ]
  return (
    <div class={kinds.join(' ')} id={anchor}>
      <a
        class="reading-number"
        href={`#${anchor}`}
        aria-label={READING_TEXTS[context.language].passage(number)}
      >
        {number}
      </a>
      <div
        class="reading-text"
        lang={passage.language === language ? undefined : languageTag(passage.language)}
      >
        <PassageText
          passage={passage}
          marks={marks ?? NO_MARKS}
          texts={context.texts}
          isSpeakerKnown={before?.speaker === passage.speaker}
        />
      </div>
      <PassageTools passage={passage} {...tools} />
    </div>
  )
}
