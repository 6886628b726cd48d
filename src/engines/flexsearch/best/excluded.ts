import type { PlanNode } from '../../../search/plan.js'
import { Accumulator } from '../accumulator.js'
import type { InPieces } from '../in-pieces.js'
import { nearClause } from '../near.js'
import { addPhrase, addPrefix } from '../occurrences.js'
import type { EngineParts } from '../parts.js'
import { PassageSet } from '../passage-set.js'
import { WordClause } from '../terms.js'
import { restrict } from './counted-hits.js'

/**
 * The passages whose texts match any of some nodes, or that meet a condition among them; undefined where there are no nodes. Where the budget does not
 * allow to tell which these are, they are all: a partial answer has fewer hits, but none that was excluded. Nothing that searches share is used
 * between two pieces.
 */
export function* excludedBy(
  nodes: readonly PlanNode[],
  parts: EngineParts,
): InPieces<PassageSet | undefined> {
  if (nodes.length === 0) return undefined
  const passages = new PassageSet(parts.store.passageCount)
  for (const node of nodes) yield* addMatches(node, passages, parts)
  return passages
}

function* addMatches(node: PlanNode, passages: PassageSet, parts: EngineParts): InPieces<void> {
  yield
  switch (node.type) {
    case 'terms':
      new WordClause(node, parts).addPassages(passages)
      return
    case 'prefix':
      yield* addPrefix(node, parts, passages)
      return addUnknown(passages, parts)
    case 'phrase':
      yield* addPhrase(node, parts, passages)
      return addUnknown(passages, parts)
    case 'any':
      for (const child of node.nodes) yield* addMatches(child, passages, parts)
      return
    case 'condition': {
      const all = PassageSet.all(parts.store)
      restrict(all, [node.condition], parts.columns)
      passages.addAll(all)
      return
    }
    case 'near': {
      const ownSums = new Accumulator(parts.store.passageCount)
      passages.add((yield* nearClause(node, { ...parts, ownSums })).all.ids)
      return addUnknown(passages, parts)
    }
    case 'all': {
      const matches = PassageSet.all(parts.store)
      for (const child of node.nodes) matches.retainAll((yield* excludedBy([child], parts))!)
      const without = yield* excludedBy(node.without, parts)
      if (without && !parts.budget?.isExceeded) matches.removeAll(without)
      passages.addAll(matches)
    }
  }
}

/** What was left undone may match any passage. */
function addUnknown(passages: PassageSet, { budget, store }: EngineParts): void {
  if (budget?.isExceeded) passages.addAll(PassageSet.all(store))
}
