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

/** Of a row of headings longer than this, a list rather than headings, no more are above what follows. */
const MAX_ROW = 12

/** Splits a document where headings open something new and where the speaker or the language changes. */
export function splitSections({
  text,
  blocks,
}: Pick<SourceDocument, 'text' | 'blocks'>): Section[] {
  const sections: Section[] = []
  const path = new HeadingPath()
  let headings: Block[] = []
  const open = (speaker: string | undefined, blocks: Block[]) => {
    const language = blocks.at(-1)?.language
    const heading = path.closeRow().map((each) => titleOf(text, each))
    sections.push({ heading, speaker, language, blocks })
    headings = []
  }
  for (const block of blocks) {
    const section = sections.at(-1)
    if (text.slice(block.start, block.end).trim() === '') continue
    if (block.type === 'heading') {
      path.add(block)
      headings.push(block)
    } else if (section && headings.length === 0 && belongs(block, section)) {
      section.blocks.push(block)
      section.language = block.language ?? section.language
    } else open(block.speaker, [...headings, block])
  }
  if (headings.length > 0) open(headings[0]!.speaker, headings)
  return sections
}

/** Headings in a row, without text between them, open their passage together, whatever their levels. */
class HeadingPath {
  private above: Block[] = []
  private row: Block[] = []

  add(heading: Block): void {
    this.above = this.above.filter(({ level }) => (level ?? 1) < (heading.level ?? 1))
    if (this.row.length < MAX_ROW) this.row.push(heading)
  }

  /** The headings above the text that comes now, outermost first. */
  closeRow(): Block[] {
    this.above = [...this.above, ...this.row]
    this.row = []
    return this.above
  }
}

function belongs(block: Block, { speaker, language }: Section): boolean {
  const sameLanguage = !language || !block.language || language === block.language
  return speaker === block.speaker && sameLanguage
}

function titleOf(text: string, heading: Block): string {
  return text.slice(heading.start, heading.end).trim().replace(/\s+/g, ' ')
}
