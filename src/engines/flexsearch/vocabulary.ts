import type { WordPrefix } from '../../analysis/prefix.js'
import { analyzerFor } from '../../analysis/registry.js'
import type { Language } from '../../language/language.js'
import { remembered, rememberedBy } from '../../memory/remembered.js'
import type { SimilarWord, Vocabulary, VocabularyWord } from '../../search/vocabulary.js'
import type { Case, Field, SimilarForm } from './field.js'
import type { LanguageIndex } from './language-index.js'

/** Words whose like are kept: there may be hundreds of them. */
const MOST_SIMILAR = 100
/** Beginnings whose words are kept. */
const MOST_BEGINNINGS = 500
/** One word, of which nothing is joined. */
const PLAIN = /^[a-zäöüß]+$/

/** What is asked for every word of a query, of one language. */
class WordsOfLanguage {
  constructor(
    private readonly language: Language,
    private readonly field: Field,
  ) {}

  readonly relatives = remembered((term): readonly string[] => this.field.relatives(term))

  readonly compoundsOf = remembered((term): readonly string[] =>
    this.field.compoundsOf(term).filter((whole) => !isTakenApart(whole, this.field, this.language)),
  )

  /** A beginning is asked for several times, by the languages that it may be of and those it is translated into. */
  readonly completions = rememberedBy(
    (question: { prefix: WordPrefix; limit: number }) => JSON.stringify(question),
    ({ prefix, limit }): readonly VocabularyWord[] => {
      const { field, language } = this
      const forms = field.forms.mostFrequent(prefix, limit, (form) =>
        isContent(form, field, language),
      )
      return forms.map((form) => describe(form, field, language))
    },
    MOST_BEGINNINGS,
  )

  /** A mistyped word is asked for with every letter of those that follow. */
  readonly similar = rememberedBy(
    ({ fold, distance }: { fold: string; distance: 1 | 2 }) => `${distance}${fold}`,
    ({ fold, distance }): readonly SimilarWord[] => {
      const { field, language } = this
      const forms = [...field.forms.similar(fold, distance), ...likeStems(fold, distance, field)]
      return forms
        .filter(({ form }) => isContent(form, field, language))
        .map(({ form, distance }) => Object.assign(describe(form, field, language), { distance }))
    },
    MOST_SIMILAR,
  )

  isName(term: string): boolean {
    const { forms } = this.field
    const own = this.field.formsOf(term)
    return own.length > 0 && own.every((form) => forms.caseOf(form) !== 'lower')
  }
}

/** The vocabularies of all languages, read from the columns that ranking uses. */
export class IndexVocabulary implements Vocabulary {
  private readonly words: ReadonlyMap<Language, WordsOfLanguage>

  constructor(
    private readonly indexes: readonly LanguageIndex[],
    private readonly passageCount: number,
  ) {
    this.words = new Map(
      indexes.map(({ language, textField }) => [
        language,
        new WordsOfLanguage(language, textField),
      ]),
    )
  }

  async frequency(language: Language, term: string): Promise<number> {
    const index = this.of(language)
    return index ? index.textField.frequency(term) + index.contextField.frequency(term) : 0
  }

  async relatives(language: Language, term: string): Promise<readonly string[]> {
    return this.words.get(language)?.relatives(term) ?? []
  }

  async compoundsOf(language: Language, term: string): Promise<readonly string[]> {
    return this.words.get(language)?.compoundsOf(term) ?? []
  }

  async isName(language: Language, term: string): Promise<boolean> {
    return this.words.get(language)?.isName(term) ?? false
  }

  async completions(
    language: Language,
    prefix: WordPrefix,
    limit: number,
  ): Promise<VocabularyWord[]> {
    const words = this.words.get(language)
    return words ? [...words.completions({ prefix, limit })] : []
  }

  async beside(
    words: readonly VocabularyWord[],
    terms: readonly string[],
  ): Promise<VocabularyWord[]> {
    const counted = this.indexes.flatMap(({ language, textField }) => {
      const own = words.filter((word) => word.language === language)
      return own.length === 0 ? [] : countBeside(own, terms, textField, this.passageCount)
    })
    return counted.filter(({ passages }) => passages > 0).sort((a, b) => b.passages - a.passages)
  }

  async similar(
    language: Language,
    fold: string,
    distance: 1 | 2,
  ): Promise<readonly SimilarWord[]> {
    return this.words.get(language)?.similar({ fold, distance }) ?? []
  }

  private of(language: Language): LanguageIndex | undefined {
    return this.indexes.find((index) => index.language === language)
  }
}

/** The most frequent forms of terms that are like the word's own: `whael`, where the texts have only whales. */
function likeStems(fold: string, distance: 1 | 2, field: Field): SimilarForm[] {
  return field.similarTerms(fold, distance).flatMap(({ term, distance }) => {
    const forms = field.formsOf(term)
    const [first] = forms
    if (first === undefined) return []
    const usual = forms.reduce(
      (best, form) => (field.forms.frequency(form) > field.forms.frequency(best) ? form : best),
      first,
    )
    return [{ form: usual, distance }]
  })
}

/** True for a compound whose parts are terms already. */
function isTakenApart(term: string, field: Field, language: Language): boolean {
  return field.formsOf(term).some((form) =>
    analyzerFor(language)
      .analyze(field.forms.at(form))
      .some(({ kind }) => kind === 'part'),
  )
}

/** The words with the number of passages that they share with all of some terms. */
function countBeside(
  words: readonly VocabularyWord[],
  terms: readonly string[],
  field: Field,
  passageCount: number,
): VocabularyWord[] {
  const met = new Uint8Array(passageCount)
  for (const term of terms)
    for (const ids of field.get(term) ?? [])
      if (ids) for (let i = 0; i < ids.length; i++) met[ids[i]!]!++
  return words.map((word) => {
    const form = field.formsOf(word.term).find((number) => field.forms.at(number) === word.form)
    const ids = form === undefined ? [] : field.occurrences(form).list.readAll().passages
    let passages = 0
    for (let i = 0; i < ids.length; i++) if (met[ids[i]!] === terms.length) passages++
    return { ...word, passages }
  })
}

/** True for a form that is searched by its term: not for a word of grammar. */
function isContent(form: number, field: Field, language: Language): boolean {
  if (field.weightOf(form) === 0) return false
  const text = field.forms.at(form)
  const analyzer = analyzerFor(language)
  if (PLAIN.test(text)) return !analyzer.isFunctionWord(text)
  return analyzer.analyze(text).every(({ functionWord }) => !functionWord)
}

function describe(form: number, field: Field, language: Language): VocabularyWord {
  const text = field.forms.at(form)
  return {
    language,
    form: text,
    display: displayed(text, field.forms.caseOf(form)),
    term: field.termOf(form),
    passages: field.forms.frequency(form),
  }
}

function displayed(form: string, written: Case): string {
  if (written === 'lower') return form
  if (written === 'upper') return form.toUpperCase()
  return form.replace(/(?<![\p{L}\p{M}\p{N}'])\p{L}/gu, (letter) => letter.toUpperCase())
}
