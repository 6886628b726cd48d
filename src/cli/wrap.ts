import type { Range } from '../highlight/excerpt.js'
import type { Highlight } from '../highlight/highlight.js'
import type { Output } from './output.js'

/** Ranges of a text that fit the width, broken at white space; a line break in the text ends a line. */
export function wrap(text: string, start: number, end: number, width: number): Range[] {
  const lines: Range[] = []
  let line: Range | undefined
  for (const word of text.slice(start, end).matchAll(/\S+/g)) {
    const wordStart = start + word.index
    const wordEnd = wordStart + word[0].length
    const broken =
      line && width !== Number.POSITIVE_INFINITY && text.slice(line.end, wordStart).includes('\n')
    if (line && !broken && wordEnd - line.start <= width) line.end = wordEnd
    else {
      line = { start: wordStart, end: wordEnd }
      lines.push(line)
    }
  }
  return lines
}

/** A line of a text with its marks; line breaks within it show as strokes. */
export function paint(
  text: string,
  { start, end }: Range,
  marks: readonly Highlight[],
  colors: Output['colors'],
): string {
  let painted = ''
  let next = start
  for (const range of marks) {
    if (range.start < start || range.end > end) continue
    const color = range.kind === 'translation' ? colors.cyan : colors.yellow
    const word = colors.bold(color(text.slice(range.start, range.end)))
    painted += text.slice(next, range.start) + word
    next = range.end
  }
  return (painted + text.slice(next, end)).replaceAll(/\s*\n\s*/g, ' / ')
}
