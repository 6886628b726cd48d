import type { Document, YAMLMap, YAMLParseError } from 'yaml'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { FrontMatterFields, FrontMatterKey } from './front-matter-fields.js'
import { isFrontMatterKey, readField } from './front-matter-fields.js'

/** A file's text, divided into front matter and what comes after it. */
export interface SplitText {
  /** The YAML between the `---` lines. */
  yaml?: string
  /** Where the document's own text begins. */
  bodyStart: number
  /** The file opens like front matter, but no second `---` line closes it. */
  unclosed: boolean
}

/** A fault in front matter, by its line in the file. */
export interface FrontMatterProblem {
  line: number
  message: string
}

/** What front matter says, the lines where it says it, and what is wrong with it. */
export interface FrontMatter {
  fields: FrontMatterFields
  lines: Map<FrontMatterKey, number>
  problems: FrontMatterProblem[]
}

const LINE_END = '(?:\\r\\n|[\\n\\r])'
const OPENING = new RegExp(`^---[ \\t]*${LINE_END}`)
const CLOSING = new RegExp(`^(?:---|\\.\\.\\.)[ \\t]*(?:${LINE_END}|$)`, 'm')
/** `key:` or a comment at the start of a line; without one, the dashes are rules around plain text. */
const YAML_LINE = /^(?:[\w"'-][^:\n\r]{0,80}:(?:\s|$)|#)/m
/** The YAML begins on the line after the opening dashes. */
const LINES_BEFORE_YAML = 1

/** Separates YAML between `---` lines at the very start of a file from the text after it. */
export function splitFrontMatter(source: string): SplitText {
  const opening = OPENING.exec(source)
  if (!opening) return { bodyStart: 0, unclosed: false }
  const rest = source.slice(opening[0].length)
  const closing = CLOSING.exec(rest)
  if (!closing) return { bodyStart: 0, unclosed: /^[A-Za-z]+:(?:\s|$)/.test(rest) }
  const yaml = rest.slice(0, closing.index)
  if (yaml.trim() !== '' && !YAML_LINE.test(yaml)) return { bodyStart: 0, unclosed: false }
  const bodyStart = opening[0].length + closing.index + closing[0].length
  return { yaml, bodyStart, unclosed: false }
}

/** Reads front matter; keys that are wrong are reported and left out, keys that are unknown are ignored. */
export function parseFrontMatter(yaml: string): FrontMatter {
  const counter = new LineCounter()
  const lineAt = (offset: number) => counter.linePos(offset).line + LINES_BEFORE_YAML
  // With the failsafe schema every value is the string the user wrote: 007, 2012-05 and no included.
  const document = parseDocument(yaml.replaceAll(/\r\n?/g, '\n'), {
    schema: 'failsafe',
    lineCounter: counter,
    prettyErrors: false,
  })
  const [error] = document.errors
  if (error) return nothing({ line: lineAt(error.pos[0]), message: explainYamlError(error) })
  if (document.contents === null) return nothing()
  if (isMap(document.contents)) return readFields(document, document.contents, lineAt)
  const message = 'The front matter must consist of lines like "title: A title".'
  return nothing({ line: LINES_BEFORE_YAML + 1, message })
}

function nothing(...problems: FrontMatterProblem[]): FrontMatter {
  return { fields: {}, lines: new Map(), problems }
}

function explainYamlError(error: YAMLParseError): string {
  const hint = 'A value that contains ": " or begins with a sign needs quotation marks.'
  return `The front matter is not valid YAML and is left out: ${error.message.replace(/\.$/, '')}. ${hint}`
}

function readFields(
  document: Document,
  map: YAMLMap,
  lineAt: (offset: number) => number,
): FrontMatter {
  const read = nothing()
  for (const { key, value } of map.items) {
    if (!isScalar(key) || !isFrontMatterKey(key.value)) continue
    const line = lineAt(key.range?.[0] ?? 0)
    const field = readField(key.value, toPlain(document, value))
    if (field.message !== undefined) read.problems.push({ line, message: field.message })
    if (field.fields) Object.assign(read.fields, field.fields)
    if (field.fields) read.lines.set(key.value, line)
  }
  return read
}

/** `undefined` where an alias leads nowhere or round in circles. */
function toPlain(document: Document, node: unknown): unknown {
  if (!isNode(node)) return node
  try {
    return node.toJS(document, { mapAsMap: true, maxAliasCount: 100 })
  } catch {
    return undefined
  }
}
