import type { Container } from '../../../store/container.js'
import { CASES } from '../field.js'
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
  const addedForms = Uint32Array.from(formsInBase(added, base), (number) => number + 1)
  const removedForms = Uint32Array.from(formsInBase(removed, base))
  const removedTerms = removed ? [...removed.keys()] : []
  const addedCases = new Map(
    Array.from(addedForms, (number, form) => [number - 1, added!.forms.caseNumberOf(form)]),
  )
  const recased = Array.from(removedForms.entries()).flatMap(([form, number]) => {
    const own = removed!.forms.caseNumberOf(form)
    const known = base!.forms.caseNumberOf(number)
    const remains = base!.forms.frequency(number) > removed!.forms.frequency(form)
    // Nothing else can have been written as only a passage that is gone had it.
    if (own !== known || !remains) return []
    // What counts is the least of both segments.
    if ((addedCases.get(number) ?? CASES.length) <= known) return []
    const now = writtenNow(number)
    return now === known ? [] : [{ number, now }]
  })
  return {
    addedForms,
    removedTerms: Uint32Array.from(removedTerms, (term) => base!.numberOf(term)),
    removedTermCounts: Uint32Array.from(removedTerms, (term) => removed!.frequency(term)),
    removedForms,
    removedFormCounts: removedForms.map((_, form) => removed!.forms.frequency(form)),
    recasedForms: Uint32Array.from(recased, ({ number }) => number),
    recases: Uint8Array.from(recased, ({ now }) => now),
  }
}

/** The number of terms and forms that some passage still has. */
export function countLiving(
  base: FieldIndex | undefined,
  added: FieldIndex | undefined,
  removed: FieldIndex | undefined,
  { addedForms, removedForms, removedFormCounts }: FieldChanges,
): { terms: number; forms: number } {
  const count = { terms: base?.size ?? 0, forms: base?.forms.length ?? 0 }
  for (const term of termsOf(added)) if (!base || base.numberOf(term) < 0) count.terms++
  count.forms += addedForms.filter((number) => number === 0).length
  const isAdded = new Set(addedForms)
  const lost = new Set(
    removedForms.filter((number, i) => base!.forms.frequency(number) === removedFormCounts[i]),
  )
  for (const form of lost) if (!isAdded.has(form + 1)) count.forms--
  for (const term of termsOf(removed)) {
    const isLost =
      base!.frequency(term) === removed!.frequency(term) &&
      base!.formsOf(term).every((form) => lost.has(form))
    if (isLost && (!added || added.numberOf(term) < 0)) count.terms--
  }
  return count
}

/** By form of a field, the number of the same form in the base; -1 where it is not there. */
function* formsInBase(
  field: FieldIndex | undefined,
  base: FieldIndex | undefined,
): Generator<number> {
  for (const term of termsOf(field)) {
    const others = new Map(base?.formsOf(term).map((form) => [base.forms.at(form), form]))
    for (const form of field!.formsOf(term)) yield others.get(field!.forms.at(form)) ?? -1
  }
}

function* termsOf(field: FieldIndex | undefined): Generator<string> {
  for (let number = 0; number < (field?.size ?? 0); number++) yield field!.terms.at(number)
}
