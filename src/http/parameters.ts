import * as z from 'zod'
import { type ParameterError, Problem } from './problem.js'

/** More errors than this help nobody, and an answer must not be much longer than its question. */
const MAX_ERRORS = 10

/**
 * Reads the parameters of an address.
 *
 * The schema gets every parameter as an array of its values. Blank values count as absent, because an
 * HTML form sends its empty fields as well.
 *
 * @throws Problem (400) that names each parameter that is unknown or that the schema refuses.
 */
export function readParameters<Shape extends z.ZodRawShape>(
  url: string,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const given = givenParameters(url)
  const known = Object.keys(schema.shape)
  const unknown = [...given.keys()].filter((name) => !known.includes(name))
  const filled = [...given].filter(([name, values]) => known.includes(name) && values.length > 0)
  const result = schema.safeParse(Object.fromEntries(filled))
  const errors = [...unknown.map(unknownParameter), ...(result.error?.issues ?? []).map(toError)]
  if (result.success && unknown.length === 0) return result.data
  throw badParameters(errors, unknown.length > 0 ? known : [])
}

/** @throws Problem (400) that names each parameter, where there may be none. */
export function readNoParameters(url: string): void {
  readParameters(url, NO_PARAMETERS)
}

const NO_PARAMETERS = z.object({})

/** The query of an address, parsed here, because what `request.query` holds depends on the settings of whoever mounts the app. */
export function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?')
  return new URLSearchParams(start < 0 ? '' : url.slice(start))
}

/** The values of each parameter, without blank ones. */
export function givenParameters(url: string): Map<string, string[]> {
  const given = new Map<string, string[]>()
  for (const [name, value] of queryOf(url)) {
    const values = given.get(name) ?? []
    if (value.trim() !== '') values.push(value)
    given.set(name, values)
  }
  return given
}

function unknownParameter(parameter: string): ParameterError {
  return { parameter, detail: `There is no parameter “${shorten(parameter)}” here.` }
}

function toError({ path, message }: z.core.$ZodIssue): ParameterError {
  const parameter = String(path[0])
  return { parameter, detail: `${parameter} ${message}.` }
}

function badParameters(errors: readonly ParameterError[], known: readonly string[]): Problem {
  const shown = errors
    .slice(0, MAX_ERRORS)
    .map(({ parameter, detail }) => ({ parameter: shorten(parameter), detail }))
  const sentences = shown.map(({ detail }) => detail)
  if (known.length > 0) sentences.push(`Known parameters: ${known.join(', ')}.`)
  return new Problem(400, sentences.join(' '), shown)
}

function shorten(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 39)}…`
}
