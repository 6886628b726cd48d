import * as z from 'zod'
import type { LearnedPair } from './learned-pair.js'

const probability = z.number().min(0).max(1)
const pairSchema = z.object({
  english: z.string().min(1),
  german: z.string().min(1),
  toGerman: probability,
  toEnglish: probability,
})

/** The text of `learned.json`, a file of the index; an empty list where nothing was learned. */
export function formatLearned(pairs: readonly LearnedPair[]): string {
  return JSON.stringify(pairs)
}

/** @throws SyntaxError or ZodError where the text was not made by {@link formatLearned}. */
export function parseLearned(json: string): LearnedPair[] {
  return z.array(pairSchema).parse(JSON.parse(json))
}
