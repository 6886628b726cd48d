import type { Range } from '../../highlight/excerpt.js'
import type { Highlight, HighlightKind } from '../../highlight/highlight.js'
import { segmentsOf } from '../../interface/segments.js'
import type { Texts } from '../texts/texts.js'

interface MarkedTextProps {
  text: string
  marks: readonly Highlight[]
  /** The stretch to show. */
  range: Range
  texts: Texts
}

/** A stretch of a passage with its marks; those of other words say why. */
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
            title={reasonOf(kind, text, translation, texts)}
          >
            {text}
          </mark>
        ),
      )}
    </>
  )
}

/** Why a word is marked, where it is not one of the query; undefined where that goes without saying. */
export function reasonOf(
  kind: HighlightKind,
  found: string,
  translation: Highlight['translation'],
  { reasons }: Texts,
): string | undefined {
  if (translation) return reasons.translates(found, translation.word)
  if (kind === 'synonym') return reasons.synonym(found)
  return kind === 'correction' ? reasons.correction(found) : undefined
}
