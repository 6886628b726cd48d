import type { SourceMap } from './source-map.js'

/** What is known about a document apart from its text; all of it can stand in front matter. */
export interface DocumentMetadata {
  /** Unique in the collection: the path without its extension, or the front matter's `id`. */
  id: string
  title: string
  /** interview, statement, synopsis, review, biography, note, or any other word. */
  kind?: string
  speakers: string[]
  /** ISO 8601: `2012`, `2012-05` or `2012-05-17`. */
  date?: string
  /** Overrides detection for every passage of the document. */
  language?: 'en' | 'de'
  /** Where the text comes from: a citation or an address. */
  source?: string
  tags: string[]
  /** Id of the document that this one is another version of. */
  versionOf?: string
}

/** One document as it was read: clean text, its blocks, and the way back to the file. */
export interface SourceDocument extends DocumentMetadata {
  /** Path of the file relative to the corpus folder, with forward slashes. */
  path: string
  /**
   * The reading text: blocks separated by one blank line (`\n\n`), no markup, no layout debris.
   * Every offset elsewhere (UTF-16 code units) is into this string.
   */
  text: string
  /** In order, without overlap; together with the blank lines between them they are the whole text. */
  blocks: Block[]
  /** Maps offsets of `text` to offsets of the decoded file. */
  sourceMap: SourceMap
}

/** A paragraph-level stretch of a document's text: `text.slice(start, end)`. */
export interface Block {
  type: 'heading' | 'paragraph' | 'item'
  start: number
  end: number
  /** Headings: 1 (outermost) to 6. */
  level?: number
  /** Who says it, where that is certain. */
  speaker?: string
  /** Its language, where the document has several and that of this block is sure. */
  language?: string
}
