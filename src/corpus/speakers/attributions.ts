import type { DraftBlock } from '../draft.js'
import { endsSentence } from '../line-shape.js'
import { findClosingNames, isByline, isPeople, withoutRoles } from './names.js'

/** A paragraph shorter than this is hardly a quotation with a name under it. */
const SHORTEST_QUOTATION = 40
/** A statement that is signed with bare names is longer. */
const SHORTEST_SIGNED = 80
const DASH = /^(?:—|–|--|―) ?/u

/**
 * Gives quotations and signed statements their speakers, by the line under them: `• The Playlist`,
 * `— Anna Berg (director)`, or bare names where a section ends.
 */
export function markAttributions(blocks: DraftBlock[]): void {
  splitClosingNames(blocks)
  const bylines = new Set(
    blocks.filter((block, at) => isBulletByline(block, blocks[at - 1], blocks[at + 1])),
  )
  for (const [at, block] of blocks.entries()) {
    const quotation = blocks[at - 1]
    if (quotation?.type !== 'paragraph' || quotation.speaker !== undefined) continue
    const name = withoutRoles(block.content.text.replace(DASH, ''))
    const next = blocks[at + 1]
    if (
      isDashByline(block, quotation, next) ||
      (bylines.has(block) && isCertain(name, bylines.size))
    ) {
      attribute(block, [quotation], name.replace(/, .*$/u, ''))
    } else if (isSignature(block, quotation, next)) {
      attribute(block, signedBlocks(blocks, at), name)
    }
  }
}

function attribute(line: DraftBlock, quotations: DraftBlock[], speaker: string): void {
  for (const quotation of quotations) quotation.speaker = speaker
  line.speaker = speaker
  line.type = 'item'
}

/** A single bullet right under a paragraph; a list would have more, and a colon or none before it. */
function isBulletByline(
  block: DraftBlock,
  quotation: DraftBlock | undefined,
  next: DraftBlock | undefined,
): boolean {
  if (block.marker === undefined || !block.attached || next?.attached) return false
  if (quotation?.type !== 'paragraph' || !isQuotation(quotation)) return false
  return isByline(withoutRoles(block.content.text))
}

function isQuotation(block: DraftBlock): boolean {
  const { text } = block.content
  return text.length >= SHORTEST_QUOTATION && endsSentence(text) && !text.endsWith(':')
}

/** One word under one paragraph may be anything; under several it is a habit of the page. */
function isCertain(name: string, bylines: number): boolean {
  return name.includes(' ') || bylines > 1
}

/** `— Anna Berg, director`; not the first of several dashes, which are a list. */
function isDashByline(
  block: DraftBlock,
  quotation: DraftBlock,
  next: DraftBlock | undefined,
): boolean {
  const { text } = block.content
  const dashed = /^[–—]$/u.test(block.marker ?? '') || DASH.test(text)
  if (!dashed || !isQuotation(quotation) || (next?.attached && next.marker !== undefined))
    return false
  return isByline(withoutRoles(text.replace(DASH, '')).replace(/, .*$/u, ''))
}

/** Bare names under a statement, where its section ends. */
function isSignature(
  block: DraftBlock,
  statement: DraftBlock,
  next: DraftBlock | undefined,
): boolean {
  if (!block.attached || block.marker !== undefined) return false
  if (next !== undefined && next.type !== 'heading') return false
  const { text } = statement.content
  const signed = text.length >= SHORTEST_SIGNED && endsSentence(text)
  return signed && isPeople(withoutRoles(block.content.text))
}

/** Everything under the heading; without one, where a text begins is not certain, the last paragraph. */
function signedBlocks(blocks: DraftBlock[], at: number): DraftBlock[] {
  const signed: DraftBlock[] = []
  for (let before = at - 1; before >= 0; before -= 1) {
    const block = blocks[before]!
    if (block.type === 'heading' && block.level !== 1) return signed
    if (block.type !== 'paragraph' || block.speaker !== undefined) break
    signed.push(block)
  }
  return signed.slice(0, 1)
}

/** Takes names with roles that follow the last sentence of a section into a block of their own. */
function splitClosingNames(blocks: DraftBlock[]): void {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at]!
    const next = blocks[at + 1]
    if (block.type !== 'paragraph' || (next !== undefined && next.type !== 'heading')) continue
    const names = findClosingNames(block.content.text)
    if (names === undefined) continue
    const line: DraftBlock = { type: 'item', content: block.content.slice(names), attached: true }
    block.content = block.content.slice(0, names).tidy()
    blocks.splice(at + 1, 0, line)
  }
}
