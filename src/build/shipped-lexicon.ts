import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LexiconError } from '../translation/lexicon-error.js'
import { PackedLexicon } from '../translation/packed-lexicon.js'

/** From `src/build` and from `dist/build` alike. */
const FILE = new URL('../../lexicon/en-de.bin', import.meta.url)

let loaded: PackedLexicon | undefined

/**
 * The lexicon that ships with the package, read when it is first asked for and then kept.
 * @throws LexiconError if it is missing, damaged or of another format.
 */
export function shippedLexicon(): PackedLexicon {
  loaded ??= new PackedLexicon(read())
  return loaded
}

function read(): Uint8Array {
  try {
    return readFileSync(FILE)
  } catch (error) {
    const reason = `The translation lexicon ${fileURLToPath(FILE)} cannot be read`
    throw new LexiconError(
      'missing',
      `${reason} (${error instanceof Error ? error.message : error})`,
    )
  }
}
