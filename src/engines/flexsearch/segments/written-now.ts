import type { Analyzer } from '../../../analysis/analyzer.js'
import { CASES } from '../field.js'
import type { FieldIndex } from '../field-index.js'
import { caseOf } from '../runs/field-vocabulary.js'

/** How forms of a field are written in the passages that remain of those that have them: places in `CASES`. */
export class WrittenNow {
  /** By form: how it is written in the passages that were read, none of which is gone. */
  private readonly found = new Map<string, number>()
  private readonly read = new Set<number>()

  /** @param textOf What stands in a passage; undefined where it is gone. */
  constructor(
    private readonly field: FieldIndex,
    private readonly analyzer: Pick<Analyzer, 'analyze'>,
    private readonly textOf: (passage: number) => string | undefined,
  ) {}

  /**
   * Passages are read until one has the form written as it was in all of them together, and that is mostly the first, or one that was read for
   * another form.
   */
  of(form: number): number {
    const { found } = this
    const wanted = this.field.forms.at(form)
    const least = this.field.forms.caseNumberOf(form)
    if (least === CASES.length - 1 || found.get(wanted) === least) return least
    for (const passage of this.passagesOf(form)) {
      this.readPassage(passage)
      if (found.get(wanted) === least) return least
    }
    return found.get(wanted) ?? CASES.length - 1
  }

  private *passagesOf(form: number): Generator<number> {
    const { list } = this.field.occurrences(form)
    for (let block = 0; block < list.blocks; block++) {
      const start = list.load(block)
      const end = start + list.sizeOf(block)
      for (let place = start; place < end; place++) yield list.passages[place]!
    }
  }

  private readPassage(passage: number): void {
    const { found, read } = this
    if (read.has(passage)) return
    read.add(passage)
    const text = this.textOf(passage)
    if (text === undefined) return
    for (const { form, kind, start, end } of this.analyzer.analyze(text)) {
      if (kind === 'part') continue
      const written = CASES.indexOf(caseOf(text.slice(start, end)))
      found.set(form, Math.min(written, found.get(form) ?? written))
    }
  }
}
