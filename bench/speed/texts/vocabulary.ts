import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shippedLexicon } from '../../../src/build/shipped-lexicon.js'
import { detectLanguage } from '../../../src/language/detect.js'
import type { TranslatedLanguage } from '../../../src/translation/lexicon.js'
import { type Random, randomNumbers } from './random.js'

const SAMPLE = fileURLToPath(new URL('../../../corpus/', import.meta.url))
const SYLLABLES =
  'ba be bi bo da de di do fa fe fo ga ge go ha he hi ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to wa we wo'.split(
    ' ',
  )
/** Made-up words of the two languages differ. */
const ENDINGS: Record<TranslatedLanguage, string> = { en: 'th', de: 'nk' }

/**
 * The words of a language by rank: first those of the sample texts, the most frequent first, so that words of grammar
 * are as frequent as they are; then the terms of the translation lexicon, in no order; then made-up ones without end.
 */
export class Vocabulary {
  private readonly real: readonly string[]

  constructor(private readonly language: TranslatedLanguage) {
    const sample = wordsByFrequency(sampleText(language))
    const rest = new Set(shippedLexicon().known(language))
    for (const word of sample) rest.delete(word.toLowerCase())
    this.real = [...sample, ...shuffled([...rest], randomNumbers(3))]
  }

  at(rank: number): string {
    if (rank < this.real.length) return this.real[rank]!
    let word = ''
    for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
      word += SYLLABLES[rest % SYLLABLES.length]
    return word + ENDINGS[this.language]
  }
}

function sampleText(language: TranslatedLanguage): string {
  return readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('.') && path !== 'README.md')
    .flatMap((path) => readFileSync(join(SAMPLE, path), 'utf8').split(/\n{2,}/))
    .filter((paragraph) => detectLanguage(paragraph).language === language)
    .join('\n\n')
}

/** Each word as it is mostly written. */
function wordsByFrequency(text: string): string[] {
  const spellings = new Map<string, Map<string, number>>()
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const own = spellings.get(word.toLowerCase()) ?? new Map<string, number>()
    spellings.set(word.toLowerCase(), own.set(word, (own.get(word) ?? 0) + 1))
  }
  const mostly = [...spellings.values()].map((own) => {
    const [[word]] = [...own].sort(([, a], [, b]) => b - a) as [[string, number]]
    return { word, count: [...own.values()].reduce((sum, count) => sum + count, 0) }
  })
  return mostly.sort((a, b) => b.count - a.count).map(({ word }) => word)
}

function shuffled(words: string[], random: Random): string[] {
  return words
    .map((word) => ({ word, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word)
}
