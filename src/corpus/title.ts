import { extensionOf } from './readers.js'
import { firstSentenceEnd } from './sentences.js'

/** Longest title taken from running text, in UTF-16 code units. */
const MAX_LENGTH = 70

/** A word in the name of a file that may tell what is in it: `interview`, `interview12`; neither `2012` nor `85512226fea451dd`. */
const TELLING = /^(?=.*\p{L})\D+$|^\p{L}{3,}\d+$/u

/** A title for a document that names none: its file's name or, where that is a number or a hash, its beginning. */
export function fallbackTitle(path: string, text: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1, path.length - extensionOf(path).length)
  const words = name.normalize('NFC').split(/[\s_-]+/)
  if (!words.some((word) => TELLING.test(word))) return beginning(text) || name
  const title = words.filter((word) => word !== '').join(' ')
  return title[0]!.toUpperCase() + title.slice(1)
}

/** A full stop after a word, not after an initial or an abbreviation of letters: U.S., z. B. */
const FULL_STOP = /(?<=[\p{L}\p{N}]{2})\.$/u

/** The first sentence without its full stop, or as many of its words as fit. */
function beginning(text: string): string {
  const sentence = text.slice(0, firstSentenceEnd(text)).replaceAll(/\s+/g, ' ')
  if (sentence.length <= MAX_LENGTH) return sentence.replace(FULL_STOP, '')
  return `${sentence.slice(0, MAX_LENGTH).replace(/\s+\S*$/u, '')} …`
}
