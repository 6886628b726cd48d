/** What a neighbour's likeness counts at a passage; that of the neighbour's neighbour counts this squared. */
const DISCOUNT = 0.6

/** Likeness of a left and a right passage, 0 to 1, by their places. */
export type LikenessAt = (row: number, column: number) => number

/**
 * How much the passages before and after speak for a pair: the heaviest path of pairs that leads to it and on from
 * it, discounted with the distance. As in the alignment of sentences by dynamic programming (Gale and Church 1993), a
 * path goes on with the next passage of one side or of both; but because it is discounted, it needs no beginning
 * and no end, so that sections in another order support their own passages as well.
 *
 * @returns by `row * columns + column`, for both directions together.
 */
export function neighbourSupport(
  rows: number,
  columns: number,
  likeness: LikenessAt,
): Float32Array {
  const before = pathsTo(rows, columns, likeness)
  const after = pathsTo(rows, columns, (row, column) =>
    likeness(rows - 1 - row, columns - 1 - column),
  )
  const last = rows * columns - 1
  return before.map((value, cell) => value + after[last - cell]!)
}

/** Of each cell, the discounted weight of the best path that ends just before it. */
function pathsTo(rows: number, columns: number, likeness: LikenessAt): Float32Array {
  const arriving = new Float32Array(rows * columns)
  const through = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      const diagonal = row > 0 && column > 0 ? through[cell - columns - 1]! : 0
      // A passage that belongs to two is at the end of the one and the beginning of the other.
      const above = row > 0 ? through[cell - columns]! : 0
      const beside = column > 0 ? through[cell - 1]! : 0
      arriving[cell] = DISCOUNT * Math.max(diagonal, above * 0.7, beside * 0.7)
      through[cell] = likeness(row, column) + arriving[cell]!
    }
  return arriving
}
