import type { Analyzer } from '../analysis/analyzer.js'
import { foldDiacritics } from '../analysis/fold.js'
import type { Range } from './excerpt.js'

const END = 0
const FIRST_LETTER = 1
const DIGIT = 27
const JOINER = 30
const UNSURE = 31
/** A code has so many bits, and there are as many codes as bits in a number. */
const BITS = 5

/** Letters of a term that are looked at; more rule out hardly any more words. */
const MOST = 6

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Stemmers make them alike: dying, `di`. Two of `s` count once: Maß, `mass`. */
const ALIKE = new Map(Object.entries({ y: 'i', ss: 's' }))
/** What may stand inside a word. */
const JOINERS = "-'’‘`´\u2010\u2011"
/** What never does, besides all that is in ASCII. */
const PUNCTUATION = '„“”‚«»‹›–—…\u00A0'

/** Where Unicode has Latin letters, and ASCII; in between are other scripts. */
const LATIN = [
  [0, 0x250],
  [0x1e00, 0x1f00],
] as const

/** A letter by number, a digit, what joins words, what ends them, and all else. */
const CODES = makeCodes()
const S = codeAt('s', 0)

/** A process that asks one question waits for this: characters that cannot be a letter from a to z are not folded. */
function makeCodes(): Uint8Array {
  const codes = new Uint8Array(0x2040).fill(UNSURE)
  const set = (code: number) => {
    codes[code] = codeOf(String.fromCharCode(code))
  }
  for (const [start, end] of LATIN) for (let code = start; code < end; code++) set(code)
  for (const character of JOINERS + PUNCTUATION) set(character.charCodeAt(0))
  return codes
}

function codeOf(character: string): number {
  const folded = foldDiacritics(character.toLowerCase())
  const letter = ALIKE.get(folded) ?? folded
  if (letter.length === 1 && LETTERS.includes(letter)) return FIRST_LETTER + LETTERS.indexOf(letter)
  if (/[0-9]/.test(character)) return DIGIT
  if (JOINERS.includes(character)) return JOINER
  return character < '\x80' || PUNCTUATION.includes(character) ? END : UNSURE
}

/** Umlauts spelled out: folded to one letter in some languages. */
const UMLAUTS = ['ae', 'oe', 'ue'].map((umlaut) => [codeAt(umlaut, 0), codeAt(umlaut, 1)] as const)

/**
 * Where in a text words may be that have one of some terms, told by their first letters: the analysis changes those
 * in ways that are known, so that no word is missed, and some are taken that have none. Analyzing a whole passage takes
 * several times as long.
 */
export class Beginnings {
  /** By the first codes of terms, a bit for each second one. */
  private readonly seconds = new Int32Array(1 << BITS)
  /** By the first two codes of terms, those that must follow. */
  private readonly rests = new Map<number, (readonly number[])[]>()
  /** Letters of a word among which the first two of a term are: all where it may be of a part of a compound, or any letter may be spelled out. */
  private readonly within: number
  private isAll = false

  constructor({ fold, links }: Pick<Analyzer, 'fold' | 'links'>) {
    const foldsUmlauts = fold('ae') === 'a'
    this.within = links.length > 0 || foldsUmlauts ? Number.MAX_SAFE_INTEGER : 2
    if (foldsUmlauts) for (const [first, second] of UMLAUTS) this.addCodes(first, second, [])
  }

  /** @param term Or the folded beginning of a word. */
  add(term: string): void {
    const [first, second, ...rest] = codesOf(term)
    if (first === undefined || second === undefined) this.isAll = true
    // The last letter may be one that the analysis has added.
    else this.addCodes(first, second, rest.slice(0, -1))
  }

  /** Stretches of the text with all such words, in order; those next to each other are one, so that phrases are in one. */
  stretchesOf(text: string): Range[] {
    if (this.isAll) return [{ start: 0, end: text.length }]
    const { seconds, within } = this
    const found: Range[] = []
    let start = 0
    let last = END
    let letters = 0
    let isFound = false
    let isNext = false
    // Runs for every character of every hit.
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? codeAt(text, i) : END
      if (code === JOINER) {
        letters = 0
        continue
      }
      if (((seconds[last]! >>> code) & 1) === 1 && letters < within)
        isFound ||= this.goesOn(text, i + 1, last, code)
      if (code === UNSURE) isFound = true
      if (code !== END) {
        if (code !== S || last !== S) letters++
        last = code
        continue
      }
      if (isFound && isNext) found[found.length - 1]!.end = i
      else if (isFound) found.push({ start, end: i })
      if (last !== END) isNext = isFound
      start = i + 1
      last = END
      letters = 0
      isFound = false
    }
    return found
  }

  private addCodes(first: number, second: number, rest: readonly number[]): void {
    const pair = (first << BITS) | second
    this.seconds[first]! |= 1 << second
    const known = this.rests.get(pair)
    if (known) known.push(rest)
    else this.rests.set(pair, [rest])
  }

  /** True where what follows two codes of some terms is as in one of these. */
  private goesOn(text: string, place: number, first: number, second: number): boolean {
    for (const rest of this.rests.get((first << BITS) | second)!)
      if (isAt(text, place, rest, second)) return true
    return false
  }
}

/** The codes of a term's first letters, of which a word with that term has all but the last. */
function codesOf(term: string): number[] {
  const codes: number[] = []
  for (let place = 0; place < term.length && codes.length <= MOST; place++) {
    const code = codeAt(term, place)
    if (code !== JOINER && !(code === S && codes.at(-1) === S)) codes.push(code)
  }
  return codes
}

/** @param before The code before the place. */
function isAt(text: string, place: number, codes: readonly number[], before: number): boolean {
  let at = 0
  for (let i = place, last = before; i < text.length && at < codes.length; i++) {
    const code = codeAt(text, i)
    if (code === JOINER || (code === S && last === S)) continue
    if (code !== codes[at++]) return false
    last = code
  }
  return at === codes.length
}

function codeAt(text: string, place: number): number {
  const code = text.charCodeAt(place)
  return code < CODES.length ? CODES[code]! : UNSURE
}
