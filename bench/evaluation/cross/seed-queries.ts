import type { TranslatedLanguage } from '../../../src/translation/lexicon.js'

/** A query about the five found texts, and how its answer in the other language is recognised. */
export interface SeedQuery {
  text: string
  /** Of the passages that answer. */
  answersIn: TranslatedLanguage
  /** What the passages of that language that answer say, and no others, in any case. */
  says: string
}

const german = (text: string, says: string): SeedQuery => ({ text, answersIn: 'de', says })
const english = (text: string, says: string): SeedQuery => ({ text, answersIn: 'en', says })

/** Answers were found by reading the texts; the words that tell them are few enough not to depend on where a passage is cut. */
export const SEED_QUERIES: readonly SeedQuery[] = [
  german('short story collection', 'Kurzgeschichtensammlung'),
  german('killer whale trainer', 'Killerwale'),
  german('modern world accident', 'modernen Welt'),
  german('expressionist', 'expressionistisch'),
  german('love story', 'Liebesgeschichte'),
  german('garage sister', 'Garage'),
  german('confused child', 'verunsicherten'),
  german('economic disaster', 'Abwärtsspirale'),
  english('Kurzgeschichten', 'short stor'),
  english('Türsteher', 'bouncer'),
  english('Killerwale', 'killer whale'),
  english('Liebesgeschichte', 'love story'),
  english('wirtschaftliche Abwärtsspirale', 'economic disaster'),
  english('verunsicherten Kindes', 'confused child'),
]
