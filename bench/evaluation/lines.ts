import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** What is wrong with a judged set, with the file and, where there is one, the line (1-based). */
export class SetError extends Error {
  override readonly name = 'SetError'

  constructor(
    readonly file: string,
    readonly line: number | null,
    problem: string,
  ) {
    super(`${file}${line === null ? '' : `:${line}`}: ${problem}`)
  }
}

export interface Line {
  text: string
  /** 1-based. */
  number: number
}

/** The lines of a UTF-8 file that are not empty. */
export function readLines(file: string): Line[] {
  if (!existsSync(file))
    throw new SetError(file, null, 'There is no such file; a judged set needs it.')
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '')
}

/** The objects of a JSONL file, by their ids, each checked against a schema. */
export function readJsonLines<T extends { id: string }>(
  file: string,
  schema: z.ZodType<T>,
): Map<string, T> {
  const byId = new Map<string, T>()
  for (const line of readLines(file)) {
    const object = checked(file, line, schema)
    if (byId.has(object.id))
      throw new SetError(file, line.number, `The id ${object.id} is there twice.`)
    byId.set(object.id, object)
  }
  return byId
}

function checked<T>(file: string, { text, number }: Line, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parsed(file, text, number))
  if (result.success) return result.data
  const problem = z.prettifyError(result.error).replace(/\s+/g, ' ')
  throw new SetError(file, number, `This is not what the line must hold. ${problem}`)
}

function parsed(file: string, text: string, number: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new SetError(file, number, `This line is not JSON: ${(error as Error).message}.`)
  }
}
