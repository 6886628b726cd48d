import { KINDS, type Kind } from './kinds.js'
import { quantiles } from './quantiles.js'
import type { Questions } from './questions.js'
import type { Extra } from './results.js'
import type { Ask } from './system.js'
import type { Others } from './warm-up.js'

/** What a kind of questions is compared with: the same without the extra. */
const PAIRS: readonly [kind: string, plain: string][] = [
  ['phrase of 2', 'AND 2'],
  ['OR 3, one very common', 'OR 3'],
  ['AND 3, one very common', 'AND 3'],
  ['OR 3, filtered', 'OR 3'],
  ['OR 3, facets', 'OR 3'],
  ['OR 8, hits 491 to 500', 'OR 8'],
  ['OR 3, across languages', 'OR 3'],
]
/** Before a pair, those for warming up are asked again: so many of each kind. */
const BEFORE = 50

/** Questions of one kind: those before, and those that count. */
interface Side {
  kind: Kind
  before: readonly Ask[]
  asks: readonly Ask[]
}

/** Questions with an extra and without, as many of one kind as of the other. */
export interface Pair {
  extra: Side
  plain: Side
}

/**
 * Draws questions for all pairs: none was asked before, neither to be measured nor to warm up, and none of one side has the words of one of the other.
 *
 * @param asked Of each kind, in the order of {@link KINDS}.
 */
export function pairsOf(
  questions: Questions,
  others: readonly Others[],
  asked: readonly (readonly Ask[])[],
  count: number,
): Pair[] {
  const draw = (name: string, side: number): Side => {
    const place = KINDS.findIndex((kind) => kind.name === name)
    const [kind, before] = [KINDS[place]!, others[place]!.asks]
    const drawn = questions.drawOthers(kind, 2 * count, [...asked[place]!, ...before])
    // Kinds with words of one number are drawn alike.
    return { kind, before, asks: drawn.filter((_, i) => i % 2 === side) }
  }
  return PAIRS.map(([extra, plain]) => ({ extra: draw(extra, 0), plain: draw(plain, 1) }))
}

/**
 * Asks one of each side in turn, so that whatever else the machine does, it does to both.
 *
 * @param answer CPU milliseconds, or null where the system has come to its end.
 */
export async function measureExtra(
  { extra, plain }: Pair,
  answer: (ask: Ask) => Promise<{ cpu: number } | null>,
): Promise<Extra> {
  const sides = [extra, plain]
  for (let i = 0; i < BEFORE; i++)
    for (const { before } of sides) if (i < before.length) await answer(before[i]!)
  const cpu: [number[], number[]] = [[], []]
  const count = Math.min(extra.asks.length, plain.asks.length)
  for (let i = 0; i < count; i++)
    for (const place of i % 2 === 0 ? [0, 1] : [1, 0]) {
      const answered = await answer(sides[place]!.asks[i]!)
      if (answered) cpu[place]!.push(answered.cpu)
    }
  const [own, without] = cpu.map(quantiles)
  return {
    kind: extra.kind.name,
    plain: plain.kind.name,
    asked: count,
    own: own!,
    without: without!,
  }
}
