import * as z from 'zod'
import { entriesSchema } from '../entries/stored.js'
import type { GlossaryRule } from './rule.js'

const ruleSchema = z.object({
  language: z.enum(['en', 'de']),
  entries: entriesSchema,
  translations: entriesSchema,
  bothWays: z.boolean(),
})

/** The text of `glossary.json`, a file of the index; an empty list where the corpus has no glossary. */
export function formatGlossary(rules: readonly GlossaryRule[]): string {
  return JSON.stringify(rules)
}

/** @throws SyntaxError or ZodError where the text was not made by {@link formatGlossary}. */
export function parseGlossary(json: string): GlossaryRule[] {
  return z.array(ruleSchema).parse(JSON.parse(json))
}
