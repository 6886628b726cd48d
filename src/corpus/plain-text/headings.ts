import type { DraftBlock } from '../draft.js'
import { isLabelWord } from '../labels.js'
import {
  countWords,
  endsSentence,
  isCredit,
  isLabel,
  isNavigation,
  startsLowerCase,
} from '../line-shape.js'

const TITLE = { words: 14, characters: 100, level: 1 }
const HEADING = { words: 8, characters: 60, level: 2 }
/** Prose begins where a block is this long or ends like a sentence; a title comes before that. */
const PROSE_CHARACTERS = 120

/** Finds the title line and the headings, turns them into heading blocks, and returns the title. */
export function markHeadings(blocks: DraftBlock[]): string | undefined {
  const title = findTitle(blocks)
  const captions = repeatedLines(blocks)
  const titleWords = new Set(title ? wordsOf(title.content.text) : [])
  for (const [at, block] of blocks.entries()) {
    if (block === title) setHeading(block, TITLE.level)
    else if (!mayBeHeading(block)) continue
    else if (captions.has(block.content.text) || repeats(block, titleWords)) continue
    else if (isHeading(block, blocks.slice(at + 1, at + 3))) setHeading(block, HEADING.level)
  }
  return title?.content.text
}

/** Lines that stand more than once: captions of pictures, page headers. */
function repeatedLines(blocks: readonly DraftBlock[]): Set<string> {
  const seen = new Set<string>()
  return new Set(
    blocks
      .filter(mayBeHeading)
      .map(({ content }) => content.text)
      .filter((text) => seen.size === seen.add(text).size),
  )
}

/** Nearly all blocks are too long, and need not be looked at. */
function mayBeHeading({ content }: DraftBlock): boolean {
  return content.length <= HEADING.characters
}

/** True where all words are the title's: the title again, or a part of it under a picture. */
function repeats(block: DraftBlock, titleWords: ReadonlySet<string>): boolean {
  for (const [word] of block.content.text.toLowerCase().matchAll(WORDS))
    if (!titleWords.has(word)) return false
  return true
}

const WORDS = /[\p{L}\p{N}]+/gu

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORDS) ?? []
}

function setHeading(block: DraftBlock, level: number): void {
  block.type = 'heading'
  block.level = level
}

/** The first line before any prose that looks like a title, and has something below it of which it is no part. */
function findTitle(blocks: DraftBlock[]): DraftBlock | undefined {
  if (isTitleWithColon(blocks[0], blocks[1])) return blocks[0]
  for (const [at, block] of blocks.entries()) {
    const { text } = block.content
    const next = blocks[at + 1]
    if (looksLikeTitle(block)) return next && !goesOn(next) ? block : undefined
    if (text.length > PROSE_CHARACTERS || (endsSentence(text) && !isLabel(text))) return undefined
  }
  return undefined
}

/** True where a sentence has begun on the line before. */
function goesOn({ attached, content }: DraftBlock): boolean {
  return attached && startsLowerCase(content.text)
}

function looksLikeTitle(block: DraftBlock): boolean {
  return !isLabel(block.content.text) && isTitleLine(block)
}

function isTitleLine(block: DraftBlock): boolean {
  const { text } = block.content
  if (block.marker !== undefined || isNavigation(text) || isCredit(text)) return false
  return isShort(text, TITLE) && !endsSentence(text) && isMostlyLetters(text)
}

/** `Anna Berg: ein Leben am Meer`, alone at the top; not a label, and not a transcript's first turn. */
function isTitleWithColon(block?: DraftBlock, next?: DraftBlock): boolean {
  if (!block || !isTitleLine(block) || !next || next.attached) return false
  const [label, value] = block.content.text.split(/:\s/, 2)
  if (value === undefined || isLabelWord(label!) || countWords(value) < 3) return false
  return !/^\p{Lu}[^,:.!?]{0,40}:(?:\s|$)/u.test(next.content.text)
}

function isMostlyLetters(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const digits = text.match(/\p{N}/gu)?.length ?? 0
  return letters > digits && letters * 2 > text.length
}

function isShort(text: string, limit: { words: number; characters: number }): boolean {
  return text.length <= limit.characters && countWords(text) <= limit.words
}

/** Stands alone, is short, and has something below it that it can be the heading of. */
function isHeading(block: DraftBlock, below: DraftBlock[]): boolean {
  const { text } = block.content
  if (block.type !== 'paragraph' || block.attached || below[0]?.attached !== false) return false
  if (!isShort(text, HEADING) || endsSentence(text) || !startsLikeHeading(text)) return false
  return !isLabel(text) && !isNavigation(text) && !isCredit(text) && isBody(below, text)
}

function startsLikeHeading(text: string): boolean {
  return /^["“„«»']?[\p{Lu}\p{N}]/u.test(text)
}

/** Items or sentences; before them there may be a legend such as `* = winner`. */
function isBody(below: DraftBlock[], heading: string): boolean {
  const [first, ...rest] = below
  if (!first) return false
  if (first.type === 'item') return true
  const { text } = first.content
  if (text.length > heading.length && endsSentence(text) && !startsLowerCase(text)) return true
  return /^[^\p{L}\p{N}"“„«»‘'(]/u.test(text) && rest[0]?.type === 'item'
}
