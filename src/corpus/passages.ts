import type { SourceDocument } from './document.js'
import type { Passage } from './passage.js'
import { groupBlocks } from './passage-groups.js'
import { cutPieces } from './passage-pieces.js'
import { splitSections } from './sections.js'

/**
 * Cuts a document into passages of about 40 to 120 words, never more than 200.
 *
 * A passage does not cross a heading or a change of speaker, and does not break a sentence (save one of
 * more than 200 words). It depends only on the blocks around it, and its id only on its own words and
 * their speaker, so that an edit leaves the ids of passages elsewhere alone. Between two passages there is
 * only white space.
 *
 * @param hash Names a text with a few letters and digits: the same text with the same name, always.
 */
export function cutPassages(
  document: Pick<SourceDocument, 'id' | 'text' | 'blocks'>,
  hash: (text: string) => string,
): Passage[] {
  const { id, text } = document
  const identify = identifier(hash)
  return splitSections(document)
    .flatMap(({ heading, speaker, blocks }) =>
      groupBlocks(text, blocks)
        .flatMap((group) => cutPieces(text, group))
        .map((range) => ({ ...range, heading, ...(speaker !== undefined && { speaker }) })),
    )
    .map((passage, ordinal) => ({
      id: `${id}#${identify(text.slice(passage.start, passage.end), passage.speaker)}`,
      ordinal,
      ...passage,
    }))
}

/** Names passages by their words; the second of two that say the same gets `-2`, and so on. */
function identifier(hash: (text: string) => string) {
  const seen = new Map<string, number>()
  return (words: string, speaker = ''): string => {
    const name = hash(`${words.replace(/\s+/g, ' ')}\n${speaker}`)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}-${times}`
  }
}
