import type { NewWord, WordNumbers } from '../../../analysis/analyzed-word.js'
import { NumberList } from '../../../store/number-list.js'
import { StringColumnsWriter } from '../../../store/strings.js'
import { CASES, type Case } from '../field.js'
import { sortedByBytes } from '../sorted-strings.js'
import { compareBytes } from './run-cursor.js'

/** No form, at the end of a list of forms. */
export const NO_FORM = 0xffffffff

/** What {@link FieldVocabulary.code} says of a word: it has weight; it has parts. Above these, the number of its form. */
export const WEIGHT = 1
export const PARTS = 2
const FORM_SHIFT = 2

export function formOf(code: number): number {
  return code >>> FORM_SHIFT
}

/**
 * The terms and forms of a field, by numbers, in the order in which they come. It may be kept from one run to the next, so that most words are known
 * already. It is made of typed arrays, which are nothing to a garbage collector.
 */
export class FieldVocabulary {
  /** Of the facts of a word, which one says {@link WEIGHT}, {@link PARTS} and its form. */
  readonly code: number
  private known = 0
  /** By number of a word, and one more: where the terms of its parts begin. */
  readonly partStarts = new NumberList()
  readonly partTerms = new NumberList()
  /** By form: 1 for a word of grammar; how it is written, as a place in {@link CASES}; the next form of its term, in the order of their bytes; and its term. */
  readonly functionWords = new NumberList()
  readonly cases = new NumberList()
  readonly nextForms = new NumberList()
  readonly termOfForm = new NumberList()
  /** By term: its first form. */
  readonly firstForms = new NumberList()
  private readonly terms = new StringColumnsWriter()
  private readonly forms = new StringColumnsWriter()
  /** By number of a string: one more than its number as a term, and as a form. */
  private readonly termNumbers = new NumberList()
  private readonly formNumbers = new NumberList()
  /** Forms that are written like another one, but have another term or weight. */
  private readonly otherForms = new Map<string, number>()
  /** The terms of earlier runs in the order of their bytes, and the first of these, by which most are told apart. */
  private order = new Uint32Array(0)
  private beginnings = new Uint32Array(0)

  constructor(readonly words: WordNumbers) {
    this.partStarts.push(0)
    this.code = words.facts.reserve(1)
  }

  get termCount(): number {
    return this.terms.length
  }

  get formCount(): number {
    return this.forms.length
  }

  /** Takes up the words that are new in the last text. */
  update(): void {
    const { words } = this
    while (this.known < words.size) this.register(this.known, words.at(this.known++))
  }

  /** The terms and forms so far, encoded, and the terms' numbers in the order of their bytes. */
  encoded() {
    const terms = this.terms.columns()
    return { terms, forms: this.forms.columns(), order: this.inOrder(terms) }
  }

  private register(word: number, { surface, tokens, strings }: NewWord): void {
    const { kind, form, term, functionWord } = tokens[0]!
    const termNumber = this.termNumber(strings[0]!, term)
    const number = this.formNumber(strings[1]!, form, termNumber, functionWord)
    const written = CASES.indexOf(caseOf(surface))
    if (written < this.cases.at(number)) this.cases.set(number, written)
    for (let i = 1; i < tokens.length; i++)
      this.partTerms.push(this.termNumber(strings[2 * i]!, tokens[i]!.term))
    this.partStarts.push(this.partTerms.length)
    const weight = !functionWord && kind === 'word' ? WEIGHT : 0
    const { list, width } = this.words.facts
    list[word * width + this.code] =
      (number << FORM_SHIFT) | (tokens.length > 1 ? PARTS : 0) | weight
  }

  private termNumber(string: number, term: string): number {
    const known = this.termNumbers.orZero(string)
    if (known > 0) return known - 1
    this.terms.add(term)
    this.firstForms.push(NO_FORM)
    this.termNumbers.put(string, this.terms.length)
    return this.terms.length - 1
  }

  private formNumber(string: number, form: string, term: number, functionWord: boolean): number {
    const known = this.formNumbers.orZero(string) - 1
    if (known < 0) {
      this.formNumbers.put(string, this.forms.length + 1)
      return this.addForm(form, term, functionWord)
    }
    const isSame = this.functionWords.at(known) === Number(functionWord)
    if (isSame && this.termOfForm.at(known) === term) return known
    const key = `${string} ${term} ${functionWord}`
    const other = this.otherForms.get(key)
    if (other !== undefined) return other
    this.otherForms.set(key, this.forms.length)
    return this.addForm(form, term, functionWord)
  }

  private addForm(form: string, term: number, functionWord: boolean): number {
    const number = this.forms.length
    this.forms.add(form)
    this.termOfForm.push(term)
    this.functionWords.push(Number(functionWord))
    this.cases.push(CASES.length)
    this.nextForms.push(NO_FORM)
    this.link(number, term)
    return number
  }

  /** Puts a form where it belongs among those of its term. */
  private link(form: number, term: number): void {
    const { firstForms, nextForms } = this
    let before = NO_FORM
    let next = firstForms.at(term)
    while (next !== NO_FORM && this.compareForms(next, form) < 0) {
      before = next
      next = nextForms.at(next)
    }
    nextForms.set(form, next)
    if (before === NO_FORM) firstForms.set(term, form)
    else nextForms.set(before, form)
  }

  private compareForms(a: number, b: number): number {
    const { forms, functionWords } = this
    return forms.compare(a, b) || functionWords.at(a) - functionWords.at(b)
  }

  /** Sorts what is new, and merges it with what was sorted before. */
  private inOrder(terms: ReturnType<StringColumnsWriter['columns']>): Uint32Array {
    const { bytes, offsets } = terms
    const { order: known, beginnings: knownBeginnings } = this
    const first = known.length
    if (first === this.termCount) return known
    const added = sortedByBytes({ bytes, offsets: offsets.subarray(first) })
    const order = new Uint32Array(this.termCount)
    const beginnings = new Uint32Array(this.termCount)
    const beginningAt = (term: number) => beginning(bytes, offsets[term]!, offsets[term + 1]!)
    const isBefore = (a: number, b: number) =>
      compareBytes(bytes, offsets[a]!, offsets[a + 1]!, bytes, offsets[b]!, offsets[b + 1]!) < 0
    let place = 0
    let i = 0
    for (let j = 0; j < added.length; j++) {
      const term = added[j]! + first
      const own = beginningAt(term)
      while (
        i < first &&
        (knownBeginnings[i]! < own || (knownBeginnings[i] === own && isBefore(known[i]!, term)))
      ) {
        beginnings[place] = knownBeginnings[i]!
        order[place++] = known[i++]!
      }
      beginnings[place] = own
      order[place++] = term
    }
    order.set(known.subarray(i), place)
    beginnings.set(knownBeginnings.subarray(i), place)
    this.order = order
    this.beginnings = beginnings
    return order
  }
}

/** The first four bytes of a string, as a number. */
function beginning(bytes: Uint8Array, start: number, end: number): number {
  let number = 0
  for (let i = start; i < start + 4; i++) number = (number << 8) | (i < end ? bytes[i]! : 0)
  return number >>> 0
}

export function caseOf(surface: string): Case {
  const first = surface.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  return surface.length > 1 && surface === surface.toUpperCase() ? 'upper' : 'capital'
}
