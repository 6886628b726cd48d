import * as z from 'zod'
import { IndexError } from './index-error.js'

/** Changes whenever older indexes can no longer be read, or no longer be brought up to date: batches of files are kept as they are in memory. */
export const FORMAT_VERSION = 12

const count = z.number().int().nonnegative()
const languageSchema = z.object({
  passages: count,
  /** Words with weight in all passages. */
  words: count,
  /** Mean number of words with weight in a passage, as impacts were computed with. */
  averageLength: z.number().nonnegative(),
  /** Titles, headings and names of speakers beside the passages, and their words with weight. */
  context: z.object({ units: count, words: count }),
  terms: count,
  forms: count,
})

const languagesSchema = z.partialRecord(z.enum(['en', 'de', 'und']), languageSchema)
const filesSchema = z.record(z.string(), z.object({ bytes: count, sha256: z.string() }))
const generationSchema = z.string().regex(/^[a-z0-9-]+$/)

/** A segment beside which another one was written: the same as when it was an index by itself. */
const baseSchema = z.object({
  generation: generationSchema,
  files: filesSchema,
  textBytes: count,
  languages: languagesSchema,
  /** Numbers of its documents that are gone. */
  removed: z.array(count),
})

const manifestSchema = z.object({
  format: z.literal('fundstelle-index'),
  version: z.literal(FORMAT_VERSION),
  /** SHA-256 of the analysis that made the terms; only the same analysis can ask for them. */
  analysis: z.string(),
  /** The rules by which files became passages, and passages near-duplicates. */
  reading: z.string(),
  /** The files that were indexed: a hash over their paths and contents. */
  corpus: z.object({ hash: z.string(), files: count, bytes: count }),
  bm25: z.object({ k1: z.number(), b: z.number(), resolution: count }),
  documents: count,
  passages: count,
  /** Bytes of the documents' reading text in UTF-8. */
  textBytes: count,
  languages: languagesSchema,
  /** Number of different entries in the corpus's synonyms. */
  synonyms: count,
  /** Number of lines of the corpus's glossary that can be used. */
  glossary: count,
  /** Version of the rules by which passages were aligned, checksum of the lexicon that helped, number of links, and of pairs of terms learned from them. */
  alignment: z.object({ version: count, lexicon: z.string(), links: count, learned: count }),
  /** Folder beside the manifest that holds the files. */
  generation: generationSchema,
  files: filesSchema,
  /** Where files were changed since all was built: the segment of then, in a folder of its own, beside that of what was added. */
  base: baseSchema.optional(),
})

/** What an index says of itself, in `manifest.json`. */
export type Manifest = z.infer<typeof manifestSchema>

export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

const headerSchema = z.object({ format: z.literal('fundstelle-index'), version: count })

/** Whether another program wrote this; what is damaged may have been an index. */
export function isForeignManifest(text: string): boolean {
  const json = parseJson(text)
  return json !== undefined && !headerSchema.safeParse(json).success
}

/** @throws IndexError if the text is not the manifest of an index that this version can read. */
export function parseManifest(text: string, folder: string): Manifest {
  const json = parseJson(text)
  const header = headerSchema.safeParse(json)
  if (!header.success)
    throw new IndexError(
      'foreign',
      folder,
      `The manifest.json in ${folder} was not written by Fundstelle`,
    )
  if (header.data.version !== FORMAT_VERSION)
    throw new IndexError(
      'version',
      folder,
      `The index in ${folder} has format ${header.data.version}, but this version of Fundstelle reads format ${FORMAT_VERSION}`,
    )
  // It is read once: to make code for that takes longer.
  const manifest = manifestSchema.safeParse(json, { jitless: true })
  if (!manifest.success) {
    const where = manifest.error.issues[0]?.path.join('.') ?? ''
    throw new IndexError(
      'corrupt',
      folder,
      `The manifest.json in ${folder} is damaged at "${where}"`,
    )
  }
  return manifest.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
