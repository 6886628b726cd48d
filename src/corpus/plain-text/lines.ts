import { hasWords } from '../draft.js'
import { TracedText } from '../traced-text.js'

/** One line of a plain text file, without layout. */
export interface Line {
  /** `blank` also where only table bars are left; `rule` where there are other signs, but no word. */
  kind: 'blank' | 'rule' | 'text'
  /** Tidied, with its bullet. */
  content: TracedText
  /** The bullet and the space after it; empty where there is none. */
  marker: string
  /** A table row or navigation bar: several cells with bars between them. */
  isRow: boolean
  /** Where the line ends in the file. */
  end: number
}

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const BARS_BETWEEN = /(?: \|+)+ /g
/** A dash or an asterisk is a bullet only before a space; unlike `-5` and `*emphasis*`. */
const MARKER = /^(?:[•●◦▪‣∙]\s*|[*\-–·]\s+)/u
const PARAGRAPH_SEPARATOR = '\u2029'

export function splitLines(source: string, start: number): Line[] {
  const lines: Line[] = []
  let from = start
  for (const end of source.slice(start).matchAll(LINE_ENDS)) {
    const at = start + end.index
    lines.push(readLine(source, from, at))
    from = at + end[0].length
    if (end[0] === PARAGRAPH_SEPARATOR) lines.push(readLine(source, from, from))
  }
  lines.push(readLine(source, from, source.length))
  return lines
}

/** Takes the layout out of the line that stands at `[start, end)` in the file. */
export function readLine(source: string, start: number, end: number): Line {
  return cleanLine(TracedText.of(source, start, end), end)
}

/** Takes the layout out of a line. */
export function cleanLine(raw: TracedText, end: number): Line {
  const inner = withoutOuterBars(raw.tidy())
  const content = withoutInnerBars(inner)
  const marker = MARKER.exec(content.text)?.[0] ?? ''
  const kind = content.length === 0 ? 'blank' : hasWords(content.text) ? 'text' : 'rule'
  return { kind, content, marker, isRow: content.length < inner.length, end }
}

function withoutOuterBars(content: TracedText): TracedText {
  const { text } = content
  let start = 0
  let end = text.length
  while (start < end && isBarOrSpace(text[start]!)) start += 1
  while (end > start && isBarOrSpace(text[end - 1]!)) end -= 1
  return end - start === text.length ? content : content.slice(start, end)
}

function isBarOrSpace(character: string): boolean {
  return character === '|' || character === ' '
}

function withoutInnerBars(content: TracedText): TracedText {
  if (!content.text.includes(' |')) return content
  const result = new TracedText()
  let from = 0
  for (const match of content.text.matchAll(BARS_BETWEEN)) {
    result.append(content, from, match.index).put(' ', content.map.toSource(match.index))
    from = match.index + match[0].length
  }
  return result.append(content, from)
}
