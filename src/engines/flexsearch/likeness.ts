import type { Container } from '../../store/container.js'
import type { PagedColumn } from '../../store/paged-column.js'
import { type StringColumns, StringUnits } from '../../store/strings.js'
import { bitCount, editDistance, letterMask, withLetter } from './letters.js'
import { PieceIndex, pieceColumns } from './pieces.js'

/**
 * The columns that {@link Likeness} reads of a list of strings.
 *
 * @param name What the names of the columns begin with.
 * @param order The numbers of the strings in the list.
 */
export function likenessColumns(name: string, strings: StringColumns, order: Uint32Array) {
  const masks = new Uint32Array(order.length)
  const reader = new StringUnits(strings)
  const { starts, places } = pieceColumns(order.length, (place) => {
    const { units, length } = reader.read(order[place]!)
    let mask = 0
    for (let i = 0; i < length; i++) mask = withLetter(mask, units[i]!)
    masks[place] = mask
    return reader
  })
  return {
    [`${name}Masks`]: masks,
    [`${name}PieceStarts`]: starts,
    [`${name}Pieces`]: places,
  }
}

/** The place of a string that is like a word, and how many edits lie between them. */
export interface SimilarPlace {
  place: number
  distance: number
}

/** Finds strings of a list that are like a word: those that share a piece and nearly all letters with it are compared. */
export class Likeness {
  private readonly masks: PagedColumn<Uint32Array>
  private readonly pieces: PieceIndex
  /** What was found last: forms and terms that are like a word are asked for one after the other. */
  private last: { wanted: string; limit: number; found: readonly SimilarPlace[] } | undefined

  constructor(
    container: Container,
    name: string,
    private readonly at: (place: number) => string,
  ) {
    this.masks = container.paged(`${name}Masks`, Uint32Array)
    this.pieces = new PieceIndex(
      container.packed(`${name}PieceStarts`),
      container.paged(`${name}Pieces`, Uint8Array),
    )
  }

  /** The places of the strings that are 1 to `limit` edits away, ascending, with their distances. */
  similarTo(wanted: string, limit: 1 | 2): readonly SimilarPlace[] {
    const { last } = this
    if (last?.wanted === wanted && last.limit === limit) return last.found
    const found = this.find(wanted, limit)
    this.last = { wanted, limit, found }
    return found
  }

  private find(wanted: string, limit: 1 | 2): SimilarPlace[] {
    const mask = letterMask(wanted)
    const compared = new Set<number>()
    const found: SimilarPlace[] = []
    this.pieces.candidates(wanted, limit, (place, length) => {
      const most = 2 * limit - Math.abs(length - wanted.length)
      if (bitCount(this.masks.at(place) ^ mask) > most || compared.has(place)) return
      compared.add(place)
      const distance = editDistance(wanted, this.at(place), limit)
      if (distance > 0 && distance <= limit) found.push({ place, distance })
    })
    return found.sort((a, b) => a.place - b.place)
  }
}
