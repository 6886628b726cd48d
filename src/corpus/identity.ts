import type { SourceDocument } from './document.js'
import type { Problem } from './problem.js'
import type { LooseDocument } from './read-document.js'
import { extensionOf } from './readers.js'

/**
 * Gives every document an id of its own and checks which documents are versions of others.
 *
 * @param loose In the order of their paths: of several that were given one id, the first keeps it.
 */
export function settleIds(loose: LooseDocument[]): {
  documents: SourceDocument[]
  problems: Problem[]
} {
  const problems: Problem[] = []
  const ids = chooseIds(loose, problems)
  const documents = loose.map((document) => ({ id: ids.get(document)!, ...document.document }))
  return { documents: linkVersions(documents, loose, problems), problems }
}

/** An id that was given wins over one that only comes from a path, whichever file is read first. */
function chooseIds(loose: readonly LooseDocument[], problems: Problem[]) {
  const ids = new Map<LooseDocument, string>()
  const taken = new Map<string, string>()
  const given = loose.filter(({ id }) => id !== undefined)
  for (const document of [...given, ...loose.filter(({ id }) => id === undefined)]) {
    const id = chooseId(document, taken, problems)
    ids.set(document, id)
    taken.set(id, document.document.path)
  }
  return ids
}

/** The id from front matter or the path; where that is taken, the path, then the path with extension. */
function chooseId(
  loose: LooseDocument,
  taken: ReadonlyMap<string, string>,
  problems: Problem[],
): string {
  const { path } = loose.document
  const file = path.normalize('NFC')
  const fromPath = file.slice(0, file.length - extensionOf(file).length)
  const wanted = loose.id ?? fromPath
  if (!taken.has(wanted)) return wanted
  const id = [fromPath, file].find((other) => !taken.has(other)) ?? numbered(file, taken)
  const message = `The id "${wanted}" belongs to ${taken.get(wanted)}; this document gets the id "${id}". Give it an id of its own in its front matter.`
  problems.push({ path, ...lineOf(loose, 'id'), code: 'duplicate-id', message })
  return id
}

function numbered(id: string, taken: ReadonlyMap<string, string>): string {
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}

function linkVersions(
  documents: SourceDocument[],
  loose: LooseDocument[],
  problems: Problem[],
): SourceDocument[] {
  const ids = new Set(documents.map((document) => document.id))
  return documents.map((document, at) => {
    const { versionOf } = loose[at]!
    if (versionOf === undefined) return document
    if (ids.has(versionOf) && versionOf !== document.id) return { ...document, versionOf }
    const reason =
      versionOf === document.id ? 'is the document itself' : 'is no id in this collection'
    const message = `The front matter's \`versionOf\` is "${versionOf}", which ${reason}; it is left out.`
    const line = lineOf(loose[at]!, 'versionOf')
    problems.push({ path: document.path, ...line, code: 'front-matter', message })
    return document
  })
}

function lineOf(loose: LooseDocument, key: 'id' | 'versionOf'): { line?: number } {
  const line = loose.lines.get(key)
  return line === undefined ? {} : { line }
}
