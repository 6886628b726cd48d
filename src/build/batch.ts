import type { PassageWords } from '../alignment/collected-evidence.js'
import { analyzerFor } from '../analysis/registry.js'
import type { SignedPassages } from '../duplicates/compared.js'
import { DuplicateFinder } from '../duplicates/duplicate-finder.js'
import { Inverter } from '../engines/flexsearch/inverter.js'
import { CodeUnitReader, type CodeUnits } from '../language/characters.js'
import type { Language } from '../language/language.js'
import { ByteWriter } from '../store/bytes.js'
import { NumberList } from '../store/number-list.js'
import { type PlacedPassage, passageColumns } from '../store/passage-columns.js'
import type { StoredDocuments } from '../store/passage-store-writer.js'
import type { CutPassage } from './cut-document.js'
import type { Vocabularies } from './vocabularies.js'

/**
 * What is made of some documents that follow one another: everything about them that does not depend on others. Numbers of documents, passages,
 * sections, speakers and words begin at 0 in each batch. It can be handed from one thread to another.
 */
export interface Batch {
  stored: Omit<StoredDocuments, 'documents'>
  documents: { textBytes: number; passageCount: number }[]
  /** Per language: its passages, inverted, and how many words with weight they have. */
  languages: Partial<Record<Language, { run: Uint8Array; passages: number; words: number }>>
  evidence: PassageWords
  signed: SignedPassages
}

/** Analyzes documents and makes a batch of them. */
export class BatchBuilder {
  private readonly documents: Batch['documents'] = []
  private readonly passages: PlacedPassage[] = []
  private readonly texts: ByteWriter
  private readonly sections: { document: number; heading: readonly string[] }[] = []
  private readonly speakers: string[] = []
  private readonly inverters = new Map<Language, Inverter>()
  private readonly evidence = new NumberList()
  private readonly evidenceEnds = new NumberList()
  private readonly duplicates = new DuplicateFinder()
  private readonly reader = new CodeUnitReader()

  /**
   * @param vocabularies May be those of the batch before; what is made is the same.
   * @param textBytes For so many bytes of texts there is room at first.
   */
  constructor(
    private readonly vocabularies: Vocabularies,
    textBytes = 1 << 16,
  ) {
    this.texts = new ByteWriter(textBytes)
  }

  /**
   * Adds the document that comes next.
   *
   * @param read Its text, where it was read already.
   */
  addDocument(
    text: string,
    passages: readonly CutPassage[],
    read: CodeUnits = this.reader.read(text),
  ): void {
    const document = this.documents.length
    const start = this.texts.length
    const sections = new Map<string, number>()
    const speakers = new Map<string, number>()
    const places = new BytePlaces(read, start)
    for (const passage of passages) {
      const { heading, speaker } = passage
      this.passages.push({
        document,
        hash: passage.hash,
        start: passage.start,
        end: passage.end,
        sourceStart: passage.sourceStart,
        sourceEnd: passage.sourceEnd,
        language: passage.language,
        confidence: passage.confidence,
        byteStart: places.at(passage.start),
        byteEnd: places.at(passage.end),
        section: this.section(document, heading, sections),
        speaker: speaker === null ? null : this.speaker(speaker, speakers),
        length: this.analyze(passage, read),
      })
    }
    const textBytes = places.at(text.length) - start
    this.texts.encoded(text, textBytes)
    this.documents.push({ textBytes, passageCount: passages.length })
  }

  finish(): Batch {
    const languages: Batch['languages'] = {}
    for (const [language, inverter] of this.inverters) {
      const { passageCount: passages, wordCount: words } = inverter
      languages[language] = { run: inverter.run(), passages, words }
    }
    return {
      stored: {
        passages: passageColumns(this.passages),
        texts: this.texts.result(),
        sections: this.sections,
        speakers: this.speakers,
      },
      documents: this.documents,
      languages,
      evidence: {
        vocabulary: this.vocabularies.name,
        added: this.vocabularies.takeEvidence(),
        numbers: this.evidence.values().slice(),
        ends: this.evidenceEnds.values().slice(),
      },
      signed: this.duplicates.signed(),
    }
  }

  /** Returns the number of words with weight. */
  private analyze({ start, end, language }: CutPassage, { units }: CodeUnits): number {
    const { words: numbers, evidence, shingles } = this.vocabularies.of(language)
    const words = numbers.from({ units, length: end }, start)
    const number = this.passages.length
    this.duplicates.add(number, shingles.of(words))
    evidence.distinct(words, this.evidence)
    this.evidenceEnds.push(this.evidence.length)
    return this.inverter(language).add(number, words)
  }

  private inverter(language: Language): Inverter {
    const known = this.inverters.get(language)
    if (known) return known
    const made = new Inverter(analyzerFor(language), this.vocabularies.of(language).field)
    this.inverters.set(language, made)
    return made
  }

  private section(
    document: number,
    heading: readonly string[],
    known: Map<string, number>,
  ): number {
    const key = heading.join('\0')
    const number = known.get(key)
    if (number !== undefined) return number
    known.set(key, this.sections.length)
    return this.sections.push({ document, heading }) - 1
  }

  private speaker(name: string, known: Map<string, number>): number {
    const number = known.get(name)
    if (number !== undefined) return number
    known.set(name, this.speakers.length)
    return this.speakers.push(name) - 1
  }
}

/** Where the characters of a text stand in its bytes (UTF-8); asked in their order. */
class BytePlaces {
  private unit = 0

  /** @param byte Where the text begins. */
  constructor(
    private readonly text: CodeUnits,
    private byte: number,
  ) {}

  at(place: number): number {
    const { units, length } = this.text
    let { unit, byte } = this
    while (unit < place) {
      const code = units[unit++]!
      if (code < 0x80) byte++
      else if (code < 0x800) byte += 2
      else if (!isHigh(code) || unit >= length || !isLow(units[unit]!)) byte += 3
      else {
        unit++
        byte += 4
      }
    }
    this.unit = unit
    this.byte = byte
    return byte
  }
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
