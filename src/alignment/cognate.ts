/** Letters by which English and German spell the same sound in words of common origin. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/[cz]/g, 'k'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** A word shorter than this begins like too many others. */
const MIN_LENGTH = 6
const KEY_LENGTH = 5

/**
 * What words of common origin have in common (Melodrama and melodrama, Zentrum and centre, Expressionismus and
 * expressionist): their first letters, spelled alike. Null for short words and for numbers.
 *
 * @param surface without case and diacritics
 */
export function cognateKey(surface: string): string | null {
  if (surface.length < MIN_LENGTH || /[^a-z]/.test(surface)) return null
  const spelled = SPELLINGS.reduce((word, [from, to]) => word.replace(from, to), surface)
  return spelled.length < KEY_LENGTH ? null : spelled.slice(0, KEY_LENGTH)
}
