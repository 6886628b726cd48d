/**
 * Finds the weights of `src/alignment/confidence.ts`:
 *
 *   npx tsx scripts/alignment/calibrate.ts europarl.en-de.tsv.gz manual.en-de.tsv.gz
 *
 * Each file has sentences that follow each other, English TAB German, one pair a line. A part of the words is hidden from the
 * lexicon, more in every other document: it was trained on such sentences and knows them better than those of others.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Aligner } from '../../src/alignment/aligner.js'
import type { LinkFeatures } from '../../src/alignment/confidence.js'
import { evidenceOf } from '../../src/alignment/evidence.js'
import { Likeness } from '../../src/alignment/likeness.js'
import { LINK_THRESHOLD } from '../../src/alignment/threshold.js'
import { shippedLexicon } from '../../src/build/shipped-lexicon.js'
import type { TranslationLexicon } from '../../src/translation/lexicon.js'
import { type Exercise, makeExercises, type SentencePair } from './documents.js'
import { type Fragment, randomOf } from './perturb.js'
import { type Observation, regress } from './regression.js'

/** Those that such documents can teach; headings and speakers they have not. */
const LEARNED: readonly (keyof LinkFeatures)[] = [
  'more',
  'less',
  'support',
  'lead',
  'leadLess',
  'fresh',
  'second',
  'beside',
  'length',
  'declared',
]

const SEED = 42
/** Pairs less sure than this say nothing new. */
const LEAST_SURE = 0.02

function readPairs(path: string): SentencePair[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines.flatMap((line): SentencePair[] => {
    const [english, german] = line.split('\t')
    return english && german ? [[english, german]] : []
  })
}

/** The lexicon without a share of its terms. */
function without(share: number, lexicon: TranslationLexicon): TranslationLexicon {
  const hidden = (term: string) => {
    const seed = [...term].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
    return randomOf(seed)() < share
  }
  return {
    translations: (term, from) => (hidden(term) ? [] : lexicon.translations(term, from)),
  }
}

function compare({ english, german }: Exercise, lexicon: TranslationLexicon): Likeness {
  const documentOf = (paragraphs: readonly Fragment[], language: 'en' | 'de') => ({
    language,
    passages: paragraphs.map(({ text }) => {
      return evidenceOf({ text, language, speaker: null, heading: [] })
    }),
  })
  return new Likeness(documentOf(english, 'en'), documentOf(german, 'de'), lexicon)
}

/** What the aligner sees of an exercise, with the weights it has now. */
function observe(exercise: Exercise, likeness: Likeness): Observation[] {
  const observations: Observation[] = []
  new Aligner(likeness, exercise.declared).takeEach(({ row, column, features, confidence }) => {
    const { origins } = exercise.english[row]!
    const isTrue = exercise.german[column]!.origins.some((origin) => origins.includes(origin))
    const values = LEARNED.map((name) => features[name])
    if (confidence >= LEAST_SURE) observations.push({ values, outcome: isTrue ? 1 : 0 })
    return confidence >= LINK_THRESHOLD
  })
  return observations
}

const random = randomOf(SEED)
const exercises = process.argv.slice(2).flatMap((path) => makeExercises(readPairs(path), random))
const observations = exercises.flatMap((exercise, i) => {
  const lexicon = without((i % 4) * 0.12, shippedLexicon())
  return observe(exercise, compare(exercise, lexicon))
})
const { constant, weights } = regress(observations)
console.log(`${exercises.length} pairs of documents, ${observations.length} observations`)
console.log(`  constant: ${constant.toFixed(2)},`)
for (const [i, name] of LEARNED.entries()) console.log(`  ${name}: ${weights[i]!.toFixed(2)},`)
console.log('Put them into src/alignment/confidence.ts and repeat until they no longer change.')
const estimate = ({ values }: Observation) =>
  1 / (1 + Math.exp(-values.reduce((sum, value, i) => sum + value * weights[i]!, constant)))
for (let tenth = 0; tenth < 10; tenth++) {
  const those = observations.filter((one) => Math.min(9, Math.floor(estimate(one) * 10)) === tenth)
  const right = those.filter(({ outcome }) => outcome === 1).length / those.length
  console.log(
    `confidence ${tenth / 10} to ${(tenth + 1) / 10}: ${those.length}, right ${right.toFixed(2)}`,
  )
}
