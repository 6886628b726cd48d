import type { Hit } from '../../search/hit.js'
import type { Answer } from './server.js'

/** Something that can be chosen with the arrow keys. */
export type Choice =
  | {
      type: 'query'
      query: string
      why: 'example' | 'correction' | 'completion'
      passages?: number
    }
  | { type: 'document'; document: { id: string; title: string }; passages: number }
  | { type: 'passage'; hit: Hit }

/** What there is to choose: examples before anything is typed, then corrections, completions and passages. */
export function choicesOf(
  typed: string,
  answer: Answer | undefined,
  examples: readonly string[],
): Choice[] {
  if (typed.trim() === '')
    return examples.map((query) => ({ type: 'query', query, why: 'example' }))
  if (!answer) return []
  const { response, suggestions } = answer
  const asked = answer.query.trim().toLowerCase()
  const corrected: Choice[] =
    response.didYouMean === null
      ? []
      : [{ type: 'query', query: response.didYouMean, why: 'correction' }]
  const completed = suggestions
    .filter(({ type, text }) => type === 'document' || text.toLowerCase() !== asked)
    .map(
      ({ text, passages, document }): Choice =>
        document
          ? { type: 'document', document, passages }
          : { type: 'query', query: text, why: 'completion', passages },
    )
  const found = response.hits.map((hit): Choice => ({ type: 'passage', hit }))
  return [...corrected, ...completed, ...found]
}

/** Nothing is active: the keys are the text field's. */
export const NONE = -1

/**
 * Which choice a key leads to, of so many; the way from the last to the first leads through the field.
 *
 * @returns undefined where the key is not about choices.
 */
export function choiceAfter(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return active + 1 < count ? active + 1 : NONE
    case 'ArrowUp':
      return active === NONE ? count - 1 : active - 1
    case 'Home':
      return active === NONE ? undefined : 0
    case 'End':
      return active === NONE ? undefined : count - 1
    default:
      return undefined
  }
}
