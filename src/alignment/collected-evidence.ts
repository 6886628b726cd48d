import { StringNumbers } from '../analysis/string-numbers.js'
import { CodeUnitReader } from '../language/characters.js'
import { LANGUAGES, type Language } from '../language/language.js'
import { KnownHeadings, type PortableDocument } from './document-evidence.js'
import type { PassageEvidence } from './evidence.js'
import { type EvidenceTerm, evidenceTerm, spelling, unpackWord } from './evidence-terms.js'

/** What is known of passages besides their words, by number. */
export interface PassageFacts {
  languageOf(passage: number): Language
  /** UTF-16 code units. */
  lengthOf(passage: number): number
  /** The nearest heading above it. */
  headingOf(passage: number): string | undefined
  speakerOf(passage: number): string | null
}

/** The words of some passages, one after the other: of each the distinct ones with weight, by their numbers in a vocabulary. */
export interface PassageWords {
  /** Which vocabulary: whose it is, and how often it has begun anew. */
  vocabulary: { owner: number; edition: number }
  /** Of each language, the words that it has had since it was last used, packed, one on each line; none where there is nothing. */
  added: Partial<Record<Language, string>>
  numbers: Uint32Array
  /** By passage: where its words end. */
  ends: Uint32Array
}

type NumbersOf = Record<Language, number[]>

/** Some passages' words, by the numbers of the whole collection. */
interface Stretch {
  /** The first passage. */
  first: number
  numbers: Uint32Array
  ends: Uint32Array
}

/**
 * The evidence of all passages of a collection, taken from the words that the index is made of. It keeps four bytes for each
 * distinct word of a passage.
 */
export class CollectedEvidence {
  private readonly words = new WordTable()
  /** By owner of a vocabulary: the numbers here of its words. */
  private readonly vocabularies = new Map<number, { edition: number; numbers: NumbersOf }>()
  private readonly stretches: Stretch[] = []
  private passages = 0
  private readonly headings = new KnownHeadings()

  /** @param facts Of all passages that are added, once they are. */
  constructor(private readonly facts: PassageFacts) {}

  /** Adds the passages that come next, of which the facts are known already. What one vocabulary has given comes in the order in which it gave it. */
  add({ vocabulary, added, numbers, ends }: PassageWords): void {
    const known = this.numbersOf(vocabulary)
    for (const language of LANGUAGES) this.words.number(added[language], language, known[language])
    let word = 0
    for (let i = 0; i < ends.length; i++) {
      const own = known[this.facts.languageOf(this.passages + i)]
      for (; word < ends[i]!; word++) numbers[word] = own[numbers[word]!]!
    }
    this.stretches.push({ first: this.passages, numbers, ends })
    this.passages += ends.length
  }

  private numbersOf({ owner, edition }: PassageWords['vocabulary']): NumbersOf {
    const known = this.vocabularies.get(owner)
    if (known?.edition === edition) return known.numbers
    const numbers: NumbersOf = { en: [], de: [], und: [] }
    this.vocabularies.set(owner, { edition, numbers })
    return numbers
  }

  of(number: number): PassageEvidence {
    const language = this.facts.languageOf(number)
    return {
      language,
      length: this.facts.lengthOf(number),
      terms: Array.from(this.wordsOf(number), (word) => this.words.at(word)),
      heading: this.headings.of(this.facts.headingOf(number), language),
      speaker: this.headings.of(this.facts.speakerOf(number) ?? undefined, language),
    }
  }

  /**
   * What another thread needs to compare a document; the words by their numbers.
   *
   * @param place Its first passage, and one past the last.
   */
  portable(language: Language, { first, end }: { first: number; end: number }): PortableDocument {
    const { facts } = this
    const passages = Array.from({ length: end - first }, (_, i) => first + i)
    const ends: number[] = []
    for (const passage of passages) ends.push((ends.at(-1) ?? 0) + this.wordsOf(passage).length)
    return {
      language,
      languages: passages.map((passage) => facts.languageOf(passage)),
      lengths: passages.map((passage) => facts.lengthOf(passage)),
      headings: passages.map((passage) => facts.headingOf(passage)),
      speakers: passages.map((passage) => facts.speakerOf(passage) ?? undefined),
      // Of a part that is handed over, the whole would be.
      words: passages.length > 0 ? this.wordsOf(first, passages.length).slice() : new Uint32Array(),
      ends,
    }
  }

  /** Words by their numbers, packed, one on each line. */
  packedWords(numbers: Iterable<number>): string {
    return Array.from(numbers, (number) => this.words.packedAt(number)).join('\n')
  }

  languageOf(number: number): Language {
    return this.facts.languageOf(number)
  }

  /** The numbers of a passage's words, or of some that were added together, as those of a document are. */
  wordsOf(passage: number, count = 1): Uint32Array {
    const { first, numbers, ends } = this.stretchOf(passage)
    const place = passage - first
    return numbers.subarray(place === 0 ? 0 : ends[place - 1]!, ends[place + count - 1]!)
  }

  /** A word by its number; the same object each time. Words of different languages have different numbers. */
  wordAt(number: number): EvidenceTerm {
    return this.words.at(number)
  }

  /** The same without what is common to languages, and not kept: for those who go through all words once. */
  spellingOf(number: number): Pick<EvidenceTerm, 'term' | 'surface'> {
    return this.words.spelling(number)
  }

  /** Number of different words. */
  get wordCount(): number {
    return this.words.size
  }

  private stretchOf(passage: number): Stretch {
    let low = 0
    let high = this.stretches.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.stretches[middle]!.first <= passage) low = middle
      else high = middle - 1
    }
    return this.stretches[low]!
  }
}

function numbering(): { strings: StringNumbers; numbers: number[] } {
  return { strings: new StringNumbers(), numbers: [] }
}

/** The words of the whole collection. What they offer is found out when it is asked for. */
class WordTable {
  /** Packed. */
  private readonly words: string[] = []
  private readonly terms: EvidenceTerm[] = []
  /** Words of each language by how they are packed, and their numbers by those of the strings. */
  private readonly languages = { en: numbering(), de: numbering(), und: numbering() }
  private readonly reader = new CodeUnitReader()

  get size(): number {
    return this.words.length
  }

  at(number: number): EvidenceTerm {
    const known = this.terms[number]
    if (known) return known
    const made = evidenceTerm(unpackWord(this.words[number]!))
    while (this.terms.length < number) this.at(this.terms.length)
    this.terms[number] = made
    return made
  }

  packedAt(number: number): string {
    return this.words[number]!
  }

  spelling(number: number): Pick<EvidenceTerm, 'term' | 'surface'> {
    return this.terms[number] ?? spelling(unpackWord(this.words[number]!))
  }

  /** Finds the numbers of packed words, one on each line. They are cut out of the text only where they are new: other threads, or this one before it began anew, have had many of them. */
  number(packed: string | undefined, language: Language, into: number[]): void {
    if (packed === undefined) return
    const { strings, numbers } = this.languages[language]
    const { units, length } = this.reader.read(packed)
    for (let start = 0, end = 0; start < length; start = end + 1) {
      end = lineEnd(units, start, length)
      const string = strings.numberOfStretch(units, start, end)
      if (string === numbers.length) {
        numbers.push(this.words.length)
        this.words.push(packed.slice(start, end))
      }
      into.push(numbers[string]!)
    }
  }
}

function lineEnd(units: Uint16Array, start: number, length: number): number {
  let end = start
  while (end < length && units[end] !== LINE_FEED) end++
  return end
}

const LINE_FEED = 0x0a
