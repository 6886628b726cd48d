import type { Range } from '../highlight/excerpt.js'
import type { Highlight, HighlightKind } from '../highlight/highlight.js'

/** A stretch of a text that is marked as a whole, or not at all. */
export interface Piece<Mark extends Range> {
  text: string
  /** UTF-16 offset of its beginning in the whole text. */
  start: number
  /** What marks it; undefined between marks. */
  mark: Mark | undefined
}

/** A stretch of a passage to be shown in one style. */
export interface Segment {
  text: string
  /** UTF-16 offset of its beginning in the passage's text. */
  start: number
  /** Why it is marked; `plain` where it is not. */
  kind: 'plain' | HighlightKind
  /** Which word of the query it translates; present for translations. */
  translation?: NonNullable<Highlight['translation']>
}

/**
 * Cuts a stretch of a text at the ends of its marks; joined, the pieces are the stretch again. A mark that reaches
 * out of the stretch is cut, one outside is left out.
 *
 * @param marks UTF-16 offsets into `text`, ascending, without overlap.
 * @param range The stretch, in the same offsets; the whole text by default.
 */
export function piecesOf<Mark extends Range>(
  text: string,
  marks: readonly Mark[],
  range: Range = { start: 0, end: text.length },
): Piece<Mark>[] {
  const within = (offset: number) => Math.min(Math.max(offset, range.start), range.end)
  const pieces: Piece<Mark>[] = []
  let done = range.start
  const take = (end: number, mark?: Mark) => {
    if (end > done) pieces.push({ text: text.slice(done, end), start: done, mark })
    done = Math.max(done, end)
  }
  for (const mark of marks) {
    take(within(mark.start))
    take(within(mark.end), mark)
  }
  take(range.end)
  return pieces
}

/** A passage, or the excerpt of one, as segments that each are shown in one style. */
export function segmentsOf(
  text: string,
  highlights: readonly Highlight[],
  range?: Range,
): Segment[] {
  return piecesOf(text, highlights, range).map(({ text, start, mark }) => ({
    text,
    start,
    kind: mark?.kind ?? 'plain',
    ...(mark?.translation ? { translation: mark.translation } : {}),
  }))
}
