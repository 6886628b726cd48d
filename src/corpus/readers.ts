import type { Reader } from './draft.js'
import { readMarkdown } from './markdown/read-markdown.js'
import { readPlainText } from './plain-text/read-plain-text.js'

/** The formats that can be read, by file extension. A new format is a reader and a line here. */
const READERS = new Map<string, Reader>([
  ['.txt', readPlainText],
  ['.md', readMarkdown],
])

/** The extensions of the files that can be read, for messages. */
export const READABLE_EXTENSIONS: readonly string[] = [...READERS.keys()]

/** The reader for a path; `undefined` for a file of another kind. */
export function readerFor(path: string): Reader | undefined {
  return READERS.get(extensionOf(path).toLowerCase())
}

/** With its dot; empty where the file's name has none. */
export function extensionOf(path: string): string {
  return /(?<=[^/])\.[^./]*$/.exec(path)?.[0] ?? ''
}
