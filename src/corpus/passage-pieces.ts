import { FEW, type Group, MANY, MOST } from './passage-groups.js'
import { sentenceEnds } from './sentences.js'
import { countWords, isSpace } from './white-space.js'

/** `text.slice(start, end)`, in UTF-16 code units. */
export interface Range {
  start: number
  end: number
}

/** What is never cut further, and how bad a cut behind it would be. */
interface Atom extends Range {
  words: number
  cost: number
}

/** A way to split a text: where its parts end, and how bad it is to cut there. */
interface Splitting {
  ends: (text: string) => number[]
  cost: number
}

// Each step costs more than any passage length could: a finer cut is made only where there is no other.
const AT_SENTENCES: Splitting = { ends: sentenceEnds, cost: 100 }
const BEHIND_HEADINGS: Splitting = { ends: (text) => [text.length], cost: 1e9 }
// Both are for single sentences of more than `MOST` words, which exist: contracts, transcripts, lists.
const AT_CLAUSES: Splitting = { ends: clauseEnds, cost: 1e5 }
const BETWEEN_WORDS: Splitting = { ends: wordEnds, cost: 1e7 }

/** A text, and its code units. */
export interface UnitText {
  text: string
  units: Uint16Array
}

/** Cuts blocks that were grouped into passages of balanced length, at the ends of sentences. */
export function cutPieces(text: UnitText, group: Group): Range[] {
  const whole = wholeOf(text, group)
  if (whole) return [whole]
  const { blocks } = group
  const atoms = blocks.flatMap(({ type, start, end }) =>
    type === 'heading'
      ? split(text, { start, end }, [BEHIND_HEADINGS, AT_CLAUSES, BETWEEN_WORDS])
      : split(text, { start, end }, [AT_SENTENCES, AT_CLAUSES, BETWEEN_WORDS]),
  )
  const words = atoms.reduce((sum, atom) => sum + atom.words, 0)
  if (words <= MANY) return [{ start: atoms[0]!.start, end: atoms.at(-1)!.end }]
  return balance(atoms)
}

/** The blocks as one piece, where they are short enough. */
function wholeOf({ units }: UnitText, { blocks, words }: Group): Range | undefined {
  if (words > MANY) return undefined
  const ranges = blocks.map((block) => trim(units, block)).filter(({ start, end }) => start < end)
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first && last && { start: first.start, end: last.end }
}

/** Splits a range in the first way, and parts that are still too long in the others. */
function split(text: UnitText, range: Range, [way, ...finer]: Splitting[]): Atom[] {
  if (!way) return []
  const atoms: Atom[] = []
  let from = range.start
  for (const end of way.ends(text.text.slice(range.start, range.end))) {
    const part = trim(text.units, { start: from, end: range.start + end })
    from = range.start + end
    const words = countWords(text.units, part.start, part.end)
    if (words === 0) continue
    // One by one: there can be more than a call takes arguments.
    if (words > MOST) for (const atom of split(text, part, finer)) atoms.push(atom)
    else atoms.push({ ...part, words, cost: 0 })
    atoms.at(-1)!.cost = way.cost
  }
  return atoms
}

function trim(units: Uint16Array, range: Range): Range {
  let { start, end } = range
  while (start < end && isSpace(units[start]!)) start++
  while (end > start && isSpace(units[end - 1]!)) end--
  return { start, end }
}

function clauseEnds(text: string): number[] {
  return endsOf(text, /[;:,–—]["'”“’‘»«›‹)\]]*(?=\s)/g)
}

function wordEnds(text: string): number[] {
  return endsOf(text, /\S+/g)
}

function endsOf(text: string, pattern: RegExp): number[] {
  return [...[...text.matchAll(pattern)].map((match) => match.index + match[0].length), text.length]
}

/** The cheapest way to cut the atoms into pieces of at most `MOST` words, by dynamic programming. */
function balance(atoms: readonly Atom[]): Range[] {
  const costs = [0]
  const starts = [0]
  for (let end = 1; end <= atoms.length; end++) {
    costs[end] = Number.POSITIVE_INFINITY
    let words = 0
    for (let start = end - 1; start >= 0; start--) {
      words += atoms[start]!.words
      if (words > MOST) break
      const cost = costs[start]! + (atoms[start - 1]?.cost ?? 0) + lengthCost(words)
      if (cost < costs[end]!) {
        costs[end] = cost
        starts[end] = start
      }
    }
  }
  const pieces: Range[] = []
  for (let end = atoms.length; end > 0; end = starts[end]!) {
    pieces.push({ start: atoms[starts[end]!]!.start, end: atoms[end - 1]!.end })
  }
  return pieces.reverse()
}

/** How far a passage is from the middle length; outside the usual range five times as bad. */
function lengthCost(words: number): number {
  const beyond = Math.max(0, words - MANY, FEW - words)
  return (words - (FEW + MANY) / 2) ** 2 + 4 * beyond ** 2
}
