import { createHash } from 'node:crypto'
import type { AlignableCollection, CollectionLink } from '../../alignment/collection.js'
import { learn, sample } from '../../learning/learn.js'
import type { KeptRelations } from '../../store/relation-file.js'
import type { TranslationLexicon } from '../../translation/lexicon.js'

/** Links less sure than this teach nothing. */
const SURE = 0.8

/** What aligned passages teach, and from which it was learned. */
type Learned = KeptRelations['learned']

/**
 * What the aligned passages of a collection teach that the lexicon does not know; nothing without a lexicon.
 *
 * @param known What was learned before with the same lexicon, which holds where the passages are the same.
 */
export function learnFrom(
  links: readonly CollectionLink[],
  { documents, evidence }: LearnableCollection,
  lexicon: TranslationLexicon | null,
  known?: Learned,
): Learned {
  if (!lexicon) return { from: '', pairs: [] }
  const chosen = sample(translations(links, evidence))
  const from = describe(chosen, documents)
  if (known && known.from === from) return known
  const pairs = chosen.map(([english, german]) => {
    return { english: evidence.of(english).terms, german: evidence.of(german).terms }
  })
  return { from, pairs: learn(pairs, lexicon) }
}

interface LearnableCollection extends Pick<AlignableCollection, 'evidence'> {
  documents: readonly { identity: string; passageCount: number }[]
}

/** English and German passages that say the same, by their numbers. */
function translations(
  links: readonly CollectionLink[],
  evidence: AlignableCollection['evidence'],
): [number, number][] {
  return links.flatMap(({ left, right, confidence }): [number, number][] => {
    const [english, german] = evidence.languageOf(left) === 'en' ? [left, right] : [right, left]
    const isTranslated =
      evidence.languageOf(english) === 'en' && evidence.languageOf(german) === 'de'
    return confidence < SURE || !isTranslated ? [] : [[english, german]]
  })
}

/** A text that is the same for the same passages, whatever their numbers. */
function describe(
  pairs: readonly (readonly [number, number])[],
  documents: LearnableCollection['documents'],
): string {
  const starts = [0]
  for (const { passageCount } of documents) starts.push(starts.at(-1)! + passageCount)
  const hash = createHash('sha256')
  for (const passage of pairs.flat()) {
    const document = lastNotAbove(starts, passage)
    hash.update(`${JSON.stringify(documents[document]!.identity)}${passage - starts[document]!}`)
  }
  return hash.digest('hex')
}

/** The place of the last of ascending numbers that is not above one. */
function lastNotAbove(numbers: readonly number[], wanted: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (numbers[middle]! <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
