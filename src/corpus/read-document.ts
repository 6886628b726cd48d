import type { DocumentMetadata, SourceDocument } from './document.js'
import { assemble, hasWords, type Reader, type Reading } from './draft.js'
import {
  type FrontMatter,
  type FrontMatterProblem,
  parseFrontMatter,
  splitFrontMatter,
} from './front-matter.js'
import type { Problem } from './problem.js'
import { markAttributions } from './speakers/attributions.js'
import { markTurns } from './speakers/turns.js'
import { fallbackTitle } from './title.js'

/** A document before its place among the others is settled: its id may be taken. */
export interface LooseDocument {
  /** Without `id` and `versionOf`. */
  document: Omit<SourceDocument, 'id' | 'versionOf'>
  /** The id that front matter asks for. */
  id?: string
  versionOf?: string
  /** Lines in the file on which front matter names the id and the other version. */
  lines: FrontMatter['lines']
}

const UNCLOSED: FrontMatterProblem = {
  line: 1,
  message:
    'The file opens with "---" and front matter, but no second "---" line closes it; it is read as text.',
}
const EMPTY = { code: 'empty', message: 'The file has no words in it.' }

/** Reads one file's decoded text. The document is missing where the text has no words. */
export function readDocument(
  path: string,
  source: string,
  reader: Reader,
): { loose?: LooseDocument; problems: Problem[] } {
  const { yaml, bodyStart, unclosed } = splitFrontMatter(source)
  const frontMatter = parseFrontMatter(yaml ?? '')
  const faults = unclosed ? [UNCLOSED] : frontMatter.problems
  const problems: Problem[] = faults.map((fault) => ({ path, code: 'front-matter', ...fault }))
  const reading = reader(source, bodyStart)
  const blocks = reading.blocks.filter((block) => hasWords(block.content.text))
  if (blocks.length === 0) return { problems: [...problems, { path, ...EMPTY }] }
  return { loose: toLoose(path, { ...reading, blocks }, frontMatter), problems }
}

function toLoose(path: string, reading: Reading, frontMatter: FrontMatter): LooseDocument {
  const { id, versionOf, ...fields } = frontMatter.fields
  markTurns(reading.blocks, fields.speakers ?? [])
  markAttributions(reading.blocks)
  const { content, blocks } = assemble(reading.blocks)
  const metadata: Omit<DocumentMetadata, 'id' | 'versionOf'> = {
    ...fields,
    title: fields.title ?? reading.title ?? fallbackTitle(path, content.text),
    speakers: fields.speakers ?? [],
    tags: fields.tags ?? [],
  }
  const document = { ...metadata, path, text: content.text, blocks, sourceMap: content.map }
  const loose: LooseDocument = { document, lines: frontMatter.lines }
  if (id !== undefined) loose.id = id
  if (versionOf !== undefined) loose.versionOf = versionOf
  return loose
}
