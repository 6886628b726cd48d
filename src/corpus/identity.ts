import type { SourceDocument } from './document.js'
import type { Problem } from './problem.js'
import type { LooseDocument } from './read-document.js'
import { extensionOf } from './readers.js'

/** What a document says of itself and its other versions. */
export interface Identifiable extends Pick<LooseDocument, 'id' | 'versionOf' | 'lines'> {
  document: Pick<SourceDocument, 'path'>
}

/** What a document is called in its collection, and which other one it is a version of. */
export interface Identity {
  id: string
  versionOf?: string
}

/**
 * Gives every document an id of its own and checks which documents are versions of others.
 *
 * @param loose In the order of their paths: of several that were given one id, the first keeps it.
 * @returns their identities, in the same order.
 */
export function settleIds(loose: readonly Identifiable[]): {
  identities: Identity[]
  problems: Problem[]
} {
  const problems: Problem[] = []
  const ids = chooseIds(loose, problems)
  return { identities: linkVersions(ids, loose, problems), problems }
}

/** An id that was given wins over one that only comes from a path, whichever file is read first. */
function chooseIds(loose: readonly Identifiable[], problems: Problem[]): string[] {
  const ids: string[] = []
  const taken = new Map<string, string>()
  const choose = (document: Identifiable, at: number) => {
    const id = chooseId(document, taken, problems)
    ids[at] = id
    taken.set(id, document.document.path)
  }
  for (const [at, document] of loose.entries()) if (document.id !== undefined) choose(document, at)
  for (const [at, document] of loose.entries()) if (document.id === undefined) choose(document, at)
  return ids
}

/** The id that a document asks for, and those that it gets where others have that. */
export function idsFor({
  document: { path },
  id,
}: Pick<Identifiable, 'document' | 'id'>): [wanted: string, ...others: [string, string]] {
  const file = path.normalize('NFC')
  const fromPath = file.slice(0, file.length - extensionOf(file).length)
  return [id ?? fromPath, fromPath, file]
}

/** The id from front matter or the path; where that is taken, the path, then the path with extension. */
function chooseId(
  loose: Identifiable,
  taken: ReadonlyMap<string, string>,
  problems: Problem[],
): string {
  const { path } = loose.document
  const [wanted, ...others] = idsFor(loose)
  if (!taken.has(wanted)) return wanted
  const id = others.find((other) => !taken.has(other)) ?? numbered(others[1], taken)
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
  ids: readonly string[],
  loose: readonly Identifiable[],
  problems: Problem[],
): Identity[] {
  const known = new Set(ids)
  return ids.map((id, at) => {
    const { document, versionOf } = loose[at]!
    if (versionOf === undefined) return { id }
    if (known.has(versionOf) && versionOf !== id) return { id, versionOf }
    const reason = versionOf === id ? 'is the document itself' : 'is no id in this collection'
    const message = `The front matter's \`versionOf\` is "${versionOf}", which ${reason}; it is left out.`
    const line = lineOf(loose[at]!, 'versionOf')
    problems.push({ path: document.path, ...line, code: 'front-matter', message })
    return { id }
  })
}

function lineOf(loose: Identifiable, key: 'id' | 'versionOf'): { line?: number } {
  const line = loose.lines.get(key)
  return line === undefined ? {} : { line }
}
