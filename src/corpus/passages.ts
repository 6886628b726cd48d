import { CodeUnitReader, type CodeUnits } from '../language/characters.js'
import type { SourceDocument } from './document.js'
import type { Passage } from './passage.js'
import { groupBlocks } from './passage-groups.js'
import { cutPieces } from './passage-pieces.js'
import { splitSections } from './sections.js'
import { hasPlainSpaces } from './white-space.js'

/**
 * Cuts a document into passages of about 40 to 120 words, never more than 200.
 *
 * A passage does not cross a heading or a change of speaker, and does not break a sentence (save one of
 * more than 200 words). It depends only on the blocks around it, and its id only on its own words and
 * their speaker, so that an edit leaves the ids of passages elsewhere alone. Of passages that say the
 * same, the first has that id; those after it are told apart by what stands above and before them.
 * Between two passages there is only white space.
 *
 * @param hash Names a text with a few letters and digits: the same text with the same name, always.
 * @param read The document's text, where it was read already.
 */
export function cutPassages(
  document: Pick<SourceDocument, 'id' | 'text' | 'blocks'>,
  hash: (text: string) => string,
  read: CodeUnits = new CodeUnitReader().read(document.text),
): Passage[] {
  const { id, text } = document
  const { units } = read
  const identify = identifier(hash)
  let before = ''
  return splitSections(document)
    .flatMap(({ heading, speaker, blocks }) =>
      groupBlocks(units, blocks)
        .flatMap((group) => cutPieces({ text, units }, group))
        .map((range) => ({ ...range, heading, ...(speaker !== undefined && { speaker }) })),
    )
    .map((passage, ordinal) => {
      const { start, end } = passage
      const written = text.slice(start, end)
      const words = hasPlainSpaces(units, start, end) ? written : written.replace(/\s+/g, ' ')
      const name = identify([words, passage.speaker ?? ''], [before, ...passage.heading])
      before = words
      return { id: `${id}#${name}`, ordinal, ...passage }
    })
}

/** Length of what tells passages apart that say the same: enough for those of one document. */
const PLACE_LENGTH = 4

/** Names passages by what they say; where that has a name already, by their place as well. */
function identifier(hash: (text: string) => string) {
  const times = new Map<string, number>()
  const count = (name: string) => {
    times.set(name, (times.get(name) ?? 0) + 1)
    return times.get(name)!
  }
  return (saying: readonly string[], place: readonly string[]): string => {
    const plain = hash(saying.join('\n'))
    if (count(plain) === 1) return plain
    const placed = `${plain}-${hash(place.join('\n')).slice(0, PLACE_LENGTH)}`
    // A refrain says the same after the same words.
    const repeated = count(placed)
    return repeated === 1 ? placed : `${placed}-${repeated}`
  }
}
