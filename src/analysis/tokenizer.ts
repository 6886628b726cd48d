/** A stretch of text that is one word, or a hyphenated word as a whole. */
export interface Segment {
  start: number
  end: number
  position: number
  joined: boolean
}

// Letters and digits, with marks and invisible format characters (soft hyphen, joiners) inside.
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*/gu
const APOSTROPHES = "'’‘`´"
const HYPHENS = '-\u2010\u2011'
/** What may follow an apostrophe and still be the same word: Audiard's, don't, geht's. */
const CLITICS = new Set(['s', 't', 're', 've', 'll', 'd', 'm', 'n'])
const DIGITS = /^\p{N}+$/u
/** A longer chain of hyphens is a list or an ornament; it is not also one word. */
const MAX_JOINED = 5

/**
 * Cuts a text into words. Apostrophes hold a clitic to its word (`Audiard's`); any other apostrophe
 * or hyphen inside a word (`d'Azur`, `Vater-Sohn`) gives the parts and the joined whole.
 */
export function segment(text: string): Segment[] {
  const segments: Segment[] = []
  let chain: Segment[] = []
  let position = 0
  const close = () => {
    const first = chain[0]
    const last = chain[chain.length - 1]
    if (first && last && chain.length > 1 && chain.length <= MAX_JOINED && !allDigits(text, chain))
      segments.push({ start: first.start, end: last.end, position: first.position, joined: true })
    for (const word of chain) segments.push(word)
    chain = []
  }
  for (const match of text.matchAll(RUN)) {
    const start = match.index
    const end = start + match[0].length
    const previous = chain[chain.length - 1]
    const joiner = previous && previous.end + 1 === start ? text[previous.end]! : ''
    if (previous && APOSTROPHES.includes(joiner || ' ') && CLITICS.has(match[0].toLowerCase())) {
      previous.end = end
      continue
    }
    const linked = joiner !== '' && (APOSTROPHES + HYPHENS).includes(joiner)
    if (!linked) close()
    chain.push({ start, end, position: position++, joined: false })
  }
  close()
  return segments
}

function allDigits(text: string, chain: readonly Segment[]): boolean {
  return chain.every(({ start, end }) => DIGITS.test(text.slice(start, end)))
}
