/** The unit that is searched and shown: a stretch of a document's text, a paragraph or so long. */
export interface Passage {
  /** `DOCUMENT#HASH`: made of the passage's own words, so that edits elsewhere leave it alone. */
  id: string
  /** 0-based place among the document's passages. */
  ordinal: number
  /** UTF-16 offsets into the document's text. */
  start: number
  end: number
  /** Headings above the passage, outermost first; its own heading, if it opens with one, included. */
  heading: string[]
  speaker?: string
}
