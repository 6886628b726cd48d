/** A packed lexicon that cannot be used; the message is one sentence that says why and what to do. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError'

  constructor(
    readonly code: 'foreign' | 'version' | 'damaged',
    /** What is wrong, as a clause. */
    reason: string,
  ) {
    super(`${reason}; install the package again, or make the lexicon with: npm run train:lexicon`)
  }
}
