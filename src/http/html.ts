import type { Range } from '../highlight/excerpt.js'
import { piecesOf } from '../interface/segments.js'

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** Text that is safe in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character)!)
}

/**
 * A stretch of a text as HTML: escaped, each highlight in `<mark>`, `…` where the text goes on.
 *
 * @param highlights UTF-16 offsets into `text`, ascending, without overlap.
 * @param range The stretch, in the same offsets; the whole text by default.
 */
export function markedHtml(
  text: string,
  highlights: readonly Range[],
  range: Range = { start: 0, end: text.length },
): string {
  const html = piecesOf(text, highlights, range).map(({ text, mark }) =>
    mark ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text),
  )
  return [range.start > 0 ? '…' : '', ...html, range.end < text.length ? '…' : ''].join('')
}
