import type { Endings } from './endings.js'

/** One word form on its way through an analyzer's filters. */
export interface Word {
  /** The form as written, in lower case; no filter changes it. */
  readonly form: string
  /** What is searched; each filter may rewrite it. */
  term: string
  functionWord: boolean
  /** The parts of a compound, in order; empty for any other word. */
  parts: readonly WordPart[]
}

/** A part of a compound: `form.slice(start, end)`. */
export interface WordPart {
  start: number
  end: number
  /** The part as a word of its own: `schule` for the `schul` of Schulhof. */
  text: string
}

/** A step of an analyzer. It sees one word form at a time, and never an offset. */
export interface WordFilter {
  /** Part of the analyzer's fingerprint, as are the words it knows: see description.ts. */
  name: string
  /** The list or lexicon that the filter goes by; none where it is all rules. */
  words?(): string
  /** Only of a filter that marks words of grammar: whether it would mark this form. */
  marks?(form: string): boolean
  apply(word: Word): void
}

/** Marks the words of a list; checked against the form as it was written. */
export function functionWords(name: string, list: ReadonlySet<string>): WordFilter {
  return {
    name: `function-words-${name}`,
    words: () => [...list].join(' '),
    marks: (form) => list.has(form),
    apply(word) {
      if (list.has(word.form)) word.functionWord = true
    },
  }
}

/** Finds the parts of compounds; they are analyzed like words of their own. */
export function compounds(
  name: string,
  split: (form: string) => readonly WordPart[],
  words: () => string,
): WordFilter {
  return {
    name: `compounds-${name}`,
    words,
    apply(word) {
      if (!word.functionWord) word.parts = split(word.form)
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
export const dropClitics = termFilter('clitics', (term) => {
  if (!term.includes("'")) return term
  return term.replace(/(?:n't|'(?:s|t|re|ve|ll|d|m|n))$/, '').replaceAll("'", '')
})

/**
 * Only plain Latin words have stems; numbers, other scripts and letter runs that are no words pass.
 *
 * @param endings A word without one of them is its own stem, which is told in a fraction of the time of a stemmer.
 */
export function stem(
  name: string,
  stemmer: (word: string) => string,
  endings: Endings,
): WordFilter {
  return termFilter(`stem-${name}`, (term) =>
    /^[a-z]{3,60}$/.test(term) && endings.areAt(term) ? stemmer(term) : term,
  )
}
