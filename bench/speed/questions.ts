import { analyzerFor } from '../../src/analysis/registry.js'
import type { Token } from '../../src/analysis/token.js'
import { LANGUAGES, type Language } from '../../src/language/language.js'
import type { Kind } from './kinds.js'
import type { Ask } from './system.js'
import { oneOf, type Random, randomNumbers } from './texts/random.js'

/** A passage to draw words from. */
export interface Sample {
  text: string
  language: Language
}

/**
 * A word with weight that is one term and no part of another token, and no word of grammar in any language, so that
 * all systems look for the same.
 */
interface Word {
  form: string
  term: string
  position: number
}

const COMMON = 20
const PREFIX_LETTERS = 4
/** Shorter words are not misspelled. */
const TYPO_LETTERS = 6
const ATTEMPTS = 10_000
const SEED = 2
/** Of questions that are to be others than those. */
const OTHER_SEED = 3
/** So many in a row without a new one, and there are taken to be no more. */
const MISSES = 1_000

/** Draws questions of all kinds from passages: the words of one stand together in some passage. */
export class Questions {
  private readonly words: readonly { language: Language; words: readonly Word[] }[]
  private readonly common: ReadonlyMap<Language, ReadonlySet<string>>

  constructor(samples: readonly Sample[]) {
    this.words = samples.map(({ text, language }) => {
      return { language, words: wordsOf(analyzerFor(language).analyze(text)) }
    })
    this.common = commonTerms(this.words)
  }

  /**
   * The same for the same samples.
   *
   * @throws RangeError if the samples have nothing to make such questions of.
   */
  draw(kind: Kind, count: number): Ask[] {
    const random = randomNumbers(SEED)
    const asks: Ask[] = []
    for (let attempt = 0; asks.length < count; attempt++) {
      if (attempt === count * ATTEMPTS)
        throw new RangeError(
          `The texts have too few words for questions of the kind “${kind.name}”.`,
        )
      const ask = this.drawOne(kind, random)
      if (ask) asks.push(ask)
    }
    return asks
  }

  /**
   * Draws questions of which none is among the given ones, nor comes twice, whatever the order of the words. The same for the same samples.
   *
   * @returns As many as wanted, or fewer where the samples have no more.
   */
  drawOthers(kind: Kind, count: number, given: readonly Ask[]): Ask[] {
    const random = randomNumbers(OTHER_SEED)
    const known = new Set(given.map(identityOf))
    const asks: Ask[] = []
    for (let misses = 0; asks.length < count && misses < MISSES; misses++) {
      const ask = this.drawOne(kind, random)
      if (!ask || known.has(identityOf(ask))) continue
      known.add(identityOf(ask))
      asks.push(ask)
      misses = -1
    }
    return asks
  }

  private drawOne(kind: Kind, random: Random): Ask | null {
    const { language, words } = oneOf(this.words, random)
    const chosen = this.choose(kind, language, words, random)
    return chosen && toAsk(kind, language, chosen)
  }

  private choose(
    kind: Kind,
    language: Language,
    words: readonly Word[],
    random: Random,
  ): readonly Pick<Word, 'form' | 'term'>[] | null {
    if (words.length === 0) return null
    if (kind.mode === 'phrase') return neighbours(words, random)
    if (kind.mode === 'typo') return misspelled(oneOf(words, random), language)
    if (kind.mode === 'prefix') return beginning(oneOf(words, random))
    const chosen = new Map<string, Word>()
    const common = this.common.get(language)
    if (kind.common) {
      const known = words.filter(({ term }) => common?.has(term))
      if (known.length === 0) return null
      const word = oneOf(known, random)
      chosen.set(word.term, word)
    }
    const terms = new Map(words.map((word) => [word.term, word]))
    if (terms.size < kind.words) return null
    while (chosen.size < kind.words) {
      const word = oneOf(words, random)
      chosen.set(word.term, word)
    }
    return [...chosen.values()]
  }
}

/** Of questions of one kind, those with the same words are one. */
function identityOf({ mode, words, language }: Ask): string {
  return [language, ...(mode === 'phrase' ? words : words.toSorted())].join(' ')
}

function toAsk(
  { mode, filter, facets, offset, cross }: Kind,
  language: Language,
  words: readonly Pick<Word, 'form' | 'term'>[],
): Ask {
  return {
    mode,
    words: words.map(({ form }) => form),
    terms: words.map(({ term }) => term),
    language: filter ? language : null,
    offset: offset ?? 0,
    facets: facets ?? false,
    cross: cross ?? false,
  }
}

/** Such as “man”, which is one in German only: Fundstelle does not know which language is asked. */
function isGrammar(form: string): boolean {
  return LANGUAGES.some((language) =>
    analyzerFor(language)
      .analyze(form)
      .some(({ functionWord }) => functionWord),
  )
}

function wordsOf(tokens: readonly Token[]): Word[] {
  const shared = new Map<number, number>()
  for (const { position } of tokens) shared.set(position, (shared.get(position) ?? 0) + 1)
  return tokens
    .filter(({ kind, functionWord }) => kind === 'word' && !functionWord)
    .filter(({ form, position }) => /^\p{L}{3,}$/u.test(form) && shared.get(position) === 1)
    .filter(({ form }) => !isGrammar(form))
    .map(({ form, term, position }) => ({ form, term, position }))
}

function commonTerms(samples: readonly { language: Language; words: readonly Word[] }[]) {
  const counts = new Map<Language, Map<string, number>>()
  for (const { language, words } of samples) {
    const own = counts.get(language) ?? new Map<string, number>()
    counts.set(language, own)
    for (const term of new Set(words.map(({ term }) => term)))
      own.set(term, (own.get(term) ?? 0) + 1)
  }
  return new Map(
    [...counts].map(([language, own]) => {
      const ranked = [...own].sort(([, a], [, b]) => b - a).slice(0, COMMON)
      return [language, new Set(ranked.map(([term]) => term))]
    }),
  )
}

function neighbours(words: readonly Word[], random: Random): Word[] | null {
  const places = [...words.keys()].filter((i) => words[i + 1]?.position === words[i]!.position + 1)
  const all = places.filter((i) => words[i]!.term !== words[i + 1]!.term)
  if (all.length === 0) return null
  const place = oneOf(all, random)
  return [words[place]!, words[place + 1]!]
}

function beginning({ form, term }: Word) {
  const prefix = form.slice(0, PREFIX_LETTERS)
  return form.length > PREFIX_LETTERS && term.startsWith(prefix)
    ? [{ form: prefix, term: prefix }]
    : null
}

/** The letter in the middle becomes another. */
function misspelled({ form }: Word, language: Language) {
  if (form.length < TYPO_LETTERS) return null
  const middle = form.length >> 1
  const letter = form[middle] === 'x' ? 'q' : 'x'
  const typo = form.slice(0, middle) + letter + form.slice(middle + 1)
  const tokens = analyzerFor(language).analyze(typo)
  return tokens.length === 1 ? [{ form: typo, term: tokens[0]!.term }] : null
}
