import type * as z from 'zod'
import { givenParameters } from './parameters.js'

/**
 * Reads the parameters of a page's address: those that are unknown are ignored, and of the others each that the
 * schema refuses is named and counts as absent, because whoever follows a link cannot mend it.
 */
export function readLeniently<Shape extends z.ZodRawShape>(
  url: string,
  schema: z.ZodObject<Shape>,
): { read: z.output<z.ZodObject<Shape>>; refused: string[] } {
  const known = Object.keys(schema.shape)
  const given = new Map(
    [...givenParameters(url)].filter(([name, values]) => known.includes(name) && values.length > 0),
  )
  const refused: string[] = []
  for (;;) {
    const result = schema.safeParse(Object.fromEntries(given))
    if (result.success) return { read: result.data, refused }
    for (const name of new Set(result.error.issues.map(({ path }) => String(path[0])))) {
      if (!given.delete(name)) throw result.error
      refused.push(name)
    }
  }
}
