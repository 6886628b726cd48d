import { ByteWriter } from '../../store/bytes.js'
import { NumberList } from '../../store/number-list.js'

/**
 * The letters of a word as 32 bits, whatever their order and number: `a` to `z` have a bit each, all
 * other characters share the rest. Two words that differ by d edits differ in at most 2d bits.
 */
export function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    mask |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code % 6))
  }
  return mask >>> 0
}

/** Number of bits set (Warren, "Hacker's Delight"). */
export function bitCount(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((pairs + (pairs >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

const LONGEST = 0xff

/** Rows of the table of edits, for one comparison at a time: this runs for thousands of words. */
const ROWS = [0, 1, 2].map(() => new Uint16Array(LONGEST + 1)) as [
  Uint16Array,
  Uint16Array,
  Uint16Array,
]

/**
 * How many edits make one word of the other: a character more, less, another, or two neighbours swapped,
 * each place edited once (optimal string alignment; Damerau 1964, Boytsov 2011). In UTF-16 code units.
 *
 * @returns `limit + 1` for more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || b.length >= LONGEST) return limit + 1
  let [before, previous, current] = ROWS
  for (let j = 0; j <= b.length; j++) current[j] = j
  for (let i = 1; i <= a.length; i++) {
    ;[before, previous, current] = [previous, current, before]
    current[0] = i
    let least = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let edits = previous[j - 1]! + Number(letter !== other)
      if (previous[j]! < edits) edits = previous[j]! + 1
      if (current[j - 1]! < edits) edits = current[j - 1]! + 1
      const isSwap =
        i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other
      if (isSwap && before[j - 2]! < edits) edits = before[j - 2]! + 1
      current[j] = edits
      if (edits < least) least = edits
    }
    if (least > limit + 1) return limit + 1
  }
  return Math.min(current[b.length]!, limit + 1)
}

/** Columns by which nearly all strings of a list are ruled out before edits are counted. */
export interface LikenessColumns {
  /** In UTF-16 code units; 255 for longer ones. */
  lengths: Uint8Array
  masks: Uint32Array
}

/** Makes the columns, word by word. */
export class LikenessWriter {
  private readonly lengths = new ByteWriter()
  private readonly masks = new NumberList()

  add(word: string): void {
    this.lengths.uint(Math.min(word.length, LONGEST), 1)
    this.masks.push(letterMask(word))
  }

  columns(): LikenessColumns {
    return { lengths: this.lengths.result(), masks: this.masks.values() }
  }
}

/** Finds strings of a list that are like a word. */
export class Likeness {
  /** Places of the strings by their length; those of a length begin at its entry in `starts`. Made for the first question. */
  private sorted: { places: Uint32Array; masks: Uint32Array; starts: Uint32Array } | undefined

  constructor(
    private readonly columns: LikenessColumns,
    private readonly at: (place: number) => string,
  ) {}

  /** The places of the strings that are 1 to `limit` edits away, ascending, with their distances. */
  similarTo(wanted: string, limit: number): { place: number; distance: number }[] {
    this.sorted ??= byLength(this.columns)
    const { places, masks, starts } = this.sorted
    const shortest = Math.min(Math.max(0, wanted.length - limit), LONGEST + 1)
    const longest = Math.min(wanted.length + limit, LONGEST)
    const candidates = likeMasks(
      letterMask(wanted),
      2 * limit,
      masks,
      starts[shortest]!,
      starts[longest + 1]!,
    )
    return candidates
      .map((i) => ({
        place: places[i]!,
        distance: editDistance(wanted, this.at(places[i]!), limit),
      }))
      .filter(({ distance }) => distance > 0 && distance <= limit)
      .sort((a, b) => a.place - b.place)
  }
}

function byLength({ lengths, masks }: LikenessColumns) {
  const starts = new Uint32Array(LONGEST + 2)
  for (let place = 0; place < lengths.length; place++) starts[lengths[place]! + 1]!++
  for (let length = 0; length <= LONGEST; length++) starts[length + 1]! += starts[length]!
  const next = starts.slice()
  const places = new Uint32Array(lengths.length)
  for (let place = 0; place < lengths.length; place++) places[next[lengths[place]!]!++] = place
  return { places, masks: places.map((place) => masks[place]!), starts }
}

// Runs for a good part of a vocabulary: plain loops.
function likeMasks(
  mask: number,
  limit: number,
  masks: Uint32Array,
  start: number,
  end: number,
): number[] {
  const found: number[] = []
  for (let i = start; i < end; i++) if (bitCount(masks[i]! ^ mask) <= limit) found.push(i)
  return found
}
