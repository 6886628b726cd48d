import type * as z from 'zod'
import { remembered } from '../memory/remembered.js'
import { MAX_QUERY_LENGTH } from '../query/parse.js'
import { queryOf, readParameters } from './parameters.js'

/** Stands for any query. */
const SOME_QUERY = 'q'
/** Longer ones are rarely the same, and must not fill the memory. */
const MOST_LETTERS = 200
/** What requests say beside their queries is seldom more than this. */
const MOST_KEPT = 1_000

/**
 * Reads parameters as {@link readParameters} does, but what a request says besides its query `q` only once: mostly it says nothing, or what others said. The values
 * are shared, and not to be changed.
 *
 * @param schema Takes any query of 1 to {@link MAX_QUERY_LENGTH} characters, given once, whatever the other parameters are.
 */
export function rememberedParameters<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
  const read = remembered((others) => readParameters(others, schema), MOST_KEPT)
  return (url: string): z.output<z.ZodObject<Shape>> => {
    const parameters = queryOf(url)
    const [query = '', ...more] = parameters.getAll('q')
    const isUsual = more.length === 0 && query.trim() !== '' && query.length <= MAX_QUERY_LENGTH
    if (!isUsual) return readParameters(url, schema)
    parameters.set('q', SOME_QUERY)
    const others = `?${parameters}`
    if (others.length > MOST_LETTERS) return readParameters(url, schema)
    return { ...read(others), q: query }
  }
}
