import type { Highlight } from '../../highlight/highlight.js'
import { partsOf } from '../../interface/passage-parts.js'
import type { IndexedPassage } from '../../search/engine.js'
import type { Texts } from '../texts/texts.js'
import { MarkedText } from './marked-text.js'

const HEADING_TAGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

interface PassageTextProps {
  passage: IndexedPassage
  marks: readonly Highlight[]
  texts: Texts
  /** True where the passage before belongs to the same turn, or to nobody in particular. */
  isSpeakerKnown: boolean
  /** Level of an outermost heading on the page. */
  topLevel?: 2 | 3
}

/** What a passage says: its headings as headings, who says it, paragraphs. */
export function PassageText({
  passage,
  marks,
  texts,
  isSpeakerKnown,
  topLevel = 2,
}: PassageTextProps) {
  const { text, speaker } = passage
  const { headings, label, paragraphs } = partsOf(passage)
  const show = (start: number, end: number) => (
    <MarkedText text={text} marks={marks} range={{ start, end }} texts={texts} />
  )
  const isTitle = (start: number, end: number) =>
    passage.ordinal === 0 && text.slice(start, end) === passage.document.title
  return (
    <>
      {headings.map(({ start, end, level }) => {
        const Heading = HEADING_TAGS[topLevel + level - 2] ?? 'h6'
        return (
          <Heading key={start} class={isTitle(start, end) ? 'is-title' : undefined}>
            {show(start, end)}
          </Heading>
        )
      })}
      {speaker !== null && label === null && !isSpeakerKnown && (
        <p class="reading-speaker">{speaker}</p>
      )}
      {paragraphs.map(({ start, end }, i) => (
        <p key={start}>
          {i === 0 && label ? (
            <>
              <b class="reading-speaker">{show(label.start, label.end)}</b>
              {show(label.end, end)}
            </>
          ) : (
            show(start, end)
          )}
        </p>
      ))}
    </>
  )
}
