import type { CodeUnits } from '../language/characters.js'
import { RecentSurfaces } from '../language/surface-table.js'
import { remembered } from '../memory/remembered.js'
import type { AnalyzedWord, WordAnalyzer, WordToken } from './analyzed-word.js'
import type { Word, WordFilter } from './filter.js'
import { dropJoiners, normalForm } from './fold.js'
import type { Token } from './token.js'
import { segment } from './tokenizer.js'

/** Words come back often; bounded caches of analyzed words are worth a factor of ten. So many that came last are kept, and as many before them: some five megabytes of the heap. */
const CACHE_SIZE = 10_000

/** Turns a text into tokens: words, then an ordered list of filters. */
export class Analyzer implements WordAnalyzer {
  private readonly words = new RecentSurfaces(CACHE_SIZE, (surface) => this.word(surface, false))
  private readonly joined = new RecentSurfaces(CACHE_SIZE, (surface) => this.word(surface, true))

  /**
   * @param foldLetters Makes the forms alike that a quoted phrase takes for the same word: no stemming,
   *   only diacritics and, in German, spelled-out umlauts.
   * @param links What may stand between the terms of a compound, in languages that write them as one word.
   * @param familyKnowledge The lists that `family` goes by: part of the fingerprint.
   * @param family Gives terms the same key that are derived from one another (Aufnahme, aufgenommen); null where no such rules are known.
   */
  constructor(
    readonly filters: readonly WordFilter[],
    private readonly foldLetters: (form: string) => string,
    readonly family: ((term: string) => string) | null = null,
    readonly links: readonly string[] = [],
    readonly familyKnowledge: string = '',
  ) {}

  /** What forms of the same word in a phrase have in common; without hyphens and apostrophes. */
  readonly fold = (form: string): string => this.foldLetters(dropJoiners(form))

  /** Whether a form without hyphens and apostrophes is a word of grammar: what tokens say as well, for a fraction of the time. */
  isFunctionWord(form: string): boolean {
    return this.filters.some((filter) => filter.marks?.(form))
  }

  /** The tokens of a text, in order of their positions; offsets are into the text as given. */
  analyze(text: string): Token[] {
    const tokens: Token[] = []
    const { read, length, starts, ends, positions, joined } = segment(text)
    for (let i = 0; i < length; i++) {
      const start = starts[i]!
      const position = positions[i]!
      // Field by field: this runs for every word of a text, and a spread is several times slower.
      const { tokens: own } = this.wordAt(read, start, ends[i]!, joined[i] === 1)
      for (const { kind, start: from, end, form, term, functionWord } of own)
        tokens.push({
          kind,
          start: start + from,
          end: start + end,
          position,
          form,
          term,
          functionWord,
        })
    }
    return tokens
  }

  word(surface: string, joined: boolean): AnalyzedWord {
    return { surface, tokens: joined ? [this.joinedToken(surface)] : this.wordTokens(surface) }
  }

  private wordAt(read: CodeUnits, start: number, end: number, joined: boolean): AnalyzedWord {
    return (joined ? this.joined : this.words).at(read, start, end)
  }

  /** A hyphenated word as a whole is searched without hyphens: `email`. Its words are tokens already. */
  private joinedToken(surface: string): WordToken {
    const form = normalForm(surface)
    const { term, functionWord } = this.filter(dropJoiners(form))
    return { kind: 'joined', start: 0, end: surface.length, form, term, functionWord }
  }

  private wordTokens(surface: string): WordToken[] {
    const { form, term, functionWord, parts } = this.filter(normalForm(surface))
    const word: WordToken = {
      kind: 'word',
      start: 0,
      end: surface.length,
      form,
      term,
      functionWord,
    }
    if (parts.length === 0) return [word]
    const places = surfacePlaces(surface, form)
    const partTokens = parts.map(
      ({ start, end, text }): WordToken => ({
        kind: 'part',
        start: places(start),
        end: places(end),
        form: form.slice(start, end),
        term: this.partTerm(text),
        functionWord: false,
      }),
    )
    return [word, ...partTokens.filter((part) => part.term !== term)]
  }

  /** The same parts are in many compounds. */
  private readonly partTerm = remembered((text) => this.filter(text).term)

  private filter(form: string): Word {
    const word: Word = { form, term: form, functionWord: false, parts: [] }
    for (const filter of this.filters) filter.apply(word)
    return word
  }
}

/** Maps offsets of a word's normal form to offsets of its surface, which may have more characters. */
function surfacePlaces(surface: string, form: string): (offset: number) => number {
  // Not by their lengths: a ligature more and a combining mark less would even out.
  if (surface.toLowerCase() === form) return (offset) => offset
  return (offset) => {
    let place = surface.length
    while (place > 0 && normalForm(surface.slice(0, place)).length > offset) place--
    return place
  }
}
