import type { Block, SourceDocument } from './document.js'

/** Consecutive blocks that may share a passage: one speaker, one language, headings only in front. */
export interface Section {
  /** Texts of the headings above and in front, outermost first. */
  heading: string[]
  speaker: string | undefined
  /** Of its latest block whose language is sure. */
  language: string | undefined
  blocks: Block[]
}

/** Splits a document where headings open something new and where the speaker or the language changes. */
export function splitSections({
  text,
  blocks,
}: Pick<SourceDocument, 'text' | 'blocks'>): Section[] {
  const sections: Section[] = []
  let path: Block[] = []
  let headings: Block[] = []
  const open = (speaker: string | undefined, blocks: Block[]) => {
    const language = blocks.at(-1)?.language
    sections.push({ heading: path.map((each) => titleOf(text, each)), speaker, language, blocks })
    headings = []
  }
  for (const block of blocks) {
    const section = sections.at(-1)
    if (text.slice(block.start, block.end).trim() === '') continue
    if (block.type === 'heading') {
      path = [...path.filter((each) => isAbove(each, block, headings)), block]
      headings.push(block)
    } else if (section && headings.length === 0 && belongs(block, section)) {
      section.blocks.push(block)
      section.language = block.language ?? section.language
    } else open(block.speaker, [...headings, block])
  }
  if (headings.length > 0) open(headings[0]!.speaker, headings)
  return sections
}

function belongs(block: Block, { speaker, language }: Section): boolean {
  const sameLanguage = !language || !block.language || language === block.language
  return speaker === block.speaker && sameLanguage
}

/** Headings in a row, without text between them, open their passage together, whatever their levels. */
function isAbove(heading: Block, next: Block, row: Block[]): boolean {
  return row.includes(heading) || (heading.level ?? 1) < (next.level ?? 1)
}

function titleOf(text: string, heading: Block): string {
  return text.slice(heading.start, heading.end).trim().replace(/\s+/g, ' ')
}
