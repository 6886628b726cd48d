import { type NumberedWords, WordNumbers } from '../../analysis/analyzed-word.js'
import type { Analyzer } from '../../analysis/analyzer.js'
import { ByteWriter, memorySource } from '../../store/bytes.js'
import { NumberList } from '../../store/number-list.js'
import type { Bm25Settings } from './bm25.js'
import type { FieldFiles } from './field-index.js'
import { FieldVocabulary, formOf, PARTS, WEIGHT } from './runs/field-vocabulary.js'
import { mergeRuns } from './runs/merge-runs.js'
import { writeRun } from './runs/write-run.js'

/** Inverts passages of one field and language, as many as fit into memory, and gives them as a run. */
export class Inverter {
  /** Of the words of all passages: their forms. */
  private readonly tokenForms = new NumberList()
  private readonly tokenPositions = new NumberList()
  private readonly partTerms = new NumberList()
  /** By passage: where its words end, and the terms of parts. */
  private readonly tokenEnds = new NumberList()
  private readonly partEnds = new NumberList()
  private readonly passages = new NumberList()
  private readonly lengths = new NumberList()
  /** Words with weight in all passages. */
  wordCount = 0

  /** @param vocabulary Of the words of the passages; it may be that of an earlier run. */
  constructor(
    private readonly analyzer: Analyzer,
    private readonly vocabulary = new FieldVocabulary(new WordNumbers(analyzer)),
  ) {}

  /** Adds a passage (ids ascending), its words numbered by those of the vocabulary; returns its length: the number of its words with weight. */
  add(id: number, words: NumberedWords): number {
    const { vocabulary } = this
    vocabulary.update()
    const { length: count, numbers } = words
    const { list, width } = vocabulary.words.facts
    const forms = this.tokenForms.extend(count)
    let length = 0
    for (let i = 0; i < count; i++) {
      const code = list[numbers[i]! * width + vocabulary.code]!
      forms[i] = formOf(code)
      length += code & WEIGHT
      if ((code & PARTS) !== 0) this.addParts(numbers[i]!)
    }
    this.tokenPositions.append(words.positions.subarray(0, count))
    this.tokenEnds.push(this.tokenForms.length)
    this.partEnds.push(this.partTerms.length)
    this.passages.push(id)
    this.lengths.push(length)
    this.wordCount += length
    return length
  }

  /** Adds a passage by its text. */
  addText(id: number, text: string): number {
    return this.add(id, this.vocabulary.words.of(text))
  }

  get averageLength(): number {
    return this.passageCount === 0 ? 0 : this.wordCount / this.passageCount
  }

  get passageCount(): number {
    return this.passages.length
  }

  /** All passages so far as a run. */
  run(): Uint8Array {
    return writeRun(this.vocabulary, {
      passages: this.passages.values(),
      tokenForms: this.tokenForms.values(),
      tokenPositions: this.tokenPositions.values(),
      tokenEnds: this.tokenEnds.values(),
      partTerms: this.partTerms.values(),
      partEnds: this.partEnds.values(),
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

  private addParts(word: number): void {
    const { partStarts, partTerms } = this.vocabulary
    for (let part = partStarts.at(word); part < partStarts.at(word + 1); part++)
      this.partTerms.push(partTerms.at(part))
  }
}
