import type { TranslatedLanguage } from '../../../src/translation/lexicon.js'
import type { Random } from './random.js'

/**
 * How often words occur, by rank: as 1/rank (Zipf) up to the `core` words that everybody uses, and as
 * 1/rank^exponent from there on without end. So new words keep coming, in proportion to the text to the power of
 * 1/exponent (Heaps). Model and English figures: Gerlach and Altmann, Stochastic Model for the Vocabulary Growth in
 * Natural Languages, Physical Review X 3, 2013. German makes new words faster, out of old ones.
 */
export interface WordFrequencies {
  core: number
  exponent: number
}

export const FREQUENCIES: Record<TranslatedLanguage, WordFrequencies> = {
  en: { core: 8_000, exponent: 1.77 },
  de: { core: 8_000, exponent: 1.6 },
}

/** A rank from 0 on, as often as the word of that rank occurs. */
export function drawRank({ core, exponent }: WordFrequencies, random: Random): number {
  const head = Math.log(core)
  const tail = 1 / (exponent - 1)
  const at = random() * (head + tail)
  if (at < head) return Math.floor(Math.exp(at)) - 1
  const beyond = 1 - (at - head) / tail
  return Math.min(2 ** 32, Math.floor(core * beyond ** -tail)) - 1
}
