import { roundedAverage } from '../../engines/flexsearch/bm25.js'
import { LANGUAGES, type Language } from '../../language/language.js'
import type { AverageLengths, LanguageStatistics } from '../collection-builder.js'
import type { RemovedPassages } from './removed-passages.js'

/** How much there is of a language now. */
export type LivingStatistics = Pick<LanguageStatistics, 'passages' | 'words' | 'context'>

type Languages<Statistics> = Partial<Record<Language, Statistics>>

const NOTHING: LivingStatistics = { passages: 0, words: 0, context: { units: 0, words: 0 } }

/** Without what is gone and with what was added; languages of which nothing is left are missing. */
export function countLiving(
  base: Languages<LivingStatistics>,
  added: Languages<LivingStatistics>,
  gone: ReadonlyMap<Language, RemovedPassages>,
): Languages<LivingStatistics> {
  const counted = LANGUAGES.map((language): [Language, LivingStatistics] => {
    const before = base[language] ?? NOTHING
    const now = added[language] ?? NOTHING
    const removed = gone.get(language)
    return [
      language,
      {
        passages: before.passages + now.passages - (removed?.text.units ?? 0),
        words: before.words + now.words - (removed?.text.words ?? 0),
        context: {
          units: before.context.units + now.context.units - (removed?.context.units ?? 0),
          words: before.context.words + now.context.words - (removed?.context.words ?? 0),
        },
      },
    ]
  })
  return Object.fromEntries(counted.filter(([, { passages }]) => passages > 0))
}

/** True where impacts of the base are what they would be if it were built anew. */
export function keepsAverages(
  base: Languages<LivingStatistics>,
  living: Languages<LivingStatistics>,
): boolean {
  return LANGUAGES.every((language) => {
    const [before, now] = [base[language], living[language]]
    if (!before || !now) return true
    const [old, own] = [averagesOf(before), averagesOf(now)]
    return old.text === own.text && old.context === own.context
  })
}

/** As impacts are computed with. */
export function averagesOf({ passages, words, context }: LivingStatistics): AverageLengths {
  return {
    text: roundedAverage(words, passages, 'text'),
    context: roundedAverage(context.words, context.units, 'context'),
  }
}
