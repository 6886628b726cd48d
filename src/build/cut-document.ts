import * as crypto from 'node:crypto'
import type { Block, SourceDocument } from '../corpus/document.js'
import { cutPassages } from '../corpus/passages.js'
import { isSpace } from '../corpus/white-space.js'
import type { CodeUnits } from '../language/characters.js'
import { TextLanguages } from '../language/detect.js'
import type { LanguageGuess } from '../language/language.js'
import { HASH_LENGTH, HASH_LETTERS } from '../store/passage-hashes.js'

/** A passage as it was cut, before it has a place in a collection. */
export interface CutPassage extends LanguageGuess {
  hash: string
  start: number
  end: number
  sourceStart: number
  sourceEnd: number
  heading: readonly string[]
  speaker: string | null
}

/** What of a document its passages depend on. */
export type CuttableDocument = Pick<SourceDocument, 'text' | 'blocks' | 'sourceMap' | 'language'>

/**
 * A document's passages with their languages.
 *
 * @param read The document's text.
 */
export function cutDocument(document: CuttableDocument, read: CodeUnits): CutPassage[] {
  const { text, sourceMap, language } = document
  const languages = new TextLanguages(text, read)
  const marked = { id: '', text, blocks: blocksWithLanguage(document, read, languages) }
  const passages = cutPassages(marked, shortHash, read)
  const guesses = languages.guessAll(passages, language)
  return passages.map(({ id, start, end, speaker, heading }, i) => ({
    hash: id.slice(id.lastIndexOf('#') + 1),
    start,
    end,
    sourceStart: sourceMap.toSource(start),
    sourceEnd: sourceMap.toSource(end),
    language: guesses[i]!.language,
    confidence: guesses[i]!.confidence,
    heading,
    speaker: speaker ?? null,
  }))
}

/** Shortest block, in words, whose language can be sure, and how sure it must be to be a wall. */
const SURE = { words: 6, confidence: 0.9 }

/** The blocks with their languages, if the document has both, so that no passage is half of each. */
function blocksWithLanguage(
  { blocks, language }: CuttableDocument,
  { units }: CodeUnits,
  languages: TextLanguages,
): Block[] {
  if (language !== undefined) return blocks
  const marked = blocks.map((block) => {
    if (block.type === 'heading' || !hasGaps(units, block, SURE.words - 1)) return block
    const guess = languages.guess(block)
    return guess.confidence >= SURE.confidence ? { ...block, language: guess.language } : block
  })
  const found = new Set(marked.flatMap((block) => block.language ?? []))
  return found.size > 1 ? marked : blocks
}

/** Whether there is white space in so many places of a block. */
function hasGaps(units: Uint16Array, { start, end }: Block, most: number): boolean {
  let gaps = 0
  let before = false
  for (let i = start; i < end && gaps < most; i++) {
    const space = isSpace(units[i]!)
    if (space && !before) gaps++
    before = space
  }
  return gaps === most
}

/**
 * As a string with a letter for each byte: an array of its own for each paragraph takes longer than the hash. In one call where there is one (since
 * Node 20.12).
 */
const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'binary')
    : (text) => crypto.createHash('sha256').update(text).digest('binary')

/** 40 bits of SHA-256 in lower-case base 32: short enough to read out, unique within a document. */
function shortHash(text: string): string {
  const bytes = sha256(text)
  let hash = ''
  for (let i = 0; i < HASH_LENGTH; i++) hash += HASH_LETTERS[bytes.charCodeAt(i) & 31]
  return hash
}
