import { Index } from 'flexsearch'
import type { Analyzer } from '../../analysis/analyzer.js'
import { type Bm25Settings, impactSlot, RESOLUTION, saturation, termFrequency } from './bm25.js'

/** What a ranker reads from a FlexSearch index: ids by slot. FlexSearch's types leave `map` out. */
export interface SlotMap {
  get(term: string): ArrayLike<ArrayLike<number> | undefined> | undefined
  has(term: string): boolean
}

export type ImpactIndex = Index & { map: SlotMap }

/**
 * A FlexSearch index whose `encode` is our analyzer and whose `score` is the impact level of BM25, so
 * that slot s holds the passages in which a term has impact level s. Filled by `add()`, it holds what
 * {@link FieldIndex} serves from files; its `map` can be replaced by one.
 *
 * @param averageLength Of the passages, in words with weight.
 */
export function impactIndex(
  analyzer: Analyzer,
  averageLength: number,
  bm25: Bm25Settings,
): ImpactIndex {
  // FlexSearch calls `encode` once per text, then `score` once per distinct term of it.
  let frequencies: number[] = []
  let length = 0
  const encode = (text: string): string[] => {
    const tokens = analyzer.analyze(text).filter((token) => !token.functionWord)
    const counted = new Map<string, { asWord: number; asPart: number }>()
    for (const { term, kind } of tokens) {
      const counts = counted.get(term) ?? { asWord: 0, asPart: 0 }
      counts[kind === 'part' ? 'asPart' : 'asWord']++
      counted.set(term, counts)
    }
    frequencies = [...counted.values()].map(({ asWord, asPart }) => termFrequency(asWord, asPart))
    length = tokens.filter((token) => token.kind === 'word').length
    return [...counted.keys()]
  }
  const score = (_terms: string[], _term: string, place: number): number =>
    impactSlot(frequencies[place]!, saturation(length, averageLength, bm25))
  const options = { encode, score, resolution: RESOLUTION, tokenize: 'strict' as const }
  return new Index(options) as ImpactIndex
}
