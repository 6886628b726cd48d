import type { Block } from './document.js'
import { countWords } from './white-space.js'

/** Words a passage should have at least and at most, and those it never exceeds. */
export const FEW = 40
export const MANY = 120
export const MOST = 200
/** A remainder as short as this is better with a neighbour even if that gets longer than it should. */
const TINY = 12

/** Blocks that make a passage together, or several if they are long. */
export interface Group {
  blocks: Block[]
  words: number
}

/**
 * Groups the blocks of a section so that short ones share a passage.
 *
 * A block of at least `FEW` words stands for itself, and the runs of short ones between such blocks are
 * grouped each by itself: so an edit moves nothing beyond its own run and the blocks next to that.
 *
 * @param text The code units of the text that the blocks are in.
 */
export function groupBlocks(text: Uint16Array, blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  let run: Group[] = []
  for (const unit of unitsOf(text, blocks)) {
    const last = run.at(-1)
    if (unit.words >= FEW) {
      groups.push(...settle(run, groups.pop(), unit))
      run = []
    } else if (last && last.words < FEW) join(last, unit)
    else run.push(unit)
  }
  groups.push(...settle(run, groups.pop()))
  return groups
}

/** Each block with its number of words; headings are one with the block below them. */
function unitsOf(text: Uint16Array, blocks: readonly Block[]): Group[] {
  const units: Group[] = []
  let above: Group = { blocks: [], words: 0 }
  for (const block of blocks) {
    join(above, { blocks: [block], words: countWords(text, block.start, block.end) })
    if (block.type === 'heading' && block !== blocks.at(-1)) continue
    units.push(above)
    above = { blocks: [], words: 0 }
  }
  return units
}

/**
 * Finds a place for the remainder of a run: with the group before it in the run, the long block after
 * the run, or the one before; if none can take it, it stays alone.
 */
function settle(run: Group[], before?: Group, after?: Group): Group[] {
  const groups = [before, ...run].filter((group) => group !== undefined)
  const rest = run.at(-1)
  if (rest && rest.words < FEW) {
    const previous = groups.at(-2)
    const next = run.length === 1 ? after : undefined
    if (next && fits(rest, next)) {
      join(rest, next)
      return groups
    }
    if (previous && fits(rest, previous)) {
      groups.pop()
      join(previous, rest)
    }
  }
  return after ? [...groups, after] : groups
}

function fits(rest: Group, neighbour: Group): boolean {
  return rest.words < TINY || rest.words + neighbour.words <= MANY
}

function join(group: Group, next: Group): void {
  group.blocks.push(...next.blocks)
  group.words += next.words
}
