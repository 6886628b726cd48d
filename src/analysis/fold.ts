const ASCII = /^\p{ASCII}*$/u
const INVISIBLE = /\p{Cf}/gu
const APOSTROPHE = /[’‘`´ʼ]/g
const HYPHEN = /[\u2010\u2011]/g
/** Diacritics of the Latin, Greek and Cyrillic scripts, emoji selectors, keycaps; other scripts keep their marks. */
const DIACRITICS = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20F0\uFE00-\uFE0F]/g
/** Letters that Unicode does not decompose. */
const LETTERS = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }),
)
const UNDECOMPOSED = /[ßæœøđðþłı]/g

/** A word as written, in lower case and composed (NFKC), without invisible characters. */
export function normalForm(surface: string): string {
  if (ASCII.test(surface)) return surface.toLowerCase()
  return surface
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHE, "'")
    .replace(HYPHEN, '-')
    .toLowerCase()
    .normalize('NFC')
}

/** The form without diacritics: Stéphanie and Stephanie, Côte and Cote, Maß and Mass fold alike. */
export function foldDiacritics(form: string): string {
  if (ASCII.test(form)) return form
  return form
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .replace(UNDECOMPOSED, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC')
}

/** A form without what joins its words: `e-mail` and `email`, `don't` and `dont` fold alike. */
export function dropJoiners(form: string): string {
  return form.replace(/['-]/g, '')
}

const SPELLINGS = new Map(Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue' }))

/** The form in plain letters, with umlauts as they are written without them: `mueller` for Müller. */
export function spellOut(form: string): string {
  return foldDiacritics(form.replace(/[äöü]/g, (umlaut) => SPELLINGS.get(umlaut)!))
}

/**
 * The written-out umlauts of a folded form reduced, so that Müller, Mueller and Muller fold alike.
 * `ue` after a vowel or q is no umlaut (neue, Quelle); the rule of Snowball's "German2" variant.
 */
export function foldUmlauts(folded: string): string {
  return folded.replace(/ae|oe|(?<![aeiouyq])ue/g, (pair) => pair[0]!)
}

/** By byte of UTF-8, what it may be of a form that folds to itself. */
const [OTHER, PLAIN, MAY_TAKE_E, LETTER_E] = [0, 1, 2, 3]
const KINDS = new Uint8Array(256)
for (const plain of '0123456789abcdefghijklmnopqrstuvwxyz') KINDS[plain.charCodeAt(0)] = PLAIN
for (const vowel of 'aou') KINDS[vowel.charCodeAt(0)] = MAY_TAKE_E
KINDS['e'.charCodeAt(0)] = LETTER_E

/** Whether a form, encoded in a stretch of bytes, surely folds to itself in all languages: plain letters and digits, and no pair that may be a written-out umlaut. */
export function foldsToItself(bytes: Uint8Array, start: number, end: number): boolean {
  let before = 0
  for (let i = start; i < end; i++) {
    const kind = KINDS[bytes[i]!]!
    if (kind === OTHER || (kind === LETTER_E && before === MAY_TAKE_E)) return false
    before = kind
  }
  return true
}
