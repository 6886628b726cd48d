import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceOf } from '../../src/alignment/evidence.js'
import { buildIndex, openIndex } from '../../src/index.js'
import { learn } from '../../src/learning/learn.js'
import type { PassagePair } from '../../src/learning/unexplained.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { smallLexicon } from '../support/lexicon.js'

const TABLE = { whale: 'wal', sea: 'meer', tree: 'baum', hous: 'haus' }
const LEXICON = smallLexicon(TABLE)
/** Words of the collection alone, English and German. */
const MADE_UP = [
  ['gromble', 'Schnorpel'],
  ['quindle', 'Fraxen'],
  ['wistock', 'Trumpf'],
] as const
const KNOWN = [
  ['whale', 'Wal'],
  ['sea', 'Meer'],
  ['tree', 'Baum'],
  ['house', 'Haus'],
] as const
const PLACES = ['Amrum', 'Bremen', 'Celle', 'Dresden', 'Emden', 'Fulda', 'Goslar', 'Husum']

function pairOf(english: string, german: string): PassagePair {
  const terms = (language: 'en' | 'de', text: string) =>
    evidenceOf({ text, language, speaker: null, heading: [] }).terms
  return { english: terms('en', english), german: terms('de', german) }
}

/** Passages with a word that the lexicon knows, a name, and one that it does not know. */
function passages(count: number): [string, string][] {
  return Array.from({ length: count }, (_, i) => {
    const [word, wort] = MADE_UP[i % 3]!
    const [known, bekannt] = KNOWN[i % 4]!
    const place = `${PLACES[i % 8]} ${1800 + i}`
    return [`${known} ${place} ${word}`, `${bekannt} ${place} ${wort}`]
  })
}

const pairs = (texts: readonly (readonly [string, string])[]) =>
  texts.map(([english, german]) => pairOf(english, german))
const names = (learned: readonly { english: string; german: string }[]) =>
  learned.map(({ english, german }) => `${english} ${german}`)

describe('from passages that say the same', () => {
  test('words are learned that the lexicon does not know, and no others', () => {
    const learned = learn(pairs(passages(30)), LEXICON)
    expect(names(learned)).toEqual(['grombl schnorpel', 'quindl frax', 'wistock trumpf'])
    for (const { toGerman, toEnglish } of learned) {
      expect(toGerman).toBeGreaterThan(0.8)
      expect(toEnglish).toBeGreaterThan(0.8)
    }
  })

  test('nothing is learned from a few, or where all is known', () => {
    expect(learn(pairs(passages(12)), LEXICON)).toEqual([])
    const all = smallLexicon({ ...TABLE, grombl: 'schnorpel', quindl: 'frax', wistock: 'trumpf' })
    expect(learn(pairs(passages(30)), all)).toEqual([])
  })

  test('nothing is learned where it is not right on passages that were held out', () => {
    // What holds for four passages does not hold for every fifth.
    const changed = passages(30).map(([english, german], i): [string, string] =>
      i % 5 === 0 ? [english, german.replace(/\S+$/, 'Dachstuhl')] : [english, german],
    )
    expect(learn(pairs(changed), LEXICON)).toEqual([])
  })

  test('the same is learned from the same, each pair of terms once, with probabilities', () => {
    const words = fc.array(
      fc.constantFrom('grombl', 'quindl', 'wistock', 'frax', 'trumpf', 'wal'),
      {
        maxLength: 5,
      },
    )
    const pair = fc.record({ english: words, german: words })
    fc.assert(
      fc.property(fc.array(pair, { minLength: 20, maxLength: 40 }), (drawn) => {
        const made = drawn.map(({ english, german }) => pairOf(english.join(' '), german.join(' ')))
        const learned = learn(made, LEXICON)
        expect(learn(made, LEXICON)).toEqual(learned)
        expect(new Set(names(learned)).size).toBe(learned.length)
        for (const { toGerman, toEnglish } of learned)
          expect(Math.min(toGerman, toEnglish) > 0 && Math.max(toGerman, toEnglish) <= 1).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

/** Two versions of a text with a passage below each heading, and a German text of its own. */
function files(count: number): Record<string, string> {
  const version = (language: string, id: string, side: 0 | 1) => {
    const sections = passages(count).map(
      (texts, i) => `## ${1800 + i}\n\n${texts[side]} ${1800 + i} ${PLACES[(i + 3) % 8]}.`,
    )
    return `---\nlanguage: ${language}\nid: ${id}\nversionOf: ${side === 0 ? 'b' : 'a'}\n---\n\n${sections.join('\n\n')}\n`
  }
  return {
    'a.md': version('en', 'a', 0),
    'b.md': version('de', 'b', 1),
    'c.md': '---\nlanguage: de\nid: c\n---\n\nIm Keller lag noch ein Schnorpel, ganz verstaubt.\n',
  }
}

async function opened(count: number) {
  const index = await temporaryFolder()
  const { manifest } = await buildIndex(await corpusOf(files(count)), { index, lexicon: LEXICON })
  return { manifest, searcher: await openIndex(index, { lexicon: LEXICON }) }
}

describe('an index of aligned documents', () => {
  test('translates by what it has learned, and says so', async () => {
    const { manifest, searcher } = await opened(30)
    expect(manifest.alignment.learned).toBe(3)
    expect(Object.keys(manifest.files)).toContain('learned.json')
    const { hits } = await searcher.search('gromble', { cross: 'only', limit: 100 })
    const alone = hits.find(({ document }) => document.id === 'c')!
    expect(alone.passage.text).toContain('Schnorpel')
    expect(alone.highlights[0]!.translation).toMatchObject({ word: 'gromble', source: 'learned' })
    await searcher.close()
  })

  test('has the table alone where too few passages are aligned', async () => {
    const { manifest, searcher } = await opened(12)
    expect(manifest.alignment.learned).toBe(0)
    const { hits } = await searcher.search('gromble', { cross: 'only', limit: 100 })
    expect(hits.some(({ document }) => document.id === 'c')).toBe(false)
    await searcher.close()
  })
})
