import type { Nodes, PhrasingContent } from 'mdast'
import { TracedText } from '../traced-text.js'
import { referenceAt } from './character-references.js'

/** A Markdown text and where in the file it begins. */
export interface MarkdownSource {
  text: string
  /** Offset of the parsed text in the file. */
  start: number
}

/** The words of inline content without its markup; a line end stands for each soft or hard break. */
export function inlineText(nodes: PhrasingContent[], source: MarkdownSource): TracedText {
  const content = new TracedText()
  for (const node of nodes) content.append(nodeText(node, source))
  return content
}

function nodeText(node: PhrasingContent, source: MarkdownSource): TracedText {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return traceValue(node, node.value, source)
    case 'image':
    case 'imageReference':
      return traceValue(node, node.alt ?? '', source)
    case 'break':
      return new TracedText().put('\n', offsets(node, source).start)
    case 'html':
      return new TracedText().put(
        /^<br\b/i.test(node.value) ? '\n' : '',
        offsets(node, source).start,
      )
    default:
      return 'children' in node ? inlineText(node.children, source) : new TracedText()
  }
}

/** Where a node stands in the file. */
function offsets(node: Nodes, source: MarkdownSource): { start: number; end: number } {
  const { position } = node
  return {
    start: source.start + (position?.start.offset ?? 0),
    end: source.start + (position?.end.offset ?? 0),
  }
}

/** What separates two characters of a value, such as a quotation's indentation, is shorter than this. */
const LONGEST_GAP = 200

/**
 * Finds the characters of a node's value in the file: the value is what stands there without
 * backslashes, quotation prefixes, fences and indentation, and with its references decoded.
 * @param skipped how many characters of the node come before anything that can be its value
 */
export function traceValue(
  node: Nodes,
  value: string,
  source: MarkdownSource,
  skipped = 0,
): TracedText {
  const content = new TracedText()
  let at = offsets(node, source).start + skipped
  if (source.text.startsWith(value, at)) return content.put(value, at)
  const literal = node.type === 'code' || node.type === 'inlineCode'
  while (content.length < value.length) {
    const next = findNext(source.text, at, value.slice(content.length, content.length + 4), literal)
    content.put(next.value, next.start)
    at = next.end
  }
  return content
}

/** The place, shortly after `at`, of the first character of `value` or of the reference that means it. */
function findNext(
  text: string,
  at: number,
  value: string,
  literal: boolean,
): { value: string; start: number; end: number } {
  for (let start = at; start < Math.min(at + LONGEST_GAP, text.length); start += 1) {
    const found = literal ? undefined : referenceAt(text, start)
    if (found && value.startsWith(found.value)) {
      return { value: found.value, start, end: start + found.reference.length }
    }
    if (text[start] === value[0]) return { value: value[0]!, start, end: start + 1 }
  }
  return { value: value[0]!, start: at, end: at }
}
