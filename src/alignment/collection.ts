import { LANGUAGES, type Language } from '../language/language.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { alignPassages, MAX_CELLS, type PassageLink } from './align.js'
import { type ComparedDocuments, KnownComparisons } from './compared-documents.js'
import { decisionsOn, formatDecisions, type SettledDecisions } from './decisions.js'
import { type DocumentWords, likelyPairs } from './document-pairs.js'
import type { PassageEvidence } from './evidence.js'
import type { DocumentEvidence } from './likeness.js'
import { type KnownNearest, type NearestDocuments, nearestDocuments } from './nearest-documents.js'
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
 *
 * @param known What was found, with the same lexicon, about documents that are the same as before: they are not compared again.
 */
export function alignCollection(
  collection: AlignableCollection,
  lexicon: TranslationLexicon,
  decisions: SettledDecisions,
  known?: KnownDocuments,
): CollectionAlignment {
  return new CollectionAligner(collection, lexicon, decisions, known).align()
}

class CollectionAligner {
  private readonly cache = new Map<number, DocumentEvidence>()
  private readonly links: CollectionLink[] = []
  private readonly tooLong: DocumentPair[] = []
  private readonly compared: ComparedDocuments[] = []
  private readonly known: KnownComparisons

  private readonly lexicon: TranslationLexicon

  constructor(
    private readonly collection: AlignableCollection,
    lexicon: TranslationLexicon,
    private readonly decisions: SettledDecisions,
    private readonly before: KnownDocuments | undefined,
  ) {
    this.lexicon = remembered(lexicon)
    this.known = new KnownComparisons(before?.compared ?? [])
  }

  align(): CollectionAlignment {
    const declared = declaredPairs(this.collection.documents)
    for (const pair of declared) this.alignPair(pair, true)
    const nearest = this.discover(declared)
    for (const pair of likelyPairs(nearest)) this.alignPair(pair, false)
    this.addConfirmed()
    this.links.sort((a, b) => a.left - b.left || a.right - b.right)
    const { links, tooLong, compared } = this
    return { links, tooLong, found: { compared, nearest } }
  }

  private alignPair(pair: DocumentPair, declared: boolean): void {
    const [one, other] = this.documentsOf(pair)
    if ((one.end - one.first) * (other.end - other.first) > MAX_CELLS) {
      if (declared) this.tooLong.push(pair)
      return
    }
    const compared = this.compare(pair, declared)
    this.compared.push(compared)
    for (const { left, right, confidence } of compared.links)
      this.links.push({ left: left + one.first, right: right + other.first, confidence })
  }

  /** Links the passages of two documents, if they are versions of each other. */
  private compare(pair: DocumentPair, declared: boolean): ComparedDocuments {
    const [left, right] = pair
    const [one, other] = this.documentsOf(pair)
    const decisions = decisionsOn(one, other, this.decisions)
    const decided = formatDecisions(decisions)
    const known = this.known.find({ left, right, declared, decided })
    if (known) return known
    const { confirmed, forbidden, alone } = decisions
    const options = { declared, confirmed, forbidden }
    const all = alignPassages(this.evidence(left), this.evidence(right), this.lexicon, options)
    const links = all.filter(
      (link) => !alone[0].includes(link.left) && !alone[1].includes(link.right),
    )
    const isVersion = declared || areVersions(one, other, links)
    return { left, right, declared, decided, links: isVersion ? links : [] }
  }

  private documentsOf([left, right]: DocumentPair): [AlignableDocument, AlignableDocument] {
    const { documents } = this.collection
    return [documents[left]!, documents[right]!]
  }

  /** Confirmed links hold also where nothing else says that the documents have to do with each other. */
  private addConfirmed(): void {
    const known = new Set(this.links.map(({ left, right }) => `${left} ${right}`))
    for (const [a, b] of this.decisions.confirmed) {
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
    return nearestDocuments(english, german, this.collection.words, this.before?.nearest)
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

/** Translations of more words than this are not remembered. */
const REMEMBERED = 200_000

/** The same words are in many documents. */
function remembered(lexicon: TranslationLexicon): TranslationLexicon {
  const known = { en: new Map<string, Translations>(), de: new Map<string, Translations>() }
  return {
    translations(term, from) {
      const found = known[from].get(term)
      if (found) return found
      const made = lexicon.translations(term, from)
      if (known[from].size >= REMEMBERED) known[from].clear()
      known[from].set(term, made)
      return made
    },
  }
}

type Translations = ReturnType<TranslationLexicon['translations']>
