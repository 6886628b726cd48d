import type { TranslatedLanguage } from '../../../src/translation/lexicon.js'
import { between, oneOf, type Random, randomNumbers } from './random.js'
import { drawRank, FREQUENCIES } from './ranks.js'
import { Vocabulary } from './vocabulary.js'

const PASSAGES_PER_DOCUMENT = 50
/** Within the bounds of a passage, so that each paragraph becomes one. */
const WORDS_PER_PASSAGE = [50, 100] as const
const WORDS_PER_SENTENCE = [6, 18] as const
/**
 * A document is about something: in place of so many of its telling words (those of a rank from here on) stand some
 * that were drawn for it in the same way. So words come again in a document, and over all are as frequent as ever.
 */
const SUBJECTS = 60
const SUBJECT_SHARE = 0.4
const TELLING = 150

export interface GeneratedDocument {
  /** As in a corpus folder. */
  path: string
  text: string
}

/** Documents of fifty passages, English and German in turn, about 500 bytes a passage. The same seed, the same texts. */
export function* generateDocuments(passages: number, seed = 1): Generator<GeneratedDocument> {
  const random = randomNumbers(seed)
  const vocabularies = { en: new Vocabulary('en'), de: new Vocabulary('de') }
  for (let document = 0; document * PASSAGES_PER_DOCUMENT < passages; document++) {
    const language = document % 2 === 0 ? 'en' : 'de'
    const draw = drawer(language, vocabularies[language], random)
    const length = Math.min(PASSAGES_PER_DOCUMENT, passages - document * PASSAGES_PER_DOCUMENT)
    const paragraphs = Array.from({ length }, () => paragraph(draw, random))
    const folder = String(Math.floor(document / 1000)).padStart(3, '0')
    const path = `${folder}/${String(document).padStart(6, '0')}.txt`
    yield { path, text: `${paragraphs.join('\n\n')}\n` }
  }
}

/** Draws the words of one document. */
function drawer(language: TranslatedLanguage, vocabulary: Vocabulary, random: Random) {
  const frequencies = FREQUENCIES[language]
  const subjects: string[] = []
  while (subjects.length < SUBJECTS) {
    const rank = drawRank(frequencies, random)
    if (rank >= TELLING) subjects.push(vocabulary.at(rank))
  }
  return () => {
    const rank = drawRank(frequencies, random)
    if (rank >= TELLING && random() < SUBJECT_SHARE) return oneOf(subjects, random)
    return vocabulary.at(rank)
  }
}

function paragraph(draw: () => string, random: Random): string {
  const sentences: string[] = []
  for (let left = between(...WORDS_PER_PASSAGE, random); left > 0; ) {
    const length = Math.min(left, between(...WORDS_PER_SENTENCE, random))
    const words = Array.from({ length }, draw).join(' ')
    sentences.push(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
    left -= length
  }
  return sentences.join(' ')
}
