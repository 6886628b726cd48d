/**
 * Words of grammar in one language that carry meaning in the other: English `war`, German `Not`. Any other
 * word of grammar is one wherever it stands.
 */
export const HOMOGRAPHS: ReadonlySet<string> = new Set(
  'war die man hat bin mine not most her all'.split(' '),
)
