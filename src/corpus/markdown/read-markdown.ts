import type { Code, Definition, Html, Nodes, Paragraph } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type DraftBlock, hasWords, type Reading } from '../draft.js'
import { cleanLine } from '../plain-text/lines.js'
import { TracedText } from '../traced-text.js'
import { htmlTexts } from './html-text.js'
import { inlineText, type MarkdownSource, traceValue } from './inline-text.js'

/** A name under a quotation, in the same paragraph as the quotation. */
const BYLINE_START = /^[ >]*(?:—|–|--|―) ?\p{Lu}/u

/** Reads CommonMark: the words without the markup, and the blocks that the markup makes. */
export function readMarkdown(source: string, start = 0): Reading {
  const blocks = new BlockCollector({ text: source, start }).collect()
  const title = blocks.find((block) => block.type === 'heading')?.content.text
  return title === undefined ? { blocks } : { blocks, title }
}

/** Walks the syntax tree and flattens it into blocks. */
class BlockCollector {
  private readonly blocks: DraftBlock[] = []
  private afterRule = false

  constructor(private readonly source: MarkdownSource) {}

  collect(): DraftBlock[] {
    const tree = fromMarkdown(this.source.text.slice(this.source.start))
    this.visit(tree, 'paragraph')
    return this.blocks
  }

  /** @param type what a paragraph here is: an item, inside of lists */
  private visit(node: Nodes, type: 'paragraph' | 'item'): void {
    if (node.type === 'heading')
      this.add('heading', inlineText(node.children, this.source), node.depth)
    else if (node.type === 'paragraph') this.addParagraph(node, type)
    else if (node.type === 'code') this.add(type, traceCode(node, this.source))
    else if (node.type === 'html') this.addHtml(node, type)
    else if (node.type === 'definition') this.addFootnote(node, type)
    else if (node.type === 'thematicBreak') this.afterRule = true
    else if ('children' in node) {
      const inside = node.type === 'listItem' ? 'item' : type
      for (const child of node.children) this.visit(child, inside)
    }
  }

  /** CommonMark has no tables: their rows arrive as the lines of a paragraph. */
  private addParagraph(node: Paragraph, type: 'paragraph' | 'item'): void {
    const content = inlineText(node.children, this.source)
    const lines = splitAtLineEnds(content)
    const byline = lines.findIndex((line, at) => at > 0 && BYLINE_START.test(line.text))
    if (lines.every((line) => line.text.trimStart().startsWith('|'))) {
      for (const line of lines) this.add('item', cleanLine(line, 0).content)
    } else if (byline === lines.length - 1) {
      const last = lines.at(-1)!
      this.add(type, content.slice(0, content.length - last.length))
      this.add('item', last, undefined, true)
    } else this.add(type, content)
  }

  /** CommonMark has no footnotes: those of one word arrive as the target of a link, all others as paragraphs. */
  private addFootnote(node: Definition, type: 'paragraph' | 'item'): void {
    if (!node.label?.startsWith('^')) return
    const { start, end } = node.position!
    const shift = this.source.start
    this.add(type, TracedText.of(this.source.text, start.offset! + shift, end.offset! + shift))
  }

  private addHtml(node: Html, type: 'paragraph' | 'item'): void {
    const { start, end } = node.position!
    const shift = this.source.start
    for (const text of htmlTexts(this.source.text, start.offset! + shift, end.offset! + shift)) {
      this.add(type, text)
    }
  }

  private add(type: DraftBlock['type'], raw: TracedText, level?: number, attached = false): void {
    const content = raw.tidy()
    if (!hasWords(content.text)) return
    const block: DraftBlock = { type, content, attached }
    if (level !== undefined) block.level = level
    if (this.afterRule) block.afterRule = true
    this.afterRule = false
    this.blocks.push(block)
  }
}

function splitAtLineEnds(content: TracedText): TracedText[] {
  const lines: TracedText[] = []
  let from = 0
  for (const end of content.text.matchAll(/\r\n?|\n|$/g)) {
    lines.push(content.slice(from, end.index))
    from = end.index + end[0].length
  }
  return lines
}

/** The line with the fence is not code, although it may hold the same letters. */
function traceCode(node: Code, source: MarkdownSource): TracedText {
  const start = source.start + node.position!.start.offset!
  const fence = /^(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|[\n\r])/.exec(
    source.text.slice(start, start + 1000),
  )
  return traceValue(node, node.value, source, fence?.[0].length)
}
