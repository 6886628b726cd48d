/** A document of which others may be versions. */
export interface VersionedDocument {
  id: string
  versionOf?: string | undefined
}

/** Documents by their places in the list. */
export type DocumentPair = readonly [number, number]

/** Beyond this, the documents of a group are compared with the first of it only. */
const MAX_GROUP = 12

/**
 * The pairs of documents that are said to be versions of each other, also by way of a third: all of a group with all.
 * The document that comes first in the list is the first of a pair.
 */
export function declaredPairs(documents: readonly VersionedDocument[]): DocumentPair[] {
  return versionGroups(documents).flatMap((group) => {
    const firsts = group.length > MAX_GROUP ? group.slice(0, 1) : group
    return firsts.flatMap((first, i) =>
      group.slice(i + 1).map((other): DocumentPair => [first, other]),
    )
  })
}

/** The places of documents that are versions of each other, ascending; groups of two at least. */
export function versionGroups(documents: readonly VersionedDocument[]): number[][] {
  if (documents.every(({ versionOf }) => versionOf === undefined)) return []
  const places = new Map(documents.map(({ id }, place) => [id, place]))
  const parents = documents.map((_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parents[root] !== root) root = parents[root]!
    return root
  }
  for (const [place, { versionOf }] of documents.entries()) {
    const other = versionOf === undefined ? undefined : places.get(versionOf)
    if (other === undefined) continue
    const [a, b] = [rootOf(place), rootOf(other)]
    parents[Math.max(a, b)] = Math.min(a, b)
  }
  const groups = new Map<number, number[]>()
  for (const place of documents.keys()) {
    const root = rootOf(place)
    if (root === place) continue
    // The root is the first of its group.
    const group = groups.get(root) ?? [root]
    group.push(place)
    groups.set(root, group)
  }
  return [...groups.values()].sort(([a], [b]) => a! - b!)
}
