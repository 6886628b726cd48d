import type { Container } from '../../../store/container.js'
import type { FieldIndex } from '../field-index.js'

/** What was added to and removed from a field since its files were written, by the numbers of its terms and forms. */
export interface FieldChanges {
  /** By form that was added: one more than the number of the same form in the base; 0 where it is new. */
  addedForms: Uint32Array
  /** Terms of the base that passages had which are gone: their numbers, and in how many of these they carry weight. */
  removedTerms: Uint32Array
  removedTermCounts: Uint32Array
  /** The same of forms, and in how many of these passages they are. */
  removedForms: Uint32Array
  removedFormCounts: Uint32Array
  /** Forms of the base that are written otherwise in the passages that remain: numbers, and places in `CASES`. */
  recasedForms: Uint32Array
  recases: Uint8Array
}

/** How {@link FieldChanges} are kept in a container. */
export function readChanges(container: Container): FieldChanges {
  const numbers = (name: string) => container.column(name, Uint32Array)
  return {
    addedForms: numbers('addedForms'),
    removedTerms: numbers('removedTerms'),
    removedTermCounts: numbers('removedTermCounts'),
    removedForms: numbers('removedForms'),
    removedFormCounts: numbers('removedFormCounts'),
    recasedForms: numbers('recasedForms'),
    recases: container.column('recases', Uint8Array),
  }
}

/**
 * Compares the fields of passages that were added and of those that were removed with that of the base.
 *
 * @param base Undefined where no passage of the base has this language; so it is with `added` and `removed`.
 * @param writtenNow How a form of the base is written in the passages of the base that remain: a place in `CASES`.
 */
export function compareFields(
  base: FieldIndex | undefined,
  added: FieldIndex | undefined,
  removed: FieldIndex | undefined,
  writtenNow: (form: number) => number,
): FieldChanges {
  const inBase = (field: FieldIndex) => (form: number) => sameForm(field, form, base)
  const addedForms = added ? Array.from(numbersOf(added.forms), inBase(added)) : []
  const removedForms = removed ? Array.from(numbersOf(removed.forms), inBase(removed)) : []
  const removedTerms = removed ? [...removed.keys()] : []
  const recased = removedForms.flatMap((number, form) => {
    const own = removed!.forms.caseNumberOf(form)
    const known = base!.forms.caseNumberOf(number)
    const remains = base!.forms.frequency(number) > removed!.forms.frequency(form)
    // Nothing else can have been written as only a passage that is gone had it.
    if (own !== known || !remains) return []
    const now = writtenNow(number)
    return now === known ? [] : [{ number, now }]
  })
  return {
    addedForms: Uint32Array.from(addedForms, (number) => number + 1),
    removedTerms: Uint32Array.from(removedTerms, (term) => base!.numberOf(term)),
    removedTermCounts: Uint32Array.from(removedTerms, (term) => removed!.frequency(term)),
    removedForms: Uint32Array.from(removedForms),
    removedFormCounts: Uint32Array.from(removedForms, (_, form) => removed!.forms.frequency(form)),
    recasedForms: Uint32Array.from(recased, ({ number }) => number),
    recases: Uint8Array.from(recased, ({ now }) => now),
  }
}

/** The number of terms and forms that some passage still has; see {@link compareFields}. */
export function countLiving(
  base: FieldIndex | undefined,
  added: FieldIndex | undefined,
  removed: FieldIndex | undefined,
): { terms: number; forms: number } {
  const count = { terms: base?.size ?? 0, forms: base?.forms.length ?? 0 }
  for (const term of termsOf(added)) if (!base || base.numberOf(term) < 0) count.terms++
  for (const form of numbersOf(added?.forms ?? NONE))
    if (sameForm(added!, form, base) < 0) count.forms++
  const remains = (form: number) =>
    base!.forms.frequency(sameForm(removed!, form, base)) > removed!.forms.frequency(form)
  for (const form of numbersOf(removed?.forms ?? NONE))
    if (!remains(form) && (!added || sameForm(removed!, form, added) < 0)) count.forms--
  for (const term of termsOf(removed)) {
    const isLeft =
      base!.frequency(term) > removed!.frequency(term) ||
      base!.formsOf(term).length > removed!.formsOf(term).length ||
      removed!.formsOf(term).some(remains)
    if (!isLeft && (!added || added.numberOf(term) < 0)) count.terms--
  }
  return count
}

const NONE = { length: 0 }

function* termsOf(field: FieldIndex | undefined): Generator<string> {
  for (const number of numbersOf(field?.terms ?? NONE)) yield field!.terms.at(number)
}

/** The number of the same form in another field; -1 where it is not there. */
function sameForm(field: FieldIndex, form: number, other: FieldIndex | undefined): number {
  if (!other) return -1
  const text = field.forms.at(form)
  return other.formsOf(field.termOf(form)).find((each) => other.forms.at(each) === text) ?? -1
}

function* numbersOf({ length }: { length: number }): Generator<number> {
  for (let number = 0; number < length; number++) yield number
}
