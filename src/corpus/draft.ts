import type { Block } from './document.js'
import { TracedText } from './traced-text.js'

/** A block on its way: what a reader found, before the blocks are put together into a document. */
export interface DraftBlock {
  type: Block['type']
  content: TracedText
  /** Headings only. */
  level?: number
  speaker?: string
  /** The bullet that stood before it, where one did; a bar for the row of a table. */
  marker?: string
  /** Follows the block before without a blank line. */
  attached: boolean
  /** A rule (`---`, `* * *`) stood before it. */
  afterRule?: boolean
}

/** What a reader makes of the text of one file. */
export interface Reading {
  blocks: DraftBlock[]
  /** The line that serves as title, where the text has one. */
  title?: string
}

/**
 * Reads the text of one format.
 * @param source the whole decoded file
 * @param start where the text begins, after any front matter
 */
export type Reader = (source: string, start: number) => Reading

/** Blank line between two blocks of a document's text. */
const SEPARATOR = '\n\n'

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** Joins the blocks into the reading text and gives each its place there. */
export function assemble(drafts: DraftBlock[]): { content: TracedText; blocks: Block[] } {
  const content = new TracedText()
  const blocks: Block[] = []
  for (const draft of drafts) {
    if (blocks.length > 0) content.insert(SEPARATOR)
    const start = content.length
    content.append(draft.content)
    blocks.push(toBlock(draft, start, content.length))
  }
  return { content, blocks }
}

function toBlock(draft: DraftBlock, start: number, end: number): Block {
  const block: Block = { type: draft.type, start, end }
  if (draft.level !== undefined) block.level = draft.level
  if (draft.speaker !== undefined) block.speaker = draft.speaker
  return block
}
