import { LANGUAGES, type Language } from '../language/language.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { type AlignmentOptions, alignPassages, MAX_CELLS, type PassageLink } from './align.js'
import { type ComparedDocuments, KnownComparisons } from './compared-documents.js'
import {
  decisionsOn,
  formatDecisions,
  type PairDecisions,
  type SettledDecisions,
} from './decisions.js'
import { type DocumentWords, likelyPairs } from './document-pairs.js'
import type { PassageEvidence } from './evidence.js'
import type { DocumentEvidence } from './likeness.js'
import { type KnownNearest, type NearestDocuments, nearestDocuments } from './nearest-documents.js'
import { remembered } from './remembered-lexicon.js'
import { LINK_THRESHOLD } from './threshold.js'
import { type DocumentPair, declaredPairs, type VersionedDocument } from './versions.js'

/** A document and the numbers of its passages: the first, and one past the last. */
export interface AlignableDocument extends VersionedDocument {
  first: number
  end: number
}

/** The documents of a collection with their words, and the evidence of their passages, which have numbers in the order of the documents. */
export interface AlignableCollection {
  documents: readonly AlignableDocument[]
  words: DocumentWords
  /** Asked only for passages of documents that are compared. */
  evidence: { of(passage: number): PassageEvidence; languageOf(passage: number): Language }
}

/** A link between passages by their numbers, `left` being the smaller one. */
export interface CollectionLink {
  left: number
  right: number
  confidence: number
}

export interface CollectionAlignment {
  links: CollectionLink[]
  /** Documents that were not compared because they are too long, the shorter one second. */
  tooLong: DocumentPair[]
  /** To be kept for another time. */
  found: FoundDocuments
}

/** What was found out about documents on the way. */
export interface FoundDocuments {
  /** All that were compared. */
  compared: readonly ComparedDocuments[]
  nearest: NearestDocuments
}

/** What was found about documents that are the same as before, by their numbers of today. */
export interface KnownDocuments {
  compared: readonly ComparedDocuments[]
  nearest: KnownNearest
}

/** Two documents to be compared, by their numbers, and what is known of them. */
export interface DocumentComparison {
  left: number
  right: number
  options: AlignmentOptions
}

/** Compares documents, in any order and place. @param here Compares two at once. @returns the links of each two. */
export type CompareDocuments = (
  comparisons: readonly DocumentComparison[],
  here: (comparison: DocumentComparison) => readonly PassageLink[],
) => Promise<readonly (readonly PassageLink[])[]>

const compareHere: CompareDocuments = async (comparisons, here) => comparisons.map(here)

/** How a collection is aligned. */
export interface CollectionOptions {
  decisions: SettledDecisions
  /** What was found, with the same lexicon, about documents that are the same as before: they are not compared again. */
  known?: KnownDocuments | undefined
  /** Compares them here by default. */
  compare?: CompareDocuments | undefined
}

/**
 * Documents are found to be versions of each other where so many of their links are expected to be right: the sum of
 * their confidences. Of a document of one or two passages, this share of them.
 */
const MIN_EXPECTED = 1.7
const SHORT_SHARE = 0.8
/** Documents whose evidence is kept for the next comparison. */
const CACHED = 256

/**
 * Aligns all documents of a collection that are versions of each other: those of which it is said, and those of different
 * languages that turn out to be.
 */
export function alignCollection(
  collection: AlignableCollection,
  lexicon: TranslationLexicon,
  options: CollectionOptions,
): Promise<CollectionAlignment> {
  return new CollectionAligner(collection, lexicon, options).align()
}

/** Two documents that are compared, unless it is known what comes of it. */
interface Candidates extends Omit<ComparedDocuments, 'links'> {
  decisions: PairDecisions
  known: ComparedDocuments | undefined
}

class CollectionAligner {
  private readonly cache = new Map<number, DocumentEvidence>()
  private readonly links: CollectionLink[] = []
  private readonly tooLong: DocumentPair[] = []
  private readonly known: KnownComparisons

  private readonly lexicon: TranslationLexicon

  constructor(
    private readonly collection: AlignableCollection,
    lexicon: TranslationLexicon,
    private readonly options: CollectionOptions,
  ) {
    this.lexicon = remembered(lexicon)
    this.known = new KnownComparisons(options.known?.compared ?? [])
  }

  async align(): Promise<CollectionAlignment> {
    const declared = declaredPairs(this.collection.documents)
    const nearest = this.discover(declared)
    const compared = await this.compare([
      ...declared.flatMap((pair) => this.candidates(pair, true)),
      ...likelyPairs(nearest).flatMap((pair) => this.candidates(pair, false)),
    ])
    for (const { left, right, links } of compared) this.addLinks([left, right], links)
    this.addConfirmed()
    this.links.sort((a, b) => a.left - b.left || a.right - b.right)
    const { links, tooLong } = this
    return { links, tooLong, found: { compared, nearest } }
  }

  /** None where the two are too long. */
  private candidates(pair: DocumentPair, declared: boolean): Candidates[] {
    const [left, right] = pair
    const [one, other] = this.documentsOf(pair)
    if ((one.end - one.first) * (other.end - other.first) > MAX_CELLS) {
      if (declared) this.tooLong.push(pair)
      return []
    }
    const decisions = decisionsOn(one, other, this.options.decisions)
    const about = { left, right, declared, decided: formatDecisions(decisions) }
    return [{ ...about, decisions, known: this.known.find(about) }]
  }

  /** Compares the documents of which it is not known what comes of it. */
  private async compare(all: readonly Candidates[]): Promise<ComparedDocuments[]> {
    const { compare = compareHere } = this.options
    const unknown = all.filter(({ known }) => !known)
    const comparisons = unknown.map(({ left, right, declared, decisions }) => {
      const { confirmed, forbidden } = decisions
      return { left, right, options: { declared, confirmed, forbidden } }
    })
    const found = await compare(comparisons, ({ left, right, options }) =>
      alignPassages(this.evidence(left), this.evidence(right), this.lexicon, options),
    )
    const results = new Map(unknown.map((candidates, i) => [candidates, found[i]!]))
    return all.map(
      (candidates) => candidates.known ?? this.judge(candidates, results.get(candidates)!),
    )
  }

  /** Leaves out links that somebody has ruled out, and all if the documents are no versions of each other. */
  private judge(
    { left, right, declared, decided, decisions: { alone } }: Candidates,
    all: readonly PassageLink[],
  ): ComparedDocuments {
    const links = all.filter(
      (link) => !alone[0].includes(link.left) && !alone[1].includes(link.right),
    )
    const [one, other] = this.documentsOf([left, right])
    const isVersion = declared || areVersions(one, other, links)
    return { left, right, declared, decided, links: isVersion ? links : [] }
  }

  private addLinks(pair: DocumentPair, links: readonly PassageLink[]): void {
    const [one, other] = this.documentsOf(pair)
    for (const { left, right, confidence } of links)
      this.links.push({ left: left + one.first, right: right + other.first, confidence })
  }

  private documentsOf([left, right]: DocumentPair): [AlignableDocument, AlignableDocument] {
    const { documents } = this.collection
    return [documents[left]!, documents[right]!]
  }

  /** Confirmed links hold also where nothing else says that the documents have to do with each other. */
  private addConfirmed(): void {
    const known = new Set(this.links.map(({ left, right }) => `${left} ${right}`))
    for (const [a, b] of this.options.decisions.confirmed) {
      const link = { left: Math.min(a, b), right: Math.max(a, b), confidence: 1 }
      const key = `${link.left} ${link.right}`
      if (!known.has(key)) this.links.push(link)
      known.add(key)
    }
  }

  /**
   * Documents of different languages that may be versions of each other. For one of which a version in the other
   * language is declared, no other is looked for.
   */
  private discover(declared: readonly DocumentPair[]): NearestDocuments {
    const languages = this.languages()
    const translated = new Set(declared.filter(([a, b]) => languages[a] !== languages[b]).flat())
    const numbers = (wanted: Language) =>
      [...languages.keys()].filter(
        (number) => languages[number] === wanted && !translated.has(number),
      )
    const [english, german] = [numbers('en'), numbers('de')]
    return nearestDocuments(english, german, this.collection.words, this.options.known?.nearest)
  }

  private languages(): Language[] {
    return this.collection.documents.map((_, number) => this.languageOf(number))
  }

  private languageOf(document: number): Language {
    const { documents, evidence } = this.collection
    return languageOfDocument(documents[document]!, (passage) => evidence.languageOf(passage))
  }

  private evidence(document: number): DocumentEvidence {
    const known = this.cache.get(document)
    if (known) return known
    const { first, end } = this.collection.documents[document]!
    const passages = Array.from({ length: end - first }, (_, i) =>
      this.collection.evidence.of(first + i),
    )
    const made = { language: this.languageOf(document), passages }
    if (this.cache.size >= CACHED) this.cache.delete(this.cache.keys().next().value!)
    this.cache.set(document, made)
    return made
  }
}

/** The language of most of its passages. */
export function languageOfDocument(
  { first, end }: Pick<AlignableDocument, 'first' | 'end'>,
  languageOf: (passage: number) => Language,
): Language {
  const counts = { en: 0, de: 0, und: 0 } satisfies Record<Language, number>
  for (let number = first; number < end; number++) {
    const language = languageOf(number)
    // Mostly all passages of a document are in one language.
    if (2 * ++counts[language] > end - first) return language
  }
  return LANGUAGES.reduce((best, each) => (counts[each] > counts[best] ? each : best))
}

/** True where enough passages belong together that one is a version of the other, or of a part of it. */
function areVersions(
  left: AlignableDocument,
  right: AlignableDocument,
  links: readonly PassageLink[],
): boolean {
  const sure = links.filter(({ confidence }) => confidence >= LINK_THRESHOLD)
  const expected = sure.reduce((sum, { confidence }) => sum + confidence, 0)
  const sides = [
    { passages: left.end - left.first, linked: new Set(sure.map((link) => link.left)).size },
    { passages: right.end - right.first, linked: new Set(sure.map((link) => link.right)).size },
  ]
  const passages = Math.min(...sides.map((side) => side.passages))
  if (expected < Math.min(MIN_EXPECTED, SHORT_SHARE * passages)) return false
  return sides.every((side) => side.linked >= Math.min(2, side.passages))
}
