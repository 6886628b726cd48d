import type { TranslatedLanguage, Translation, TranslationLexicon } from './lexicon.js'
import { LexiconError } from './lexicon-error.js'
import { type Links, unpackLinks } from './links.js'
import {
  crc32,
  FORMAT_VERSION,
  type LexiconHeader,
  MAGIC,
  PREAMBLE,
  probabilityOf,
} from './packed-format.js'
import { TermList } from './term-list.js'

const NONE: readonly Translation[] = []

/** A lexicon in one block of bytes, as `npm run train:lexicon` makes it. */
export class PackedLexicon implements TranslationLexicon {
  readonly header: LexiconHeader
  private readonly terms: Readonly<Record<TranslatedLanguage, TermList>>
  private readonly links: Readonly<Record<TranslatedLanguage, Links>>

  /**
   * @param bytes A whole file; not needed afterwards.
   * @throws LexiconError if they are no lexicon, damaged, or of another format.
   */
  constructor(bytes: Uint8Array) {
    const { header, body } = opened(bytes)
    const { english, german } = header.sections
    this.header = header
    try {
      this.terms = {
        en: TermList.unpack(body.subarray(0, english), header.terms.en),
        de: TermList.unpack(body.subarray(english, english + german), header.terms.de),
      }
      this.links = unpackLinks(body.subarray(english + german), header.terms)
    } catch (error) {
      if (error instanceof RangeError) throw damaged(error.message)
      throw error
    }
  }

  translations(term: string, from: TranslatedLanguage): readonly Translation[] {
    const index = this.terms[from].indexOf(term)
    return index < 0 ? NONE : this.translationsAt(index, from)
  }

  /** Every term of a language that has translations, in alphabetical order. */
  *known(language: TranslatedLanguage): Generator<string> {
    const { starts } = this.links[language]
    for (let index = 0; index < this.terms[language].length; index++)
      if (starts[index + 1]! > starts[index]!) yield this.terms[language].at(index)
  }

  private translationsAt(index: number, from: TranslatedLanguage): Translation[] {
    const { starts, targets, levels } = this.links[from]
    const others = this.terms[from === 'en' ? 'de' : 'en']
    const found: Translation[] = []
    let total = 0
    for (let place = starts[index]!; place < starts[index + 1]!; place++) {
      const probability = probabilityOf(levels[place]!)
      total += probability
      found.push({ term: others.at(targets[place]!), probability })
    }
    // Levels are rounded, so that their sum may be a little over 1.
    if (total > 1) for (const each of found) each.probability /= total
    return found.sort((a, b) => b.probability - a.probability)
  }
}

/** The header and what follows it, both checked. */
function opened(bytes: Uint8Array): { header: LexiconHeader; body: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const decoder = new TextDecoder()
  if (bytes.length < PREAMBLE || decoder.decode(bytes.subarray(0, 4)) !== MAGIC)
    throw new LexiconError('foreign', 'This is no translation lexicon')
  const length = view.getUint32(4, true)
  const header = parsedHeader(decoder.decode(bytes.subarray(PREAMBLE, PREAMBLE + length)))
  if (header.format !== FORMAT_VERSION)
    throw new LexiconError(
      'version',
      `The translation lexicon has format ${header.format}, this version reads ${FORMAT_VERSION}`,
    )
  const body = bytes.subarray(PREAMBLE + length)
  if (crc32(body) !== header.checksum) throw damaged('its checksum does not fit')
  return { header, body }
}

function parsedHeader(json: string): LexiconHeader {
  try {
    return JSON.parse(json) as LexiconHeader
  } catch {
    throw damaged('its header cannot be read')
  }
}

function damaged(how: string): LexiconError {
  return new LexiconError('damaged', `The translation lexicon is damaged (${how})`)
}
