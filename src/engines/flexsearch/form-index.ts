import { hasPrefix, type WordPrefix } from '../../analysis/prefix.js'
import type { Container } from '../../store/container.js'
import type { PackedColumn } from '../../store/packed-column.js'
import { packStrings, type StringTable } from '../../store/strings.js'
import { CASES, type Case, type Forms, type SimilarForm } from './field.js'
import type { FormStrings } from './form-strings.js'
import { Likeness } from './likeness.js'
import { firstNotBelow } from './sorted.js'

/** Of so many foldings, one is kept as it is. */
const SAMPLED = 64

/**
 * What {@link FormIndex} needs of the foldings of forms.
 *
 * @param foldAt By place in their order.
 */
export function sampledFolds(count: number, foldAt: (place: number) => string) {
  const samples = Array.from({ length: Math.ceil(count / SAMPLED) }, (_, i) => foldAt(i * SAMPLED))
  return packStrings('foldSamples', samples)
}

/**
 * The forms of a field, by number: what they are, and the ways to look them up by folding, by beginning and
 * by likeness. Folded forms are in order, so that a beginning is a range.
 */
export class FormIndex implements Forms {
  private readonly frequencies: PackedColumn
  private readonly cases: PackedColumn
  private readonly homographs: PackedColumn
  /** By place in the order of foldings: how much more than the place the number of the form is. Mostly next to nothing. */
  private readonly foldOrder: PackedColumn
  /** Of the foldings, in the same order. */
  private readonly likeness: Likeness

  /** Every so many foldings, so that one is looked for among few forms. */
  private readonly samples: StringTable

  /** @param fold The analyzer's, which the index was made with. */
  constructor(
    container: Container,
    private readonly strings: FormStrings,
    readonly fold: (form: string) => string,
  ) {
    this.samples = container.strings('foldSamples')
    this.frequencies = container.packed('formFrequencies')
    this.cases = container.packed('formCases')
    this.homographs = container.packed('formHomographs')
    this.foldOrder = container.packed('foldOrder')
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
      found.push(this.formAt(i))
    return found
  }

  byPrefix(prefix: WordPrefix): number[] {
    const [first, end] = this.rangeOf(prefix.fold)
    const forms = Array.from({ length: end - first }, (_, i) => this.formAt(first + i))
    if (prefix.spelling === null) return forms
    return forms.filter((form) => hasPrefix(this.at(form), prefix, this))
  }

  mostFrequent(prefix: WordPrefix, limit: number, counts: (form: number) => boolean): number[] {
    const [first, end] = this.rangeOf(prefix.fold)
    const best: number[] = []
    for (let i = first; i < end; i++) {
      const form = this.formAt(i)
      const worst = best.length < limit ? -1 : this.frequency(best[limit - 1]!)
      if (this.frequency(form) <= worst || !counts(form)) continue
      if (prefix.spelling !== null && !hasPrefix(this.at(form), prefix, this)) continue
      insert(form, best, this)
      if (best.length > limit) best.pop()
    }
    return best
  }

  similar(fold: string, distance: 1 | 2): SimilarForm[] {
    return this.likeness
      .similarTo(fold, distance)
      .map(({ place, distance }) => ({ form: this.formAt(place), distance }))
  }

  /** The form at a place in the order of foldings. */
  private formAt(place: number): number {
    return place + this.foldOrder.signed(place)
  }

  private foldAt(place: number): string {
    return this.fold(this.at(this.formAt(place)))
  }

  private rangeOf(beginning: string): [first: number, end: number] {
    // U+10FFFF is no character, so that nothing with this beginning comes after it.
    return [this.firstOf(beginning), this.firstOf(`${beginning}\u{10FFFF}`)]
  }

  private firstOf(fold: string): number {
    const sample = this.samples.lowerBound(fold)
    if (sample === 0) return 0
    // The sample before is below, and this one is not.
    const low = (sample - 1) * SAMPLED + 1
    const high = Math.min(sample * SAMPLED, this.length)
    return low + firstNotBelow(fold, high - low, (place) => this.foldAt(low + place))
  }
}

/** Keeps the most frequent first; of equals, the one that came first. */
function insert(form: number, best: number[], forms: FormIndex): void {
  const frequency = forms.frequency(form)
  let place = best.length
  while (place > 0 && forms.frequency(best[place - 1]!) < frequency) place--
  best.splice(place, 0, form)
}
