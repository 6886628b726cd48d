/** Endings under which a word that stays whole is still the same word. */
const ENDINGS = [
  ...['e', 'en', 'em', 'er', 'ern', 'es', 'ens', 's', 'n', 'nen', 'in', 'innen', 'se', 'sen'],
  ...[
    'schaft',
    'schaften',
    'lich',
    'liche',
    'lichen',
    'licher',
    'liches',
    'ung',
    'ungen',
    'isch',
    'ische',
    'ischen',
    'ischer',
    'isches',
  ],
]

/** Whether a word, or the word it inflects or is derived from, is one that stays whole. */
export function isWhole(word: string, whole: Pick<ReadonlySet<string>, 'has'>): boolean {
  if (whole.has(word)) return true
  return ENDINGS.some((ending) => word.endsWith(ending) && whole.has(word.slice(0, -ending.length)))
}
