import type { Highlight } from './highlight.js'

/** Of a translation; 0 for all else. */
export function probability({ translation }: Highlight): number {
  return translation?.probability ?? 0
}

/**
 * A word that is marked as a whole needs no marks on its parts, unless it is a translation and they are surer; parts
 * that touch are one mark.
 */
export function withoutOverlaps(marks: Highlight[]): Highlight[] {
  const kept: Highlight[] = []
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const previous = kept[kept.length - 1]
    const touches = previous?.kind === 'part' && mark.kind === 'part' && mark.start === previous.end
    if (touches) previous.end = mark.end
    else if (!previous || mark.start >= previous.end) kept.push(mark)
    else if (isSurer(mark, previous)) kept[kept.length - 1] = mark
  }
  return kept
}

function isSurer(part: Highlight, whole: Highlight): boolean {
  if (whole.kind !== 'translation') return false
  return part.kind !== 'translation' || probability(part) > probability(whole)
}
