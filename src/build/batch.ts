import type { PassageWords } from '../alignment/collected-evidence.js'
import type { EvidenceWord } from '../alignment/evidence-terms.js'
import { EvidenceWords } from '../alignment/evidence-terms.js'
import { analyzerFor } from '../analysis/registry.js'
import { DuplicateFinder, type SignedPassages } from '../duplicates/duplicate-finder.js'
import { Shingles } from '../duplicates/shingles.js'
import { Inverter } from '../engines/flexsearch/inverter.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { ByteWriter } from '../store/bytes.js'
import { NumberList } from '../store/number-list.js'
import { type PlacedPassage, passageColumns } from '../store/passage-columns.js'
import type { StoredDocuments } from '../store/passage-store-writer.js'
import type { CutPassage } from './cut-document.js'

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
  private readonly encoder = new TextEncoder()
  private readonly documents: Batch['documents'] = []
  private readonly passages: PlacedPassage[] = []
  private readonly texts = new ByteWriter(1 << 16)
  private readonly sections: { document: number; heading: readonly string[] }[] = []
  private readonly speakers: string[] = []
  private readonly languages = new Map<Language, LanguageBatch>()
  private readonly evidence = new NumberList()
  private readonly evidenceEnds = new NumberList()
  private readonly duplicates = new DuplicateFinder()

  /** Bytes of the texts so far. */
  get textBytes(): number {
    return this.texts.length
  }

  /** Adds the document that comes next. */
  addDocument(text: string, passages: readonly CutPassage[]): void {
    const document = this.documents.length
    const start = this.texts.length
    const sections = new Map<string, number>()
    const speakers = new Map<string, number>()
    const places = new BytePlaces(text, start)
    this.texts.bytes(this.encoder.encode(text))
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
        length: this.analyze(passage),
      })
    }
    this.documents.push({
      textBytes: this.texts.length - start,
      passageCount: passages.length,
    })
  }

  finish(): Batch {
    const languages: Batch['languages'] = {}
    const lists: Partial<Record<Language, readonly EvidenceWord[]>> = {}
    for (const language of LANGUAGES) {
      const own = this.languages.get(language)
      if (!own) continue
      const { passageCount: passages, wordCount: words } = own.inverter
      languages[language] = { run: own.inverter.run(), passages, words }
      lists[language] = own.evidence.list
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
        lists,
        numbers: this.evidence.values().slice(),
        ends: this.evidenceEnds.values().slice(),
      },
      signed: this.duplicates.signed(),
    }
  }

  /** Returns the number of words with weight. */
  private analyze({ text, language }: CutPassage): number {
    const { inverter, evidence, shingles } = this.of(language)
    const words = inverter.words.of(analyzerFor(language).read(text))
    const number = this.passages.length
    this.duplicates.add(number, shingles.of(words))
    for (const word of evidence.distinct(words)) this.evidence.push(word)
    this.evidenceEnds.push(this.evidence.length)
    return inverter.add(number, words)
  }

  private of(language: Language): LanguageBatch {
    const known = this.languages.get(language)
    if (known) return known
    const inverter = new Inverter(analyzerFor(language))
    const evidence = new EvidenceWords(inverter.words)
    const made = { inverter, evidence, shingles: new Shingles(inverter.words, language) }
    this.languages.set(language, made)
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
    private readonly text: string,
    private byte: number,
  ) {}

  at(unit: number): number {
    const { text } = this
    while (this.unit < unit) {
      const code = text.charCodeAt(this.unit++)
      if (code < 0x80) this.byte++
      else if (code < 0x800) this.byte += 2
      else if (!isHigh(code) || !isLow(text.charCodeAt(this.unit))) this.byte += 3
      else {
        this.unit++
        this.byte += 4
      }
    }
    return this.byte
  }
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

/** What is collected of the passages of one language. */
interface LanguageBatch {
  inverter: Inverter
  evidence: EvidenceWords
  shingles: Shingles
}
