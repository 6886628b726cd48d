import { remembered } from '../memory/remembered.js'
import { type FamilyOf, FamilyOrder } from './family-order.js'
import type { TranslatedLanguage, Translation, TranslationLexicon } from './lexicon.js'
import { LexiconError } from './lexicon-error.js'
import { LinkList } from './links.js'
import {
  ALIGNMENT,
  CHECKSUM_BYTES,
  checksumOf,
  FORMAT_VERSION,
  type LexiconHeader,
  MAGIC,
  PREAMBLE,
  probabilityOf,
  SECTIONS,
  type Section,
} from './packed-format.js'
import { TermList } from './term-list.js'

const NONE: readonly Translation[] = []

/**
 * A lexicon in one block of bytes, as `npm run train:lexicon` makes it. Answers are read from the bytes;
 * nothing is unpacked before.
 */
export class PackedLexicon implements TranslationLexicon {
  readonly header: LexiconHeader
  /** Tells lexicons of different content apart. */
  readonly checksum: number
  private readonly terms: Readonly<Record<TranslatedLanguage, TermList>>
  private readonly links: Readonly<Record<TranslatedLanguage, LinkList>>
  private readonly families: FamilyOrder
  /** A question asks for its words several times. */
  private readonly found = {
    en: remembered((term) => this.find(term, 'en')),
    de: remembered((term) => this.find(term, 'de')),
  }

  /**
   * @param bytes A whole file; not copied, and not to be changed afterwards.
   * @throws LexiconError if they are no lexicon, damaged, or of another format.
   */
  constructor(bytes: Uint8Array) {
    const { header, checksum, sections } = opened(bytes)
    this.header = header
    this.checksum = checksum
    this.terms = {
      en: new TermList(sections.englishTerms, header.terms.en),
      de: new TermList(sections.germanTerms, header.terms.de),
    }
    this.links = {
      en: new LinkList(sections.englishLinks),
      de: new LinkList(sections.germanLinks),
    }
    this.families = new FamilyOrder(sections.germanFamilies, this.terms.de)
  }

  translations(term: string, from: TranslatedLanguage): readonly Translation[] {
    return this.found[from](term)
  }

  /** Every term of a language that has translations, in alphabetical order. */
  *known(language: TranslatedLanguage): Generator<string> {
    for (let index = 0; index < this.terms[language].length; index++)
      if (this.isTranslated(index, language)) yield this.terms[language].at(index)
  }

  /**
   * The German terms of a family that have translations, in alphabetical order.
   *
   * @param key As `familyOf` makes it, which must be the analysis that the lexicon was made with.
   */
  family(key: string, familyOf: FamilyOf): string[] {
    return this.families
      .members(key, familyOf)
      .filter((index) => this.isTranslated(index, 'de'))
      .map((index) => this.terms.de.at(index))
  }

  private find(term: string, from: TranslatedLanguage): readonly Translation[] {
    const index = this.terms[from].indexOf(term)
    return index < 0 ? NONE : this.translationsAt(index, from)
  }

  private isTranslated(index: number, language: TranslatedLanguage): boolean {
    return this.links[language].of(index).length > 0
  }

  private translationsAt(index: number, from: TranslatedLanguage): Translation[] {
    const others = this.terms[from === 'en' ? 'de' : 'en']
    const found = this.links[from].of(index).map(({ target, level }) => {
      return { term: others.at(target), probability: probabilityOf(level) }
    })
    const total = found.reduce((sum, { probability }) => sum + probability, 0)
    // Levels are rounded, so that their sum may be a little over 1.
    if (total > 1) for (const each of found) each.probability /= total
    return found.sort((a, b) => b.probability - a.probability)
  }
}

/** The header and what follows it, all of it checked. */
function opened(bytes: Uint8Array): {
  header: LexiconHeader
  checksum: number
  sections: Record<Section, Uint8Array>
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const decoder = new TextDecoder()
  if (bytes.length < PREAMBLE || decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new LexiconError('foreign', 'This is no translation lexicon')
  const start = PREAMBLE + view.getUint32(MAGIC.length, true)
  const header = parsedHeader(decoder.decode(bytes.subarray(PREAMBLE, start)))
  if (header.format !== FORMAT_VERSION)
    throw new LexiconError(
      'version',
      `The translation lexicon has format ${header.format}, this version reads ${FORMAT_VERSION}`,
    )
  const end = bytes.length - CHECKSUM_BYTES
  const checksum = view.getUint32(end, true)
  if (end % ALIGNMENT !== 0 || checksumOf(bytes.subarray(0, end)) !== checksum)
    throw damaged('its checksum does not fit')
  return { header, checksum, sections: cut(bytes.subarray(start, end), header) }
}

function cut(body: Uint8Array, { sections }: LexiconHeader): Record<Section, Uint8Array> {
  let end = 0
  const cuts = SECTIONS.map((section) => {
    const start = Math.ceil(end / ALIGNMENT) * ALIGNMENT
    end = start + sections[section]
    return [section, body.subarray(start, end)] as const
  })
  return Object.fromEntries(cuts) as Record<Section, Uint8Array>
}

function parsedHeader(json: string): LexiconHeader {
  try {
    const header: unknown = JSON.parse(json)
    if (isHeader(header)) return header
  } catch {}
  throw damaged('its header cannot be read')
}

/** All else in it is as it was written, if the checksum fits. */
function isHeader(value: unknown): value is LexiconHeader {
  return typeof value === 'object' && value !== null && 'format' in value
}

function damaged(how: string): LexiconError {
  return new LexiconError('damaged', `The translation lexicon is damaged (${how})`)
}
