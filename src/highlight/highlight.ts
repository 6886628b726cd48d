import type { Analyzer } from '../analysis/analyzer.js'
import { hasPrefix } from '../analysis/prefix.js'
import type { Token } from '../analysis/token.js'
import type { Language } from '../language/language.js'
import type { PlanLeaf } from '../search/plan.js'

/**
 * Why a word is marked: as typed, another form of it, a part of a compound (in the text or in the query),
 * the start of it, or a word of a phrase.
 */
export type HighlightKind = 'exact' | 'stem' | 'part' | 'prefix' | 'phrase'

/** A marked word: `text.slice(start, end)`, UTF-16 offsets into the passage's text. */
export interface Highlight {
  start: number
  end: number
  kind: HighlightKind
}

type Mark = (token: Token) => HighlightKind | undefined

/**
 * The words of a passage that match a plan's leaves, in order and without overlap. The passage is
 * analyzed as it was for the index, so that a mark is never wider or narrower than the word that matched.
 */
export function highlight(
  text: string,
  language: Language,
  analyzer: Analyzer,
  nodes: readonly PlanLeaf[],
): Highlight[] {
  const tokens = analyzer.analyze(text)
  const markers = nodes.map((node) => marker(node, language, analyzer, tokens))
  const marks = tokens.flatMap((token) => {
    const kinds = markers.flatMap((mark) => mark(token) ?? [])
    return kinds.length === 0 ? [] : [{ start: token.start, end: token.end, kind: best(kinds) }]
  })
  return withoutOverlaps(marks)
}

const KINDS: readonly HighlightKind[] = ['phrase', 'exact', 'stem', 'part', 'prefix']

function best(kinds: readonly HighlightKind[]): HighlightKind {
  return KINDS.find((kind) => kinds.includes(kind))!
}

function marker(
  node: PlanLeaf,
  language: Language,
  analyzer: Analyzer,
  tokens: readonly Token[],
): Mark {
  switch (node.type) {
    case 'terms': {
      const own = node.alternatives.filter((alternative) => alternative.language === language)
      return (token) => {
        if (token.functionWord) return undefined
        if (!own.some(({ term }) => term === token.term)) return undefined
        if (token.kind === 'part' || node.partOf !== null) return 'part'
        return own.some(({ form }) => form === token.form) ? 'exact' : 'stem'
      }
    }
    case 'prefix': {
      const own = node.prefixes.find((prefix) => prefix.language === language)
      return ({ kind, form }) =>
        own && kind !== 'part' && hasPrefix(form, own.prefix, analyzer) ? 'prefix' : undefined
    }
    case 'phrase': {
      const folds = node.sequences.find((sequence) => sequence.language === language)?.folds ?? []
      const places = phrasePlaces(tokens, folds, analyzer)
      const kindOfMark: HighlightKind = folds.length > 1 ? 'phrase' : 'exact'
      return ({ kind, position, form }) =>
        kind !== 'part' && places.get(position)?.has(analyzer.fold(form)) ? kindOfMark : undefined
    }
    case 'condition':
      return () => undefined
  }
}

/** The positions that occurrences of a phrase cover, each with the folded words of the phrase there. */
function phrasePlaces(tokens: readonly Token[], folds: readonly string[], analyzer: Analyzer) {
  const words = new Map<number, Set<string>>()
  for (const { kind, position, form } of tokens) {
    if (kind === 'part') continue
    const known = words.get(position)
    if (known) known.add(analyzer.fold(form))
    else words.set(position, new Set([analyzer.fold(form)]))
  }
  const places = new Map<number, Set<string>>()
  for (const start of words.keys()) {
    if (!folds.every((fold, i) => words.get(start + i)?.has(fold))) continue
    for (const [i, fold] of folds.entries())
      places.set(start + i, new Set([...(places.get(start + i) ?? []), fold]))
  }
  return places
}

/** A word that is marked as a whole needs no marks on its parts; parts that touch are one mark. */
function withoutOverlaps(marks: readonly Highlight[]): Highlight[] {
  const kept: Highlight[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const previous = kept[kept.length - 1]
    const touches = previous?.kind === 'part' && mark.kind === 'part' && mark.start === previous.end
    if (touches) previous.end = mark.end
    else if (!previous || mark.start >= previous.end) kept.push({ ...mark })
  }
  return kept
}
