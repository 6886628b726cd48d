/** `Vor-` before these is not a divided word: Vor- und Nachteile, pre- and post-war. */
const JOINING_WORDS = new Set(
  'und oder bzw sowie bis als wie noch aber and or to nor but as than versus'.split(' '),
)
/** First parts that English writes with a hyphen: well-known, self-confident. */
const HYPHENATED_PREFIXES = new Set(['well', 'self', 'half'])

export type Joint = 'space' | 'hyphen' | 'nothing'

/** The halves of a divided word are not words. */
const DIVIDED = /(?<!\p{L})\p{L}+-[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*\p{L}+/gu

/** The words of a document, to tell a divided word from a compound with a hyphen. */
export type Vocabulary = ReadonlySet<string>

export function vocabularyOf(text: string): Vocabulary {
  const undivided = text.replaceAll(DIVIDED, ' ')
  return new Set(undivided.toLowerCase().match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu))
}

/**
 * How two lines of wrapped prose are put together: with a space; without one where the first ends in
 * a hyphen that belongs to the word; and without the hyphen where it only divided the word.
 */
export function joint(line: string, next: string, vocabulary: () => Vocabulary): Joint {
  const first = /(?<![\p{L}\p{N}])((?:\p{L}+-)*)(\p{L}+)-$/u.exec(line)
  const second = /^\p{Ll}\p{L}*/u.exec(next)?.[0]
  if (!first || !second || JOINING_WORDS.has(second)) return 'space'
  if (first[1] !== '') return 'hyphen'
  return isCompound(first[2]!.toLowerCase(), second, vocabulary()) ? 'hyphen' : 'nothing'
}

function isCompound(first: string, second: string, known: Vocabulary): boolean {
  if (known.has(first + second)) return false
  if (known.has(`${first}-${second}`) || HYPHENATED_PREFIXES.has(first)) return true
  return known.has(first) && known.has(second)
}
