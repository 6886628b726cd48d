import * as z from 'zod'
import type { FileRecord } from '../../corpus/file-record.js'
import type { Problem } from '../../corpus/problem.js'

/** As many as there are files: by hand in a tenth of the time. */
const recordsSchema = z.custom<FileRecord[]>(
  (value) => Array.isArray(value) && value.every((each: unknown) => isRecord(each)),
)
const problemSchema = z.object({
  path: z.string(),
  line: z.number().optional(),
  code: z.string(),
  message: z.string(),
})
const sourcesSchema = z.object({
  maxBytes: z.number(),
  texts: recordsSchema,
  copies: z.array(z.string()),
  problems: z.array(problemSchema),
  uncut: z.array(problemSchema),
  settled: z.boolean(),
})

/** The texts that an index was made from, for the next build to tell what has changed. */
export interface SourceFiles {
  /** Larger files were left out. */
  maxBytes: number
  /** Every text whose bytes were read, in the order of their paths; lists of words are not among them. */
  texts: FileRecord[]
  /** Paths of those that were left out because an earlier one has the same bytes. */
  copies: string[]
  /** What was wrong with texts, each by itself. */
  problems: Problem[]
  /** Why texts could not be cut into passages. */
  uncut: Problem[]
  /** True where each text has the id that it asked for, each version its original, and none was left out that has an id. */
  settled: boolean
}

export function formatSources(sources: SourceFiles): string {
  return `${JSON.stringify(sources)}\n`
}

/** @throws where the text is not what {@link formatSources} makes. */
export function parseSources(text: string): SourceFiles {
  const { problems, uncut, ...sources } = sourcesSchema.parse(JSON.parse(text))
  return { ...sources, problems: problems.map(plain), uncut: uncut.map(plain) }
}

export function formatProblems(problems: readonly Problem[]): string {
  return `${JSON.stringify(problems, null, 1)}\n`
}

/** @throws where the text is not what {@link formatProblems} makes. */
export function parseProblems(text: string): Problem[] {
  return z.array(problemSchema).parse(JSON.parse(text)).map(plain)
}

function isRecord(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'bytes' in value &&
    typeof value.bytes === 'number' &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  )
}

function plain({ line, ...problem }: z.infer<typeof problemSchema>): Problem {
  return line === undefined ? problem : { ...problem, line }
}
