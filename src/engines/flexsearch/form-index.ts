import { hasPrefix, type WordPrefix } from '../../analysis/prefix.js'
import type { Container } from '../../store/container.js'
import type { PagedColumn } from '../../store/paged-column.js'
import type { StringTable } from '../../store/strings.js'
import { CASES, type Case, type Forms, type SimilarForm } from './field.js'
import { Likeness } from './likeness.js'
import { mostFrequent } from './select.js'
import { firstNotBelow } from './sorted.js'

/**
 * The forms of a field, by number: what they are, and the ways to look them up by folding, by beginning and
 * by likeness. Folded forms are in order, so that a beginning is a range.
 */
export class FormIndex implements Forms {
  private readonly strings: StringTable
  private readonly frequencies: PagedColumn<Uint32Array>
  private readonly cases: PagedColumn<Uint8Array>
  private readonly homographs: PagedColumn<Uint8Array>
  /** Numbers of the forms in the order of their foldings. */
  private readonly foldOrder: PagedColumn<Uint32Array>
  /** Of the foldings, in the same order. */
  private readonly likeness: Likeness

  /** @param fold The analyzer's, which the index was made with. */
  constructor(
    container: Container,
    readonly fold: (form: string) => string,
  ) {
    this.strings = container.strings('forms')
    this.frequencies = container.paged('formFrequencies', Uint32Array)
    this.cases = container.paged('formCases', Uint8Array)
    this.homographs = container.paged('formHomographs', Uint8Array)
    this.foldOrder = container.paged('foldOrder', Uint32Array)
    this.likeness = new Likeness(container, 'fold', (place) => this.foldAt(place))
  }

  get length(): number {
    return this.strings.length
  }

  at(form: number): string {
    return this.strings.at(form)
  }

  frequency(form: number): number {
    return this.frequencies.at(form)
  }

  hasHomograph(form: number): boolean {
    return this.homographs.at(form) === 1
  }

  caseOf(form: number): Case {
    return CASES[this.caseNumberOf(form)]!
  }

  /** The same as a place in {@link CASES}. */
  caseNumberOf(form: number): number {
    return this.cases.at(form)
  }

  byFold(fold: string): number[] {
    const found: number[] = []
    for (let i = this.firstOf(fold); i < this.length && this.foldAt(i) === fold; i++)
      found.push(this.foldOrder.at(i))
    return found
  }

  byPrefix(prefix: WordPrefix): number[] {
    const [first, end] = this.rangeOf(prefix.fold)
    const forms = Array.from(this.foldOrder.range(first, end))
    if (prefix.spelling === null) return forms
    return forms.filter((form) => hasPrefix(this.at(form), prefix, this))
  }

  mostFrequent(prefix: WordPrefix, limit: number, counts: (form: number) => boolean): number[] {
    const [first, end] = this.rangeOf(prefix.fold)
    const forms = this.foldOrder.range(first, end)
    const frequencies = new Uint32Array(forms.length)
    for (let i = 0; i < forms.length; i++) frequencies[i] = this.frequency(forms[i]!)
    const isWanted = (form: number) =>
      (prefix.spelling === null || hasPrefix(this.at(form), prefix, this)) && counts(form)
    // To tell whether a form counts takes long: only of the most frequent ones, and of more where too few of these do.
    for (let most = 2 * limit; ; most *= 4) {
      const best = mostFrequent(frequencies, most)
      const wanted: number[] = []
      for (let i = 0; i < best.length && wanted.length < limit; i++)
        if (isWanted(forms[best[i]!]!)) wanted.push(forms[best[i]!]!)
      if (wanted.length === limit || most >= forms.length) return wanted
    }
  }

  similar(fold: string, distance: 1 | 2): SimilarForm[] {
    return this.likeness
      .similarTo(fold, distance)
      .map(({ place, distance }) => ({ form: this.foldOrder.at(place), distance }))
  }

  private foldAt(place: number): string {
    return this.fold(this.at(this.foldOrder.at(place)))
  }

  private rangeOf(beginning: string): [first: number, end: number] {
    // U+10FFFF is no character, so that nothing with this beginning comes after it.
    return [this.firstOf(beginning), this.firstOf(`${beginning}\u{10FFFF}`)]
  }

  private firstOf(fold: string): number {
    return firstNotBelow(fold, this.length, (place) => this.foldAt(place))
  }
}
