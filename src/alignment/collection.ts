import { LANGUAGES, type Language } from '../language/language.js'
import type { TranslationLexicon } from '../translation/lexicon.js'
import { type AlignmentOptions, alignPassages, MAX_CELLS } from './align.js'
import type { CollectedEvidence } from './collected-evidence.js'
import type { SettledDecisions } from './decisions.js'
import { type DocumentWords, likelyPairs } from './document-pairs.js'
import type { DocumentEvidence } from './likeness.js'
import { LINK_THRESHOLD } from './threshold.js'
import { type DocumentPair, declaredPairs, type VersionedDocument } from './versions.js'

/** A document and the numbers of its passages: the first, and one past the last. */
export interface AlignableDocument extends VersionedDocument {
  first: number
  end: number
}

/** The documents of a collection, and the evidence of their passages, which have numbers in the order of the documents. */
export interface AlignableCollection {
  documents: readonly AlignableDocument[]
  evidence: Pick<CollectedEvidence, 'of' | 'languageOf' | 'wordsOf' | 'wordAt' | 'wordCount'>
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
  decisions: SettledDecisions,
): CollectionAlignment {
  return new CollectionAligner(collection, lexicon, decisions).align()
}

class CollectionAligner {
  private readonly cache = new Map<number, DocumentEvidence>()
  private readonly links: CollectionLink[] = []
  private readonly tooLong: DocumentPair[] = []

  private readonly lexicon: TranslationLexicon

  constructor(
    private readonly collection: AlignableCollection,
    lexicon: TranslationLexicon,
    private readonly decisions: SettledDecisions,
  ) {
    this.lexicon = remembered(lexicon)
  }

  align(): CollectionAlignment {
    const declared = declaredPairs(this.collection.documents)
    for (const pair of declared) this.links.push(...this.alignPair(pair, true))
    for (const pair of this.discover(declared)) {
      const links = this.alignPair(pair, false)
      if (this.areVersions(pair, links)) this.links.push(...links)
    }
    this.addConfirmed()
    this.links.sort((a, b) => a.left - b.left || a.right - b.right)
    return { links: this.links, tooLong: this.tooLong }
  }

  private alignPair([left, right]: DocumentPair, declared: boolean): CollectionLink[] {
    const { documents } = this.collection
    const [one, other] = [documents[left]!, documents[right]!]
    if ((one.end - one.first) * (other.end - other.first) > MAX_CELLS) {
      if (declared) this.tooLong.push([left, right])
      return []
    }
    const { confirmed, forbidden, alone } = this.decisions
    const places = (pairs: readonly DocumentPair[]) => this.placesIn(pairs, one, other)
    const options: AlignmentOptions = {
      declared,
      confirmed: places(confirmed),
      forbidden: places(forbidden),
    }
    const links = alignPassages(this.evidence(left), this.evidence(right), this.lexicon, options)
    return links
      .map((link) => ({ ...link, left: link.left + one.first, right: link.right + other.first }))
      .filter(({ left, right }) => !alone.has(left) && !alone.has(right))
  }

  /** Pairs of passage numbers as places in the two documents. */
  private placesIn(
    pairs: readonly DocumentPair[],
    one: AlignableDocument,
    other: AlignableDocument,
  ) {
    return pairs.flatMap(([a, b]): DocumentPair[] => {
      const [left, right] = a < b ? [a, b] : [b, a]
      const inOne = left >= one.first && left < one.end
      const inOther = right >= other.first && right < other.end
      return inOne && inOther ? [[left - one.first, right - other.first]] : []
    })
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
  private discover(declared: readonly DocumentPair[]): DocumentPair[] {
    const languages = this.languages()
    const translated = new Set(declared.filter(([a, b]) => languages[a] !== languages[b]).flat())
    const numbers = (wanted: Language) =>
      [...languages.keys()].filter(
        (number) => languages[number] === wanted && !translated.has(number),
      )
    const [english, german] = [numbers('en'), numbers('de')]
    if (english.length === 0 || german.length === 0) return []
    const { documents, evidence } = this.collection
    const words: DocumentWords = {
      size: evidence.wordCount,
      at: (word) => evidence.wordAt(word),
      *wordsOf(document) {
        const { first, end } = documents[document]!
        for (let number = first; number < end; number++) yield evidence.wordsOf(number)
      },
    }
    return likelyPairs(english, german, words, this.lexicon)
  }

  /** True where enough passages belong together that one is a version of the other, or of a part of it. */
  private areVersions([left, right]: DocumentPair, links: readonly CollectionLink[]): boolean {
    const { documents } = this.collection
    const sure = links.filter(({ confidence }) => confidence >= LINK_THRESHOLD)
    const expected = sure.reduce((sum, { confidence }) => sum + confidence, 0)
    const sides = [
      { document: documents[left]!, linked: new Set(sure.map((link) => link.left)).size },
      { document: documents[right]!, linked: new Set(sure.map((link) => link.right)).size },
    ]
    const passages = Math.min(...sides.map(({ document }) => document.end - document.first))
    if (expected < Math.min(MIN_EXPECTED, SHORT_SHARE * passages)) return false
    return sides.every(
      ({ document, linked }) => linked >= Math.min(2, document.end - document.first),
    )
  }

  private languages(): Language[] {
    return this.collection.documents.map((_, number) => this.languageOf(number))
  }

  private languageOf(document: number): Language {
    const { first, end } = this.collection.documents[document]!
    const counts = new Map<Language, number>()
    for (let number = first; number < end; number++) {
      const language = this.collection.evidence.languageOf(number)
      counts.set(language, (counts.get(language) ?? 0) + 1)
    }
    const count = (language: Language) => counts.get(language) ?? 0
    return LANGUAGES.reduce((best, each) => (count(each) > count(best) ? each : best))
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
