import { fromMarkdown } from 'mdast-util-from-markdown'

/** `&amp;`, `&#8222;`, `&#x201E;` at the start of a text. */
const REFERENCE = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/

const decoded = new Map<string, string>()

/** The reference at `at`, if there is one, and what it stands for (CommonMark 2.5). */
export function referenceAt(
  source: string,
  at: number,
): { reference: string; value: string } | undefined {
  if (source[at] !== '&') return undefined
  const reference = REFERENCE.exec(source.slice(at, at + 40))?.[0]
  if (reference === undefined) return undefined
  const value = decodeReference(reference)
  return value === reference ? undefined : { reference, value }
}

/** The parser knows all the names; between letters it takes a reference for nothing else. */
function decodeReference(reference: string): string {
  const known = decoded.get(reference)
  if (known !== undefined) return known
  const [paragraph] = fromMarkdown(`x${reference}x`).children
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  const value = text?.type === 'text' ? text.value.slice(1, -1) : reference
  decoded.set(reference, value)
  return value
}
