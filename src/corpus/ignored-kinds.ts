import { extensionOf, READABLE_EXTENSIONS } from './readers.js'

/** Files of one kind that is not read. */
export interface IgnoredKind {
  /** In small letters, with its dot; empty for names without one, and for what is none to speak of. */
  extension: string
  files: number
}

/** What an extension looks like; names have dots for other reasons as well. */
const EXTENSION = /^\.[\p{L}\p{N}_-]{1,12}$/u

/** So many kinds are named. */
const MOST_NAMED = 5

/** The most frequent first. */
export function ignoredKinds(paths: readonly string[]): IgnoredKind[] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const said = extensionOf(path).toLowerCase()
    const extension = EXTENSION.test(said) ? said : ''
    counts.set(extension, (counts.get(extension) ?? 0) + 1)
  }
  return Array.from(counts, ([extension, files]) => ({ extension, files })).sort(
    (a, b) => b.files - a.files || (a.extension < b.extension ? -1 : 1),
  )
}

/** As a sentence without its full stop: which files were ignored, and which are read. */
export function describeIgnored(kinds: readonly IgnoredKind[]): string {
  const named = kinds.filter(({ extension }) => extension !== '').slice(0, MOST_NAMED)
  const total = sum(kinds)
  const others = total - sum(named)
  const parts = [
    ...named.map(({ extension, files }) => `${files} ${extension}`),
    ...(others > 0 && named.length > 0 ? [`${others} other${others === 1 ? '' : 's'}`] : []),
  ]
  const counts = parts.length > 0 ? ` (${parts.join(', ')})` : ''
  return `${total} file${total === 1 ? '' : 's'} ignored${counts}: only ${READABLE_EXTENSIONS.join(' and ')} files are read`
}

function sum(kinds: readonly IgnoredKind[]): number {
  return kinds.reduce((files, kind) => files + kind.files, 0)
}
