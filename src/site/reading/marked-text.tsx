import type { Range } from '../../highlight/excerpt.js'
import type { Highlight } from '../../highlight/highlight.js'
import { segmentsOf } from '../../interface/segments.js'
import type { ReadingTexts } from './texts.js'

interface MarkedTextProps {
  text: string
  marks: readonly Highlight[]
  /** The stretch to show. */
  range: Range
  texts: ReadingTexts
}

/** A stretch of a passage with its marks; translations say of what. */
export function MarkedText({ text, marks, range, texts }: MarkedTextProps) {
  if (marks.length === 0) return <>{text.slice(range.start, range.end)}</>
  return (
    <>
      {segmentsOf(text, marks, range).map(({ start, kind, text, translation }) =>
        kind === 'plain' ? (
          text
        ) : (
          <mark
            key={start}
            class={`mark mark-${kind}`}
            title={translation && texts.translates(translation.word)}
          >
            {text}
          </mark>
        ),
      )}
    </>
  )
}
