import * as z from 'zod'
import { entriesSchema } from '../entries/stored.js'
import { LANGUAGES } from '../language/language.js'
import type { SynonymRule } from './rule.js'

const ruleSchema = z.object({
  language: z.enum(LANGUAGES),
  from: entriesSchema,
  /** `null` in a group, where it is the same as `from`. */
  to: entriesSchema.nullable(),
})

type StoredRule = z.infer<typeof ruleSchema>

/** The text of `synonyms.json`, a file of the index; an empty list where the corpus has no synonyms. */
export function formatRules(rules: readonly SynonymRule[]): string {
  const stored: StoredRule[] = rules.map((rule) =>
    rule.to === rule.from ? { ...rule, to: null } : rule,
  )
  return JSON.stringify(stored)
}

/** @throws SyntaxError or ZodError where the text was not made by {@link formatRules}. */
export function parseRules(json: string): SynonymRule[] {
  const stored = z.array(ruleSchema).parse(JSON.parse(json))
  return stored.map(({ language, from, to }) => ({ language, from, to: to ?? from }))
}
