import type { Analyzer } from '../../../analysis/analyzer.js'
import { CASES } from '../field.js'
import type { FieldIndex } from '../field-index.js'
import { caseOf } from '../runs/field-vocabulary.js'

/**
 * How a form is written in the passages that remain of those that have it: a place in `CASES`. They are read until one has it written as
 * it was in all of them together, and that is mostly the first.
 *
 * @param textOf What stands in a passage; undefined where it is gone.
 */
export function writtenNow(
  form: number,
  field: FieldIndex,
  analyzer: Pick<Analyzer, 'analyze'>,
  textOf: (passage: number) => string | undefined,
): number {
  const wanted = field.forms.at(form)
  const least = field.forms.caseNumberOf(form)
  let written = CASES.length - 1
  for (const passage of field.occurrences(form).list.readAll().passages) {
    const text = textOf(passage)
    if (text === undefined) continue
    for (const token of analyzer.analyze(text))
      if (token.form === wanted && token.kind !== 'part')
        written = Math.min(written, CASES.indexOf(caseOf(text.slice(token.start, token.end))))
    if (written === least) break
  }
  return written
}
