import type { Range } from '../highlight/excerpt.js'

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
  const within = (offset: number) => Math.min(Math.max(offset, range.start), range.end)
  let html = range.start > 0 ? '…' : ''
  let done = range.start
  for (const { start, end } of highlights) {
    const [from, to] = [within(start), within(end)]
    if (from >= to) continue
    html += `${escapeHtml(text.slice(done, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`
    done = to
  }
  html += escapeHtml(text.slice(done, range.end))
  return range.end < text.length ? `${html}…` : html
}
