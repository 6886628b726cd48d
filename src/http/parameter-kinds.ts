import * as z from 'zod'

/** Each value of a filter is compared with every document, so that their number must have an end. */
const MAX_VALUES = 20

/** A parameter that is given once. */
export const single = z
  .array(z.string())
  .max(1, 'must be given only once')
  .transform(([value]) => value!)

/** A parameter that may be repeated. */
export function several<Value extends z.ZodType<unknown, string>>(value: Value) {
  return z
    .array(z.string())
    .max(MAX_VALUES, `must have at most ${MAX_VALUES} values`)
    .pipe(z.array(value))
}

/** Values with commas between them; the parameter may be repeated as well. */
export function list<Value extends z.ZodType<unknown, string>>(value: Value) {
  return z
    .array(z.string())
    .transform((given) => [...new Set(given.flatMap((values) => values.split(/\s*,\s*/)))])
    .pipe(z.array(value))
}

/** A whole number in decimal digits. */
export function wholeNumber(least: number, most: number, fallback: number) {
  return optionalNumber(least, most).default(fallback)
}

/** The same without a number that stands for none. */
export function optionalNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`
  const digits = z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
  return single.pipe(digits).pipe(z.number().min(least, message).max(most, message))
}

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  fallback: Words[number],
) {
  return single.pipe(z.enum(words, { error: `must be ${alternatives(words)}` })).default(fallback)
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
}
