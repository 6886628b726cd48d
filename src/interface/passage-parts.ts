import type { Range } from '../highlight/excerpt.js'

/** What a passage's text is made of, in UTF-16 offsets into it. */
export interface PassageParts {
  /** Headings that the passage opens with, outermost first; `level` counts from 1. */
  headings: (Range & { level: number })[]
  /** The name before a turn, colon included; null where the text does not name who says it. */
  label: Range | null
  /** The rest, label included, cut at blank lines. */
  paragraphs: Range[]
}

/** A passage as far as its parts go. */
export interface ReadablePassage {
  text: string
  speaker: string | null
  /** Headings above it, outermost first, its own included. */
  heading: readonly string[]
}

/** Takes a passage's text apart into its own headings, the label of the turn, and paragraphs. */
export function partsOf({ text, speaker, heading }: ReadablePassage): PassageParts {
  const blocks = blocksOf(text)
  const own = ownHeadings(
    blocks.map(({ start, end }) => text.slice(start, end)),
    heading,
  )
  const paragraphs = blocks.slice(own)
  return {
    headings: blocks
      .slice(0, own)
      .map((block, i) => ({ ...block, level: heading.length - own + i + 1 })),
    label: paragraphs[0] ? labelOf(text, paragraphs[0], speaker) : null,
    paragraphs,
  }
}

/** What a passage says, without headings and the name before it. */
export function spokenText(passage: ReadablePassage): string {
  const { headings, label, paragraphs } = partsOf(passage)
  const first = label ?? paragraphs[0]
  if (!first) return passage.text.slice(headings[0]?.start ?? 0).trim()
  return passage.text.slice(label ? label.end : first.start).trim()
}

/** Stretches between blank lines, without white space around them. */
function blocksOf(text: string): Range[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)].flatMap(({ 0: block, index }) => {
    const start = index + block.length - block.trimStart().length
    const end = index + block.trimEnd().length
    return end > start ? [{ start, end }] : []
  })
}

/** How many of the first blocks are the innermost headings above the passage. */
function ownHeadings(blocks: readonly string[], heading: readonly string[]): number {
  for (let count = Math.min(blocks.length, heading.length); count > 0; count--)
    if (heading.slice(-count).every((title, i) => isTitle(blocks[i]!, title))) return count
  return 0
}

/** Titles are on one line, whatever they were in the text. */
function isTitle(block: string, title: string): boolean {
  if (block[0] !== title[0] || block.length < title.length) return false
  return block.replace(/\s+/g, ' ') === title
}

/** Letters that stand for whoever asks or answers, in a passage whose speaker is known. */
const ROLES = new Set(['q', 'a', 'f', 'question', 'answer', 'frage', 'antwort'])

const LABEL = /^([^:\n]{1,60}?)(?: ?\([^()]{1,40}\))? ?:(?=\s|$)/u

/** `RUTH CALLOWAY:`, `Calloway (moderator):` or `Q:` at the beginning of what this person says. */
function labelOf(text: string, { start, end }: Range, speaker: string | null): Range | null {
  if (speaker === null) return null
  const match = LABEL.exec(text.slice(start, end))
  if (!match) return null
  const [label, name] = match
  const known = wordsOf(speaker)
  const isSpeaker = wordsOf(name!).every((word) => known.includes(word))
  if (!isSpeaker && !ROLES.has(name!.toLowerCase())) return null
  return { start, end: start + label.length }
}

function wordsOf(name: string): string[] {
  return name.normalize('NFC').toLowerCase().split(/\s+/)
}
