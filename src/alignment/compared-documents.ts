import type { PassageLink } from './align.js'

/** Two documents that were compared, by their numbers, and what came of it. */
export interface ComparedDocuments {
  left: number
  right: number
  /** True where somebody has said that they are versions of each other. */
  declared: boolean
  /** What somebody has decided on their passages, as JSON, empty for nothing: another decision asks for another comparison. */
  decided: string
  /** By the places of passages in the two documents; none where they turned out to be no versions of each other. */
  links: readonly PassageLink[]
}

/** What came of comparing documents, to be found by the documents and by what was known of them. */
export class KnownComparisons {
  private readonly byPair = new Map<string, ComparedDocuments>()

  constructor(compared: readonly ComparedDocuments[]) {
    for (const each of compared) this.byPair.set(keyOf(each), each)
  }

  find(pair: Omit<ComparedDocuments, 'links'>): ComparedDocuments | undefined {
    return this.byPair.get(keyOf(pair))
  }
}

function keyOf({ left, right, declared, decided }: Omit<ComparedDocuments, 'links'>): string {
  return `${left} ${right} ${declared} ${decided}`
}
