import { dropJoiners } from '../../../analysis/fold.js'
import { hasPrefix, type WordPrefix } from '../../../analysis/prefix.js'
import { partitionPoint } from '../../../store/partition-point.js'
import { compareByCodePoint } from '../../../store/strings.js'
import { CASES, type Case, type Forms, type SimilarForm } from '../field.js'
import type { FieldIndex } from '../field-index.js'
import type { FieldChanges } from './field-changes.js'

/** A form in the two segments; -1 where it is not there. */
export interface FormSides {
  base: number
  added: number
}

/**
 * The forms of two segments as one list. Those of the base keep their numbers, also where all their passages are gone; those that only the
 * added segment has come after them.
 */
export class JoinedForms implements Forms {
  /** Number of forms of the base. */
  private readonly first: number
  private readonly addedOf = new Map<number, number>()
  private readonly removed: ReadonlyMap<number, number>
  private readonly recased: ReadonlyMap<number, number>

  constructor(
    private readonly base: FieldIndex | undefined,
    private readonly added: FieldIndex | undefined,
    private readonly changes: FieldChanges,
    readonly fold: (form: string) => string,
  ) {
    this.first = base?.forms.length ?? 0
    const { addedForms, removedForms, removedFormCounts, recasedForms, recases } = changes
    for (const [form, number] of addedForms.entries())
      if (number > 0) this.addedOf.set(number - 1, form)
    this.removed = mapOf(removedForms, removedFormCounts)
    this.recased = mapOf(recasedForms, recases)
  }

  /** Where a form is in the two segments. */
  sidesOf(form: number): FormSides {
    if (form >= this.first) return { base: -1, added: form - this.first }
    return { base: form, added: this.addedOf.get(form) ?? -1 }
  }

  /** The number of a form of the added segment. */
  numberOfAdded(form: number): number {
    const inBase = this.changes.addedForms[form]!
    return inBase > 0 ? inBase - 1 : this.first + form
  }

  /** True where a passage that had the form is gone. */
  isRemoved(form: number): boolean {
    return this.removed.has(form)
  }

  termOf(form: number): string {
    return form < this.first ? this.base!.termOf(form) : this.added!.termOf(form - this.first)
  }

  at(form: number): string {
    return form < this.first ? this.base!.forms.at(form) : this.added!.forms.at(form - this.first)
  }

  frequency(form: number): number {
    const { added } = this.sidesOf(form)
    return this.remaining(form) + (added < 0 ? 0 : this.added!.forms.frequency(added))
  }

  hasHomograph(form: number): boolean {
    const alike = this.byFold(this.fold(this.at(form)))
    return new Set(alike.map((each) => dropJoiners(this.at(each)))).size > 1
  }

  caseOf(form: number): Case {
    const { added } = this.sidesOf(form)
    const written: number[] = []
    if (this.remaining(form) > 0)
      written.push(this.recased.get(form) ?? this.base!.forms.caseNumberOf(form))
    if (added >= 0) written.push(this.added!.forms.caseNumberOf(added))
    return CASES[Math.min(...written)]!
  }

  byFold(fold: string): number[] {
    const found = this.both((field) => field.forms.byFold(fold))
    return found.sort(this.inFoldOrder)
  }

  byPrefix(prefix: WordPrefix): number[] {
    const forms = (this.base?.forms.byPrefix(prefix) ?? []).filter((form) => this.isThere(form))
    for (const form of this.added?.forms.byPrefix(prefix) ?? []) {
      const number = this.numberOfAdded(form)
      if (number >= this.first) forms.splice(this.placeOf(number, forms), 0, number)
    }
    return forms
  }

  mostFrequent(prefix: WordPrefix, limit: number, counts: (form: number) => boolean): number[] {
    const best: number[] = []
    for (const form of this.beginningWith(prefix)) {
      if (best.length === limit && this.inOrderOfFrequency(best.at(-1)!, form) < 0) continue
      if (!this.isThere(form) || !counts(form)) continue
      if (prefix.spelling !== null && !hasPrefix(this.at(form), prefix, this)) continue
      let place = best.length
      while (place > 0 && this.inOrderOfFrequency(best[place - 1]!, form) > 0) place--
      best.splice(place, 0, form)
      if (best.length > limit) best.pop()
    }
    return best
  }

  similar(fold: string, distance: 1 | 2): SimilarForm[] {
    const distances = new Map<number, number>()
    for (const each of this.base?.forms.similar(fold, distance) ?? [])
      distances.set(each.form, each.distance)
    for (const each of this.added?.forms.similar(fold, distance) ?? [])
      distances.set(this.numberOfAdded(each.form), each.distance)
    return [...distances.keys()]
      .filter((form) => this.isThere(form))
      .sort(this.inFoldOrder)
      .map((form) => ({ form, distance: distances.get(form)! }))
  }

  /** Forms that are looked for in both segments, each once, in no order. */
  both(find: (field: FieldIndex) => number[]): number[] {
    const found = new Set(this.base ? find(this.base) : [])
    for (const form of this.added ? find(this.added) : []) found.add(this.numberOfAdded(form))
    return [...found].filter((form) => this.isThere(form))
  }

  /** By numbers alone, without looking at the spelling. */
  private *beginningWith({ fold }: WordPrefix): Generator<number> {
    for (const form of this.base?.forms.byPrefix({ fold, spelling: null }) ?? []) yield form
    for (const form of this.added?.forms.byPrefix({ fold, spelling: null }) ?? []) {
      const number = this.numberOfAdded(form)
      if (number >= this.first) yield number
    }
  }

  private isThere(form: number): boolean {
    return form >= this.first || this.addedOf.has(form) || this.remaining(form) > 0
  }

  /** Number of passages of the base that have the form and are still there. */
  private remaining(form: number): number {
    if (form >= this.first) return 0
    return this.base!.forms.frequency(form) - (this.removed.get(form) ?? 0)
  }

  /** The most frequent first; of equals, the one that comes first in the order of the foldings. */
  private inOrderOfFrequency(a: number, b: number): number {
    return this.frequency(b) - this.frequency(a) || this.inFoldOrder(a, b)
  }

  private readonly inFoldOrder = (a: number, b: number): number =>
    compareByCodePoint(this.fold(this.at(a)), this.fold(this.at(b))) ||
    compareByCodePoint(this.termOf(a), this.termOf(b)) ||
    compareByCodePoint(this.at(a), this.at(b))

  /** Where a form belongs among others that are in the order of their foldings. */
  private placeOf(form: number, forms: readonly number[]): number {
    return partitionPoint(0, forms.length, (place) => this.inFoldOrder(forms[place]!, form) < 0)
  }
}

function mapOf(keys: Uint32Array, values: ArrayLike<number>): Map<number, number> {
  return new Map(Array.from(keys, (key, i) => [key, values[i]!]))
}
