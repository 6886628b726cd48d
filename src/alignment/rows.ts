/** Passages of two documents that say the same, side by side; one side may be empty. Places in the documents, ascending. */
export interface AlignedRow {
  left: number[]
  right: number[]
  /** Of the weakest link in the row; null where there is none. */
  confidence: number | null
}

interface Link {
  left: number
  right: number
  confidence: number
}

/**
 * Two documents side by side. Passages that are linked, directly or through others, make one row. Rows come in the
 * order of the left document; what only the right one has stands after what precedes it there.
 */
export function alignedRows(
  leftCount: number,
  rightCount: number,
  links: readonly Link[],
): AlignedRow[] {
  const rowOfLeft = Array.from({ length: leftCount }, (_, i) => newRow([i], []))
  const rowOfRight: (AlignedRow | undefined)[] = Array.from({ length: rightCount })
  for (const { left, right, confidence } of links) {
    const row = rowOfLeft[left]!
    const other = rowOfRight[right] ?? newRow([], [right])
    row.confidence = Math.min(row.confidence ?? 1, other.confidence ?? 1, confidence)
    if (other === row) continue
    row.left.push(...other.left)
    row.right.push(...other.right)
    for (const place of other.left) rowOfLeft[place] = row
    for (const place of other.right) rowOfRight[place] = row
  }
  const rows = [...new Set(rowOfLeft)]
  for (const { left, right } of rows) {
    left.sort((a, b) => a - b)
    right.sort((a, b) => a - b)
  }
  rows.sort((a, b) => a.left[0]! - b.left[0]!)
  return withUnlinked(rows, rowOfRight)
}

function newRow(left: number[], right: number[]): AlignedRow {
  return { left, right, confidence: null }
}

function withUnlinked(
  rows: readonly AlignedRow[],
  rowOfRight: readonly (AlignedRow | undefined)[],
): AlignedRow[] {
  const after = new Map<AlignedRow | null, AlignedRow[]>()
  let previous: AlignedRow | null = null
  for (const [place, row] of rowOfRight.entries()) {
    if (row) previous = row
    else after.set(previous, [...(after.get(previous) ?? []), newRow([], [place])])
  }
  return [...(after.get(null) ?? []), ...rows.flatMap((row) => [row, ...(after.get(row) ?? [])])]
}
