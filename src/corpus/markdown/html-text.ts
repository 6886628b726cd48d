import { TracedText } from '../traced-text.js'
import { referenceAt } from './character-references.js'

const UNREAD =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?/]?[a-z][^<>]*>/gi
/** Tags within a sentence; every other tag begins a new block. */
const INLINE_TAG =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b/i

/** The words of an HTML block of the file, one text for each stretch between block-level tags. */
export function htmlTexts(source: string, start: number, end: number): TracedText[] {
  const html = source.slice(start, end)
  const texts = [new TracedText()]
  let from = 0
  for (const match of html.matchAll(UNREAD)) {
    appendDecoded(texts.at(-1)!, source, start + from, start + match.index)
    if (!INLINE_TAG.test(match[0]) && !match[0].startsWith('<!--')) texts.push(new TracedText())
    from = match.index + match[0].length
  }
  appendDecoded(texts.at(-1)!, source, start + from, end)
  return texts
}

function appendDecoded(content: TracedText, source: string, start: number, end: number): void {
  let from = start
  for (let at = source.indexOf('&', start); at >= 0 && at < end; at = source.indexOf('&', at + 1)) {
    const found = referenceAt(source, at)
    if (!found) continue
    content.put(source.slice(from, at), from).put(found.value, at)
    from = at + found.reference.length
  }
  content.put(source.slice(from, end), from)
}
