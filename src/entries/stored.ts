import * as z from 'zod'

const wordSchema = z.object({ term: z.string(), form: z.string(), functionWord: z.boolean() })

/** Entries as a file of the index holds them: at least one. */
export const entriesSchema = z
  .array(z.object({ text: z.string(), words: z.array(wordSchema).min(1) }))
  .min(1)
