/** Something about a file that kept it, or a part of it, out of the collection. */
export interface Problem {
  /** Path relative to the corpus folder, with forward slashes. */
  path: string
  /** 1-based line in the file, where the problem has one. */
  line?: number
  /** A word for programs: `unreadable`, `binary`, `empty`, `too-long`, `duplicate`, `front-matter`, `synonyms`, `glossary`, `link-loop`, … */
  code: string
  /** A sentence for people: what is wrong, and what to do where that is not obvious. */
  message: string
}

/** There is no collection to work with; the message says why and what to do. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'

  /** @param problems what was wrong with each file, where files were found at all */
  constructor(
    message: string,
    readonly problems: Problem[] = [],
  ) {
    super(message)
  }
}
