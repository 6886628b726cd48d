import type { Analyzer } from '../../analysis/analyzer.js'
import { dropJoiners, foldsToItself } from '../../analysis/fold.js'
import { ByteWriter } from '../../store/bytes.js'
import { frontCoded } from '../../store/front-coded-strings.js'
import { NumberList } from '../../store/number-list.js'
import { packList, packNumbers } from '../../store/packed-column.js'
import { type StringColumns, StringColumnsWriter } from '../../store/strings.js'
import { familyColumns, familyHash } from './family-index.js'
import { sampledFolds } from './form-index.js'
import { formColumns } from './form-strings.js'
import { likenessColumns } from './likeness.js'
import { compareBytes } from './runs/run-cursor.js'
import { sortedByBytes } from './sorted-strings.js'

/** Makes the columns of a field's terms and forms, given in their order: a term, then its forms. */
export class VocabularyWriter {
  private readonly terms = new StringColumnsWriter()
  /** Whether one of the forms of the last term folds to it. */
  private isFold = true
  /** The numbers of the other terms. */
  private readonly otherTerms = new NumberList()
  /** The numbers of the terms that are not their own families, and the hashes of these. */
  private readonly related = new NumberList()
  private readonly families = new NumberList()
  private readonly formStarts = new NumberList()
  private readonly forms = new StringColumnsWriter()
  private readonly cases = new ByteWriter()
  private readonly folds = new StringColumnsWriter()
  private readonly decoder = new TextDecoder()

  constructor(private readonly analyzer: Pick<Analyzer, 'fold' | 'family'>) {}

  get termCount(): number {
    return this.terms.length
  }

  get formCount(): number {
    return this.forms.length
  }

  /** @param bytes In which the term stands, encoded. */
  addTerm(bytes: Uint8Array, start: number, end: number): void {
    this.endTerm()
    this.isFold = false
    if (this.analyzer.family) this.addFamily(this.decode(bytes, start, end))
    this.terms.addEncoded(bytes, start, end)
    this.formStarts.push(this.forms.length)
  }

  /** @param written A place in `CASES`. */
  addForm(bytes: Uint8Array, start: number, end: number, written: number): void {
    this.forms.addEncoded(bytes, start, end)
    this.cases.uint(written, 1)
    if (foldsToItself(bytes, start, end)) this.folds.addEncoded(bytes, start, end)
    else this.folds.add(this.analyzer.fold(this.decode(bytes, start, end)))
    this.isFold ||= this.folds.endsLike(this.terms)
  }

  columns() {
    this.endTerm()
    const terms = this.terms.columns()
    const otherTerms = this.otherTerms.values()
    this.formStarts.push(this.forms.length)
    const forms = this.forms.columns()
    return {
      ...formColumns(terms, forms, this.formStarts.values()),
      ...this.foldColumns(forms),
      otherTerms: packList(otherTerms),
      ...likenessColumns('term', terms, otherTerms),
      ...frontCoded('terms', terms),
      ...(this.analyzer.family ? familyColumns(this.related.values(), this.families.values()) : {}),
    }
  }

  private addFamily(term: string): void {
    const family = this.analyzer.family?.(term)
    if (family === undefined || family === term) return
    this.related.push(this.terms.length)
    this.families.push(familyHash(family))
  }

  private endTerm(): void {
    if (!this.isFold) this.otherTerms.push(this.terms.length - 1)
    this.isFold = true
  }

  private foldColumns(forms: StringColumns) {
    const folds = this.folds.columns()
    const foldOrder = sortedByBytes(folds)
    const foldAt = (form: number) =>
      this.decode(folds.bytes, folds.offsets[form]!, folds.offsets[form + 1]!)
    const formAt = (form: number) =>
      this.decode(forms.bytes, forms.offsets[form]!, forms.offsets[form + 1]!)
    return {
      formCases: packList(this.cases.result()),
      formHomographs: packList(homographs(foldOrder, folds, formAt)),
      foldOrder: packNumbers(foldOrder.length, (place) => foldOrder[place]! - place),
      ...sampledFolds(foldOrder.length, (place) => foldAt(foldOrder[place]!)),
      ...likenessColumns('fold', folds, foldOrder),
    }
  }

  private decode(bytes: Uint8Array, start: number, end: number): string {
    for (let i = start; i < end; i++)
      if (bytes[i]! > 127) return this.decoder.decode(bytes.subarray(start, end))
    // A buffer makes a string of plain letters in a fraction of the time of a decoder.
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
  }
}

/** By form: 1 where words of different letters fold like it; a hyphen more or less is no difference. */
function homographs(
  foldOrder: Uint32Array,
  folds: StringColumns,
  formAt: (form: number) => string,
): Uint8Array {
  const shared = new Uint8Array(foldOrder.length)
  for (let first = 0, next = 0; first < foldOrder.length; first = next) {
    next = first + 1
    while (next < foldOrder.length && isSame(folds, foldOrder[first]!, foldOrder[next]!)) next++
    if (next === first + 1) continue
    const alike = foldOrder.subarray(first, next)
    const spellings = new Set(Array.from(alike, (form) => dropJoiners(formAt(form))))
    if (spellings.size > 1) for (const form of alike) shared[form] = 1
  }
  return shared
}

function isSame({ bytes, offsets }: StringColumns, a: number, b: number): boolean {
  const [aStart, aEnd, bStart, bEnd] = [offsets[a]!, offsets[a + 1]!, offsets[b]!, offsets[b + 1]!]
  return compareBytes(bytes, aStart, aEnd, bytes, bStart, bEnd) === 0
}
