export type IndexErrorCode =
  | 'missing'
  | 'foreign'
  | 'version'
  | 'analysis'
  | 'truncated'
  | 'corrupt'
  | 'unreadable'
  | 'unwritable'

/** An index that cannot be used; the message is one sentence that says why and what to do. */
export class IndexError extends Error {
  override readonly name = 'IndexError'

  constructor(
    readonly code: IndexErrorCode,
    /** The index folder. */
    readonly folder: string,
    /** What is wrong, as a clause. */
    reason: string,
  ) {
    const remedy = `; build it with: fundstelle build CORPUS --index ${inShell(folder)}`
    super(code === 'unwritable' || code === 'unreadable' ? reason : reason + remedy)
  }
}

function inShell(folder: string): string {
  return /\s/.test(folder) ? `"${folder}"` : folder
}

/** What the system calls the reason of an error: `EACCES`, `ENOSPC`, …; its message where it has none. */
export function errorCodeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : String(error)
}

/** The error of an index that the system does not let be read; any other error as it is. */
export function unreadable(folder: string, error: unknown): unknown {
  if (error instanceof IndexError || !(error instanceof Error && 'code' in error)) return error
  const code = errorCodeOf(error)
  const reason = READ_REASONS.get(code)
  const because = reason === undefined ? code : `${reason}: ${code}`
  const message = `The index in ${folder} cannot be read (${because}); mend that, or build it with: fundstelle build CORPUS --index ${inShell(folder)}`
  return new IndexError('unreadable', folder, message)
}

const READ_REASONS = new Map([
  ['EACCES', 'you have no right to read its files'],
  ['EPERM', 'you have no right to read its files'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk fails'],
])

/** What is to be said of the reasons for which nothing can be written. */
const REASONS = new Map([
  ['ENOSPC', 'no space is left there'],
  ['EDQUOT', 'your share of the disk is used up'],
  ['EFBIG', 'a file would be larger than is allowed'],
  ['EACCES', 'you have no right to write there'],
  ['EPERM', 'you have no right to write there'],
  ['EROFS', 'what is there can only be read'],
  ['ENOTDIR', 'a part of this path is a file'],
  ['EEXIST', 'it is a file, or a link to nothing'],
  ['ENOENT', 'the folder is not there, or none can be made there'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk fails'],
])

/** Those that other space mends, in the same folder too. */
const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** The error of an index that cannot be written, with the reason that the system gives. */
export function unwritable(folder: string, error: unknown): IndexError {
  const code = errorCodeOf(error)
  const reason = REASONS.get(code)
  const remedy = `${FULL.has(code) ? 'make room, or ' : ''}name another folder with --index`
  const because = reason === undefined ? code : `${reason}: ${code}`
  return unwritableBecause(folder, because, remedy)
}

/** @param because as a clause */
export function unwritableBecause(
  folder: string,
  because: string,
  remedy = 'name another folder with --index',
): IndexError {
  const message = `The index cannot be written to ${folder} (${because}); ${remedy}. If there was an index, it is as it was`
  return new IndexError('unwritable', folder, message)
}
