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
    const path = /\s/.test(folder) ? `"${folder}"` : folder
    const remedy = `; build it with: fundstelle build CORPUS --index ${path}`
    super(code === 'unwritable' ? reason : reason + remedy)
  }
}

/** What the system calls the reason of an error: `EACCES`, `ENOSPC`, …; its message where it has none. */
export function errorCodeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : String(error)
}
