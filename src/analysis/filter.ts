/** One word form on its way through an analyzer's filters. */
export interface Word {
  /** The form as written, in lower case; no filter changes it. */
  readonly form: string
  /** What is searched; each filter may rewrite it. */
  term: string
  functionWord: boolean
}

/** A step of an analyzer. It sees one word form at a time, and never an offset. */
export interface WordFilter {
  /** Part of the analyzer's fingerprint: change it with the behaviour. */
  name: string
  apply(word: Word): void
}

/** Marks the words of a list; checked against the form as it was written. */
export function functionWords(name: string, list: ReadonlySet<string>): WordFilter {
  return {
    name: `function-words-${name}`,
    apply(word) {
      if (list.has(word.form)) word.functionWord = true
    },
  }
}

/** A filter that rewrites the term. */
export function termFilter(name: string, rewrite: (term: string) => string): WordFilter {
  return {
    name,
    apply(word) {
      word.term = rewrite(word.term)
    },
  }
}

/** Drops a clitic after an apostrophe, English or German: Audiard's, they're, geht's. */
export const dropClitics = termFilter('clitics', (term) =>
  term.replace(/(?:n't|'(?:s|t|re|ve|ll|d|m|n))$/, '').replaceAll("'", ''),
)

/** Only plain Latin words have stems; numbers, other scripts and letter runs that are no words pass. */
export function stem(name: string, stemmer: (word: string) => string): WordFilter {
  return termFilter(`stem-${name}`, (term) => (/^[a-z]{3,60}$/.test(term) ? stemmer(term) : term))
}
