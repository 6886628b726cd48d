import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packLexicon, type TermPair } from '../../scripts/lexicon/pack.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { LexiconError } from '../../src/translation/lexicon-error.js'
import { PackedLexicon } from '../../src/translation/packed-lexicon.js'

const PROVENANCE = {
  madeBy: 'test',
  settings: { most: 10 },
  sources: [{ name: 'ours', pairs: 3, licence: 'none', attribution: 'us' }],
  analysis: 'abc',
}

const PAIRS: TermPair[] = [
  { english: 'whale', german: 'wal', toGerman: 0.9, toEnglish: 0.8 },
  { english: 'whale', german: 'pottwal', toGerman: 0.1, toEnglish: 1 },
  { english: 'choic', german: 'wal', toGerman: 0, toEnglish: 0.2 },
]

const bytes = () => packLexicon(PAIRS, PROVENANCE)

/** Half a level: levels are half a binary order apart. */
const ROUNDING = 2 ** 0.25 + 1e-9
const LEAST = 2 ** -7

const term = fc.string({ unit: fc.constantFrom(...'abcz'), minLength: 2, maxLength: 6 })
const probability = fc.double({ min: 0.01, max: 1, noNaN: true })
const pairs = fc.uniqueArray(
  fc.record({ english: term, german: term, toGerman: probability, toEnglish: probability }),
  { selector: ({ english, german }) => `${english} ${german}`, maxLength: 60 },
)

/** The translations of each term, by a naive `Map`. */
function expected(all: readonly TermPair[], from: 'en' | 'de') {
  const lists = new Map<string, Map<string, number>>()
  for (const { english, german, toGerman, toEnglish } of all) {
    const [source, target] = from === 'en' ? [english, german] : [german, english]
    const list = lists.get(source) ?? new Map<string, number>()
    lists.set(source, list.set(target, from === 'en' ? toGerman : toEnglish))
  }
  return lists
}

describe('a packed lexicon', () => {
  test('answers in both directions, most probable first', () => {
    const lexicon = new PackedLexicon(bytes())
    expect(lexicon.translations('whale', 'en').map(({ term }) => term)).toEqual(['wal', 'pottwal'])
    expect(lexicon.translations('wal', 'de').map(({ term }) => term)).toEqual(['whale', 'choic'])
  })

  test('answers nothing for what it does not know, or only knows as a translation', () => {
    const lexicon = new PackedLexicon(bytes())
    for (const unknown of ['', 'wha', 'whaler', 'Whale', 'wäl', 'constructor', 'choic'])
      expect(lexicon.translations(unknown, 'en'), unknown).toEqual([])
    expect(lexicon.translations('whale', 'de')).toEqual([])
  })

  test('lists the terms that it translates', () => {
    const lexicon = new PackedLexicon(bytes())
    expect([...lexicon.known('en')]).toEqual(['whale'])
    expect([...lexicon.known('de')]).toEqual(['pottwal', 'wal'])
  })

  test('says what made it', () => {
    expect(new PackedLexicon(bytes()).header).toMatchObject(PROVENANCE)
  })

  test('can be empty', () => {
    const lexicon = new PackedLexicon(packLexicon([], PROVENANCE))
    expect(lexicon.translations('whale', 'en')).toEqual([])
  })

  test('loses nothing but the rounding of probabilities', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('en', 'de'), (all, from) => {
        const lexicon = new PackedLexicon(packLexicon(all, PROVENANCE))
        const lists = expected(all, from)
        expect([...lexicon.known(from)]).toEqual([...lists.keys()].sort())
        for (const [source, list] of lists) {
          const found = lexicon.translations(source, from)
          const total = Math.max(
            1,
            [...list.values()].reduce((sum, p) => sum + rounded(p), 0),
          )
          expect(new Set(found.map(({ term }) => term))).toEqual(new Set(list.keys()))
          for (const { term, probability } of found) {
            const ratio = (probability * total) / Math.max(LEAST, list.get(term)!)
            expect(Math.max(ratio, 1 / ratio)).toBeLessThanOrEqual(ROUNDING)
          }
        }
      }),
    )
  })

  test('has probabilities that are the same to the last bit on any version of V8', () => {
    const halves = [1, Math.SQRT1_2, 0.5, Math.SQRT1_2 / 2, 0.25, Math.SQRT1_2 / 4]
    for (const share of halves) {
      const pair = { english: 'whale', german: 'wal', toGerman: share, toEnglish: 1 }
      const [found] = new PackedLexicon(packLexicon([pair], PROVENANCE)).translations('whale', 'en')
      expect(found!.probability).toBe(share)
    }
  })

  test('never gives the translations of a term more than one in all', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const lexicon = new PackedLexicon(packLexicon(all, PROVENANCE))
        for (const known of lexicon.known('en')) {
          const found = lexicon.translations(known, 'en').map(({ probability }) => probability)
          expect(found.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9)
          expect(found).toEqual([...found].sort((a, b) => b - a))
        }
      }),
    )
  })

  test('finds the German terms of a family, also where their key is no term itself', () => {
    const words = ['religion', 'religios', 'exhumi', 'exhumier', 'wal', 'aufnahm', 'aufgenomm']
    const term = fc.constantFrom(...words, ...words.map((word) => `${word}ung`))
    const familyOf = analyzerFor('de').family!
    fc.assert(
      fc.property(fc.uniqueArray(term), fc.uniqueArray(term), (german, untranslated) => {
        const lexicon = new PackedLexicon(
          packLexicon(
            [...new Set([...german, ...untranslated])].map((german) => {
              const toEnglish = untranslated.includes(german) ? 0 : 1
              return { english: 'word', german, toGerman: 1, toEnglish }
            }),
            PROVENANCE,
          ),
        )
        const known = [...lexicon.known('de')]
        expect(known).toEqual(german.filter((each) => !untranslated.includes(each)).sort())
        for (const key of new Set(words.map(familyOf)))
          expect(lexicon.family(key, familyOf)).toEqual(
            known.filter((each) => familyOf(each) === key),
          )
      }),
    )
    expect(familyOf('aufgenomm')).toBe(familyOf('aufnahm'))
    expect(words).not.toContain(familyOf('aufnahm'))
  })

  test('reads terms wherever they stand, and none that is not there', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const words = letters.flatMap((first) => letters.map((second) => first + second))
    const lexicon = new PackedLexicon(
      packLexicon(
        words.map((word) => ({ english: word, german: `${word}z`, toGerman: 1, toEnglish: 1 })),
        PROVENANCE,
      ),
    )
    for (const word of words) {
      expect(lexicon.translations(word, 'en')).toEqual([{ term: `${word}z`, probability: 1 }])
      expect(lexicon.translations(`${word}z`, 'de')).toEqual([{ term: word, probability: 1 }])
      for (const absent of [word, `${word}y`, `${word}za`, word[0]!])
        expect(lexicon.translations(absent, 'de')).toEqual([])
    }
  })

  test('answers the same however many terms it was asked for before', () => {
    const lexicon = new PackedLexicon(bytes())
    const first = lexicon.translations('whale', 'en')
    expect(lexicon.translations('whale', 'en')).toEqual(first)
    for (let i = 0; i < 3000; i++) lexicon.translations(`whale${i}`, 'en')
    expect(lexicon.translations('whale', 'en')).toEqual(first)
    expect(lexicon.translations('whale', 'de')).toEqual([])
  })

  test('can be read from the middle of other bytes', () => {
    const packed = bytes()
    const around = new Uint8Array(packed.length + 8)
    around.set(packed, 3)
    const lexicon = new PackedLexicon(around.subarray(3, 3 + packed.length))
    expect(lexicon.translations('choic', 'en')).toEqual([])
    expect(lexicon.translations('pottwal', 'de')).toEqual([{ term: 'whale', probability: 1 }])
  })

  test('is the same whatever the order of the pairs', () => {
    expect(packLexicon([...PAIRS].reverse(), PROVENANCE)).toEqual(bytes())
  })
})

function rounded(probability: number): number {
  return 2 ** (Math.round(2 * Math.log2(probability)) / 2)
}

describe('refused with a sentence that says what to do is', () => {
  const codeOf = (packed: Uint8Array) => {
    try {
      new PackedLexicon(packed)
    } catch (error) {
      expect(error).toBeInstanceOf(LexiconError)
      expect((error as LexiconError).message).toContain('npm run train:lexicon')
      return (error as LexiconError).code
    }
    return 'accepted'
  }

  test('what is no lexicon', () => {
    expect(codeOf(new Uint8Array())).toBe('foreign')
    expect(codeOf(new TextEncoder().encode('{"some": "JSON", "of": "another program"}'))).toBe(
      'foreign',
    )
  })

  test.each(['null', '[]', '{', ''])('one whose header is %j', (header) => {
    const preamble = Uint8Array.of(...bytes().subarray(0, 4), header.length, 0, 0, 0)
    const packed = [...preamble, ...new TextEncoder().encode(header), 0, 0, 0, 0]
    expect(codeOf(Uint8Array.from(packed))).toBe('damaged')
  })

  test('another format', () => {
    const later = new TextDecoder('latin1').decode(bytes()).replace('"format":2', '"format":9')
    expect(codeOf(Uint8Array.from(later, (letter) => letter.charCodeAt(0)))).toBe('version')
  })

  test('a lexicon with any byte changed', () => {
    const packed = bytes()
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: packed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (place, change) => {
          const damaged = packed.slice()
          damaged[place]! ^= change
          // What begins otherwise is no lexicon, and a damaged number of the format is another format.
          const codes = place < 4 ? ['foreign'] : ['damaged', 'version']
          expect(codes).toContain(codeOf(damaged))
        },
      ),
    )
  })

  test('a lexicon that ends early', () => {
    const packed = bytes()
    for (let length = 4; length < packed.length; length++)
      expect(['damaged', 'foreign']).toContain(codeOf(packed.slice(0, length)))
  })
})
