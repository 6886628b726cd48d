import { readFileSync } from 'node:fs'
import { PackedLexicon } from '../translation/packed-lexicon.js'

/** From `src/build` and from `dist/build` alike. */
const FILE = new URL('../../lexicon/en-de.bin', import.meta.url)

let loaded: PackedLexicon | undefined

/**
 * The lexicon that ships with the package, read when it is first asked for and then kept.
 * @throws LexiconError if it is damaged or was made by another version.
 */
export function shippedLexicon(): PackedLexicon {
  loaded ??= new PackedLexicon(readFileSync(FILE))
  return loaded
}
