import type { Analyzer } from '../../analysis/analyzer.js'
import { dropJoiners } from '../../analysis/fold.js'
import type { Token } from '../../analysis/token.js'
import { ByteWriter } from '../../store/bytes.js'
import { packContainer } from '../../store/container.js'
import { compareByCodePoint, packStrings } from '../../store/strings.js'
import { type Bm25Settings, impactSlot, saturation, termFrequency } from './bm25.js'
import { familyColumns } from './family-index.js'
import type { FieldFiles } from './field-index.js'
import { CASES, type Case, type FormRow, formColumns } from './form-index.js'
import { likenessColumns } from './likeness.js'
import { type Occurrences, writeOccurrences } from './lists/occurrence-writer.js'
import { NumberList } from './number-list.js'
import { PartOccurrences } from './part-occurrences.js'
import { PostingsWriter } from './postings-writer.js'

interface FormEntry {
  form: string
  term: string
  functionWord: boolean
  /** How every occurrence so far is written. */
  case: Case
}

/** Inverts one field of one language: takes passages with their tokens, gives the field's files. */
export class Inverter {
  private readonly numbers = new Map<string, number>()
  private readonly entries: FormEntry[] = []
  private readonly tokenForms = new NumberList()
  private readonly tokenIds = new NumberList()
  private readonly tokenPositions = new NumberList()
  private readonly parts = new PartOccurrences()
  private readonly lengths = new Map<number, number>()
  private totalLength = 0

  constructor(private readonly analyzer: Pick<Analyzer, 'fold' | 'family'>) {}

  /** Adds a passage (ids ascending) and returns its length: the number of its words with weight. */
  add(id: number, text: string, tokens: readonly Token[]): number {
    let length = 0
    for (const token of tokens) {
      if (token.kind === 'part') {
        this.parts.add(token.term, id)
        continue
      }
      this.tokenForms.push(this.register(token, text))
      this.tokenIds.push(id)
      this.tokenPositions.push(token.position)
      if (!token.functionWord && token.kind === 'word') length++
    }
    this.lengths.set(id, length)
    this.totalLength += length
    return length
  }

  get averageLength(): number {
    return this.lengths.size === 0 ? 0 : this.totalLength / this.lengths.size
  }

  get passageCount(): number {
    return this.lengths.size
  }

  get termCount(): number {
    return this.terms().length
  }

  get formCount(): number {
    return this.entries.length
  }

  /** The field's files. Same passages, same bytes. */
  finish(bm25: Bm25Settings): FieldFiles<Uint8Array> {
    const order = this.formOrder()
    const occurrences = this.gather()
    const forms = order.map((number) => this.entries[number]!)
    const terms = this.terms()
    const vocabulary = {
      ...formColumns(this.formRows(forms)),
      ...termColumns(forms, terms),
      ...(this.analyzer.family ? familyColumns(terms, this.analyzer.family) : {}),
    }
    const { positions, positionOffsets, formFrequencies } = packPositions(
      order.map((number) => occurrences[number]!),
    )
    const slotted = new PostingsWriter()
    let next = 0
    for (const term of terms) {
      const asWord = new Map<number, number>()
      for (; next < forms.length && forms[next]!.term === term; next++)
        if (!forms[next]!.functionWord) addFrequencies(asWord, occurrences[order[next]!]!)
      const { ids, slots } = this.slotsOf(asWord, this.parts.counts(term), bm25)
      slotted.add(ids, slots)
    }
    return {
      vocabulary: packContainer({
        ...vocabulary,
        ...slotted.columns(),
        formFrequencies,
        positionOffsets,
      }),
      postings: slotted.bytes(),
      positions,
    }
  }

  /** All terms in the order of their code points, those that occur as parts only among them. */
  private terms(): string[] {
    const terms = new Set([...this.entries.map(({ term }) => term), ...this.parts.terms()])
    return [...terms].sort(compareByCodePoint)
  }

  private register(token: Token, text: string): number {
    const written = caseOf(text.slice(token.start, token.end))
    const known = this.numbers.get(token.form)
    if (known !== undefined) {
      const entry = this.entries[known]!
      if (CASES.indexOf(written) < CASES.indexOf(entry.case)) entry.case = written
      return known
    }
    const { form, term, functionWord } = token
    this.numbers.set(form, this.entries.length)
    this.entries.push({ form, term, functionWord, case: written })
    return this.entries.length - 1
  }

  private formOrder(): number[] {
    return this.entries
      .map((_, number) => number)
      .sort((a, b) => {
        const [x, y] = [this.entries[a]!, this.entries[b]!]
        return compareByCodePoint(x.term, y.term) || compareByCodePoint(x.form, y.form)
      })
  }

  private gather(): Occurrences[] {
    const found = this.entries.map(() => ({
      passages: [] as number[],
      counts: [] as number[],
      positions: [] as number[],
    }))
    for (let i = 0; i < this.tokenForms.length; i++) {
      const { passages, counts, positions } = found[this.tokenForms.at(i)]!
      const id = this.tokenIds.at(i)
      if (passages[passages.length - 1] === id) counts[counts.length - 1]!++
      else {
        passages.push(id)
        counts.push(1)
      }
      positions.push(this.tokenPositions.at(i))
    }
    return found
  }

  private formRows(forms: readonly FormEntry[]): FormRow[] {
    const homographs = this.homographs(forms)
    return forms.map(({ form, case: written }) => {
      const fold = this.analyzer.fold(form)
      return { form, case: written, fold, homograph: homographs.has(fold) }
    })
  }

  /** Foldings that words of different letters share; a hyphen more or less is no difference. */
  private homographs(forms: readonly FormEntry[]): Set<string> {
    const shared = new Set<string>()
    const spellings = new Map<string, string>()
    for (const { form } of forms) {
      const [fold, letters] = [this.analyzer.fold(form), dropJoiners(form)]
      const known = spellings.get(fold)
      if (known === undefined) spellings.set(fold, letters)
      else if (known !== letters) shared.add(fold)
    }
    return shared
  }

  private slotsOf(
    asWord: ReadonlyMap<number, number>,
    asPart: ReadonlyMap<number, number>,
    bm25: Bm25Settings,
  ): { ids: Uint32Array; slots: Uint8Array } {
    const ids = Uint32Array.from(new Set([...asWord.keys(), ...asPart.keys()])).sort()
    const slots = Uint8Array.from(ids, (id) => {
      const k = saturation(this.lengths.get(id)!, this.averageLength, bm25)
      return impactSlot(termFrequency(asWord.get(id) ?? 0, asPart.get(id) ?? 0), k)
    })
    return { ids, slots }
  }
}

function caseOf(surface: string): Case {
  const first = surface.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  return surface.length > 1 && surface === surface.toUpperCase() ? 'upper' : 'capital'
}

function addFrequencies(frequencies: Map<number, number>, { passages, counts }: Occurrences): void {
  for (let i = 0; i < passages.length; i++)
    frequencies.set(passages[i]!, (frequencies.get(passages[i]!) ?? 0) + counts[i]!)
}

function termColumns(forms: readonly FormEntry[], terms: readonly string[]) {
  const packed = packStrings(terms)
  const formStarts = new Uint32Array(terms.length + 1)
  let next = 0
  for (const [i, term] of terms.entries()) {
    while (next < forms.length && forms[next]!.term === term) next++
    formStarts[i + 1] = next
  }
  return {
    ...likenessColumns('term', terms),
    terms: packed.bytes,
    termsOffsets: packed.offsets,
    formStarts,
  }
}

function packPositions(forms: readonly Occurrences[]) {
  const writer = new ByteWriter()
  const positionOffsets = new Uint32Array(forms.length + 1)
  for (const [i, form] of forms.entries()) {
    writeOccurrences(writer, form)
    positionOffsets[i + 1] = writer.length
  }
  const formFrequencies = Uint32Array.from(forms, ({ passages }) => passages.length)
  return { positions: writer.result(), positionOffsets, formFrequencies }
}
