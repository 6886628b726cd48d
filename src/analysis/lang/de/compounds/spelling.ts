/** A word written anew, and where each of its characters (and its end) was in the old word. */
export interface Spelling {
  text: string
  offsets: number[]
}

const UMLAUTS = new Map([
  ['ae', 'ä'],
  ['oe', 'ö'],
  ['ue', 'ü'],
  ['ss', 'ß'],
])
/** `ue` after a vowel or q is no umlaut (neue, Quelle), as in Snowball's "German2". */
const VOWELS = /ae|oe|(?<![aeiouyq])ue/g
const ALL = /ae|oe|(?<![aeiouyq])ue|ss/g

/** The word with its spelled-out umlauts restored, then with ß for ss as well; none if it has neither. */
export function umlautSpellings(word: string): Spelling[] {
  if (word.search(ALL) < 0) return []
  const spellings = [respell(word, VOWELS), respell(word, ALL)]
  return spellings.filter(
    ({ text }, i) => text !== word && (i === 0 || text !== spellings[0]!.text),
  )
}

function respell(word: string, pairs: RegExp): Spelling {
  const offsets: number[] = []
  let text = ''
  let from = 0
  const keep = (to: number) => {
    for (; from < to; from++) {
      text += word[from]
      offsets.push(from)
    }
  }
  for (const { 0: pair, index } of word.matchAll(pairs)) {
    keep(index)
    text += UMLAUTS.get(pair) ?? pair
    offsets.push(index)
    from = index + pair.length
  }
  keep(word.length)
  offsets.push(word.length)
  return { text, offsets }
}
