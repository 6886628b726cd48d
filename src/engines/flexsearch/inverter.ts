import type { AnalyzedWord, NumberedWords } from '../../analysis/analyzed-word.js'
import { WordNumbers } from '../../analysis/analyzed-word.js'
import type { Analyzer } from '../../analysis/analyzer.js'
import { ByteWriter, memorySource } from '../../store/bytes.js'
import { NumberList } from '../../store/number-list.js'
import type { Bm25Settings } from './bm25.js'
import { CASES, type Case } from './field.js'
import type { FieldFiles } from './field-index.js'
import { mergeRuns } from './runs/merge-runs.js'
import { type InvertedForm, writeRun } from './runs/write-run.js'

/** Inverts passages of one field and language, as many as fit into memory, and gives them as a run. */
export class Inverter {
  /** Numbers the words of the passages, for {@link add}. */
  readonly words: WordNumbers
  private readonly numbers = new Map<string, number>()
  private readonly termNumbers = new Map<string, number>()
  private readonly terms: string[] = []
  private readonly forms: InvertedForm[] = []
  /** By number of a word: its form, whether it has weight, and the terms of its parts. */
  private readonly formOf = new NumberList()
  private readonly weightOf: boolean[] = []
  private readonly partsOf: (readonly number[])[] = []
  private readonly tokenForms = new NumberList()
  private readonly tokenPassages = new NumberList()
  private readonly tokenPositions = new NumberList()
  private readonly partTerms = new NumberList()
  private readonly partPassages = new NumberList()
  private readonly passages = new NumberList()
  private readonly lengths = new NumberList()
  /** Words with weight in all passages. */
  wordCount = 0

  constructor(private readonly analyzer: Analyzer) {
    this.words = new WordNumbers()
  }

  /** Adds a passage (ids ascending) and returns its length: the number of its words with weight. */
  add(id: number, { length: count, numbers, positions }: NumberedWords): number {
    let length = 0
    while (this.formOf.length < this.words.size) this.register(this.words.at(this.formOf.length))
    for (let i = 0; i < count; i++) {
      const number = numbers[i]!
      this.tokenForms.push(this.formOf.at(number))
      this.tokenPassages.push(id)
      this.tokenPositions.push(positions[i]!)
      if (this.weightOf[number]) length++
      const parts = this.partsOf[number]!
      for (let part = 0; part < parts.length; part++) {
        this.partTerms.push(parts[part]!)
        this.partPassages.push(id)
      }
    }
    this.passages.push(id)
    this.lengths.push(length)
    this.wordCount += length
    return length
  }

  /** Adds a passage by its text. */
  addText(id: number, text: string): number {
    return this.add(id, this.words.of(this.analyzer.read(text)))
  }

  get averageLength(): number {
    return this.passageCount === 0 ? 0 : this.wordCount / this.passageCount
  }

  get passageCount(): number {
    return this.passages.length
  }

  /** All passages so far as a run. */
  run(): Uint8Array {
    return writeRun({
      terms: this.terms,
      forms: this.forms,
      tokenForms: this.tokenForms.values(),
      tokenPassages: this.tokenPassages.values(),
      tokenPositions: this.tokenPositions.values(),
      partTerms: this.partTerms.values(),
      partPassages: this.partPassages.values(),
      lastPassage: this.passages.length === 0 ? 0 : this.passages.at(this.passages.length - 1),
    })
  }

  /** The field's files, where these are all its passages. Same passages, same bytes. */
  finish(bm25: Bm25Settings): FieldFiles<Uint8Array> {
    const lengths = new Uint32Array((this.passages.values().at(-1) ?? -1) + 1)
    for (let i = 0; i < this.passages.length; i++) lengths[this.passages.at(i)] = this.lengths.at(i)
    const [vocabulary, postings, positions] = [new ByteWriter(), new ByteWriter(), new ByteWriter()]
    mergeRuns(
      [{ source: memorySource(this.run()), base: 0 }],
      { analyzer: this.analyzer, lengths, averageLength: this.averageLength, bm25 },
      { vocabulary, postings, positions },
    )
    return {
      vocabulary: vocabulary.result(),
      postings: postings.result(),
      positions: positions.result(),
    }
  }

  private register({ surface, tokens }: AnalyzedWord): void {
    const [first, ...parts] = tokens
    const { kind, form, term, functionWord } = first!
    const key = `${functionWord ? 1 : 0}${term}\0${form}`
    const written = caseOf(surface)
    let number = this.numbers.get(key)
    if (number === undefined) {
      const made = { form, term: this.termNumber(term), functionWord, case: written }
      number = this.forms.push(made) - 1
      this.numbers.set(key, number)
    } else {
      const known = this.forms[number]!
      if (CASES.indexOf(written) < CASES.indexOf(known.case)) known.case = written
    }
    this.formOf.push(number)
    this.weightOf.push(!functionWord && kind === 'word')
    this.partsOf.push(parts.map((part) => this.termNumber(part.term)))
  }

  private termNumber(term: string): number {
    const known = this.termNumbers.get(term)
    if (known !== undefined) return known
    this.termNumbers.set(term, this.terms.length)
    return this.terms.push(term) - 1
  }
}

export function caseOf(surface: string): Case {
  const first = surface.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  return surface.length > 1 && surface === surface.toUpperCase() ? 'upper' : 'capital'
}
