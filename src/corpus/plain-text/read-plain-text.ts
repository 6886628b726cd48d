import type { DraftBlock, Reading } from '../draft.js'
import { isLabelWord } from '../labels.js'
import { endsSentence, isLabel, startsLowerCase } from '../line-shape.js'
import { TracedText } from '../traced-text.js'
import { markHeadings } from './headings.js'
import { type Joint, joint, type Vocabulary, vocabularyOf } from './hyphenation.js'
import { type Line, splitLines } from './lines.js'
import { isFull, isUnfinished, wrapsInto, wrapWidths } from './wrapping.js'

/** The longest entry of a list of lines without bullets. */
const LONGEST_ENTRY = 100

/** Reads plain text: finds paragraphs, lists and headings where there is no markup to say so. */
export function readPlainText(source: string, start = 0): Reading {
  const blocks = new LineJoiner(source).read(splitLines(source, start))
  const title = markHeadings(blocks)
  return title === undefined ? { blocks } : { blocks, title }
}

/** A block on its way: its lines so far. */
interface OpenBlock {
  lines: Line[]
  attached: boolean
  afterRule: boolean
}

/** Puts lines together that were one paragraph before somebody broke them. */
class LineJoiner {
  private words: Vocabulary | undefined
  private widths = new Map<Line, number>()

  constructor(private readonly source: string) {}

  read(lines: Line[]): DraftBlock[] {
    this.widths = wrapWidths(lines)
    const open = this.group(lines)
    return open.map((block, at) => this.close(block, open[at + 1]))
  }

  private group(lines: Line[]): OpenBlock[] {
    const blocks: OpenBlock[] = []
    let gap: 'none' | 'blank' | 'rule' = 'none'
    for (const line of lines) {
      if (line.kind !== 'text') {
        if (gap !== 'rule') gap = line.kind
        continue
      }
      const current = blocks.at(-1)
      if (current && this.belongs(current.lines, line, gap)) current.lines.push(line)
      else blocks.push({ lines: [line], attached: gap === 'none', afterRule: gap === 'rule' })
      gap = 'none'
    }
    return blocks
  }

  private belongs(lines: Line[], next: Line, gap: 'none' | 'blank' | 'rule'): boolean {
    if (gap === 'rule' || startsAnew(lines, next)) return false
    const last = lines.at(-1)!
    if (gap === 'none') return wrapsInto(last, next, this.widths.get(last)) || trails(lines, next)
    return lines[0]!.marker === '' && !isLabel(last.content.text) && trails(lines, next)
  }

  private close(block: OpenBlock, next: OpenBlock | undefined): DraftBlock {
    const [first] = block.lines
    const content = this.join(block.lines)
    const inList = block.attached || next?.attached === true
    const draft: DraftBlock = {
      type: isItem(content.text, first!, inList) ? 'item' : 'paragraph',
      content: first!.marker === '' ? content : content.slice(first!.marker.length),
      attached: block.attached,
    }
    if (first!.marker !== '') draft.marker = first!.marker.trim()
    else if (first!.isRow) draft.marker = '|'
    if (block.afterRule) draft.afterRule = true
    return draft
  }

  private join(lines: Line[]): TracedText {
    if (lines.length === 1) return lines[0]!.content
    const content = new TracedText()
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1]
      const kind = next ? this.jointOf(line, next) : 'end'
      const length = kind === 'nothing' ? line.content.length - 1 : line.content.length
      content.append(line.content, 0, length)
      if (kind === 'space') content.put(' ', line.end)
    }
    return content
  }

  private jointOf(line: Line, next: Line): Joint {
    const width = this.widths.get(line)
    if (width === undefined || !isFull(line, next, width)) return 'space'
    return joint(line.content.text, next.content.text, () => {
      this.words ??= vocabularyOf(this.source)
      return this.words
    })
  }
}

/** Starts a block of its own whatever the line before says: a bullet, or a `Name:` after a full stop. */
function startsAnew(lines: Line[], next: Line): boolean {
  const last = lines.at(-1)!.content.text
  if (next.marker !== '') return !isDashInSentence(lines, next)
  if (startsWithYear(next) && startsWithYear(lines[0]!)) return true
  const name = /^(\p{Lu}[^\s:]*(?: [^\s:]+){0,3}):(?:\s|$)/u.exec(next.content.text)?.[1]
  return name !== undefined && !isLabelWord(name) && (endsSentence(last) || isLabel(last))
}

/** As the entries of a filmography do. */
function startsWithYear(line: Line): boolean {
  return /^(?:19|20)\d\d\b/.test(line.content.text)
}

/** A dash at the start of a line of prose: `dramatisch` / `– sogar melodramatisch – zu erzählen`. */
function isDashInSentence(lines: Line[], next: Line): boolean {
  const after = next.content.text.slice(next.marker.length)
  if (!/^[-–]/.test(next.marker) || !startsLowerCase(after) || lines[0]!.marker !== '') return false
  const last = lines.at(-1)!
  return !endsSentence(last.content.text) && isUnfinished(last)
}

/** Goes on in lower case with what was left unfinished. */
function trails(lines: Line[], next: Line): boolean {
  const last = lines.at(-1)!
  if (last.isRow || next.isRow || endsSentence(last.content.text)) return false
  const goesOn = startsLowerCase(next.content.text.slice(next.marker.length))
  return goesOn && (lines.length > 1 || isUnfinished(last))
}

function isItem(text: string, first: Line, inList: boolean): boolean {
  if (first.marker !== '' || first.isRow || isLabel(text)) return true
  return inList && text.length <= LONGEST_ENTRY && !endsSentence(text)
}
