import { ByteWriter } from '../../store/bytes.js'
import type { Container } from '../../store/container.js'
import type { FrontCodedStrings } from '../../store/front-coded-strings.js'
import { addFrontCoded } from '../../store/front-coding.js'
import { NumberList } from '../../store/number-list.js'
import { type PackedColumn, packList, packNumbers } from '../../store/packed-column.js'
import type { PagedColumn } from '../../store/paged-column.js'
import type { StringColumns } from '../../store/strings.js'

/** Forms of a block. */
const BITS = 4
const PLACES = (1 << BITS) - 1

/**
 * The columns that {@link FormStrings} reads.
 *
 * @param starts By term, the number of its first form; one entry more.
 */
export function formColumns(terms: StringColumns, forms: StringColumns, starts: Uint32Array) {
  const coded = new ByteWriter()
  const blocks = new NumberList()
  const firstTerms = new NumberList()
  for (let term = 0; term < starts.length - 1; term++) {
    const own = stringAt(terms, term)
    for (let form = starts[term]!; form < starts[term + 1]!; form++) {
      if ((form & PLACES) === 0) {
        blocks.push(coded.length)
        firstTerms.push(term)
      }
      addFrontCoded(coded, own, stringAt(forms, form))
    }
  }
  blocks.push(coded.length)
  return {
    forms: coded.result(),
    formBlocks: packList(blocks.values()),
    formTerms: packList(firstTerms.values()),
    formStarts: packNumbers(starts.length, (term) => starts[term]! - term),
  }
}

function stringAt({ bytes, offsets }: StringColumns, number: number): Uint8Array {
  return bytes.subarray(offsets[number]!, offsets[number + 1]!)
}

/** The forms of a field, each as what it does not share with its term, which most forms are nearly the same as. */
export class FormStrings {
  private readonly bytes: PagedColumn<Uint8Array>
  private readonly blocks: PackedColumn
  /** By block, the term of its first form. */
  private readonly firstTerms: PackedColumn
  /** By term, how much more the number of its first form is; one entry more. */
  private readonly starts: PackedColumn

  constructor(
    container: Container,
    private readonly terms: FrontCodedStrings,
  ) {
    this.starts = container.packed('formStarts').readAll()
    this.bytes = container.paged('forms', Uint8Array)
    this.blocks = container.packed('formBlocks')
    this.firstTerms = container.packed('formTerms')
  }

  get length(): number {
    return this.startOf(this.terms.length)
  }

  at(form: number): string {
    const { blocks } = this
    const reader = this.terms.seek(this.termOf(form))
    const block = form >>> BITS
    reader.open(this.bytes, blocks.at(block), blocks.at(block + 1))
    reader.skip(form & PLACES)
    reader.read(1)
    return reader.toString()
  }

  /** The number of a term's first form; with one term more than there are, the number of forms. */
  startOf(term: number): number {
    return term + this.starts.signed(term)
  }

  /** The number of a form's term. */
  termOf(form: number): number {
    const { firstTerms } = this
    const block = form >>> BITS
    let low = firstTerms.at(block)
    let high = block + 1 < firstTerms.length ? firstTerms.at(block + 1) : this.terms.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.startOf(middle) <= form) low = middle
      else high = middle - 1
    }
    return low
  }
}
