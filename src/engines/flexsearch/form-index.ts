import { hasPrefix, type WordPrefix } from '../../analysis/prefix.js'
import type { Container } from '../../store/container.js'
import type { PackedColumn } from '../../store/packed-column.js'
import { partitionPoint } from '../../store/partition-point.js'
import { compareByCodePoint, packStrings, type StringTable } from '../../store/strings.js'
import { CASES, type Case, type Forms, type SimilarForm } from './field.js'
import type { FormStrings } from './form-strings.js'
import { Likeness } from './likeness.js'
import { mostFrequent } from './select.js'

/** Forms that are looked up at once. */
const AT_ONCE = 256

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

  /** For what is looked up at once. */
  private readonly room = new Uint32Array(AT_ONCE)
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
    const forms: number[] = []
    this.visitForms(first, end, (form) => forms.push(form))
    if (prefix.spelling === null) return forms
    return forms.filter((form) => hasPrefix(this.at(form), prefix, this))
  }

  mostFrequent(prefix: WordPrefix, limit: number, counts: (form: number) => boolean): number[] {
    const [first, end] = this.rangeOf(prefix.fold)
    const forms = new Uint32Array(end - first)
    const frequencies = new Uint32Array(end - first)
    let count = 0
    this.visitForms(first, end, (form) => {
      forms[count] = form
      frequencies[count++] = this.frequency(form)
    })
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
      .map(({ place, distance }) => ({ form: this.formAt(place), distance }))
  }

  /** The form at a place in the order of foldings. */
  private formAt(place: number): number {
    return place + this.foldOrder.signed(place)
  }

  /** Visits forms in the order of their foldings, some of which are read at once. */
  private visitForms(first: number, end: number, visit: (form: number) => void): void {
    const { room } = this
    for (let from = first; from < end; from += room.length) {
      const count = Math.min(room.length, end - from)
      const more = this.foldOrder.range(from, from + count, room.subarray(0, count))
      for (let i = 0; i < count; i++) visit((from + i + more[i]!) | 0)
    }
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
    return partitionPoint(low, high, (place) => compareByCodePoint(this.foldAt(place), fold) < 0)
  }
}
