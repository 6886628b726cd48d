import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packLexicon } from '../../scripts/lexicon/pack.js'
import { nearestOf } from '../../src/alignment/asked-documents.js'
import type { RelationSettings, Relations } from '../../src/build/relating/relations.js'
import { PackedLexicon } from '../../src/translation/packed-lexicon.js'
import { smallLexicon } from '../support/lexicon.js'
import { ChangingCollection, type GivenDocument, passageId, relateAll } from '../support/related.js'

/** Texts that come again, changed or not, in both languages. */
const THEMES = 7
const LENGTH = 36

/** One name in three words; the others are of one language, and the lexicon knows every second of them. */
function wordOf(language: 'en' | 'de', theme: number, place: number): string {
  const letters = 'bdfglmnprstw'
  const own = `${letters[theme]}a${letters[place % 12]}o${letters[Math.floor(place / 12)]}`
  if (place % 3 === 0) return `${own.charAt(0).toUpperCase()}${own.slice(1)}iva`
  return language === 'en' ? `${own}ump` : `${own}ach`
}

const LEXICON = new PackedLexicon(
  packLexicon(
    Array.from({ length: THEMES * LENGTH }, (_, i) => ({
      english: wordOf('en', i % THEMES, Math.floor(i / THEMES)),
      german: wordOf('de', i % THEMES, Math.floor(i / THEMES)),
    }))
      .filter((_, i) => i % 2 === 0)
      .map((pair) => ({ ...pair, toGerman: 0.9, toEnglish: 0.9 })),
    { madeBy: 'a test', settings: {}, sources: [], analysis: '' },
  ),
)

interface Variant {
  theme: number
  /** Its theme is the one after that of the passage before, as in a text. */
  follows: boolean
  /** Where it begins in its theme; it ends so far in the next one. */
  shift: number
  replaced: number[]
  salt: number
  length: number
  speaker: string | null
  heading: string[]
}

const variant: fc.Arbitrary<Variant> = fc.record({
  theme: fc.nat(THEMES - 1),
  follows: fc.boolean(),
  shift: fc.constantFrom(0, 0, 0, 9, 18),
  replaced: fc.uniqueArray(fc.nat(LENGTH - 1), { maxLength: 9 }),
  salt: fc.nat(2),
  length: fc.constantFrom(LENGTH, LENGTH, LENGTH, LENGTH, 1.5 * LENGTH, LENGTH / 4),
  speaker: fc.option(fc.constantFrom('Ada Moss', 'Ben Hafen'), { freq: 1 }),
  heading: fc.constantFrom([], ['Sommer'], ['Notes', 'Summer']),
})

function passagesOf(variants: readonly Variant[], language: 'en' | 'de') {
  let theme = 0
  return variants.map(({ theme: other, follows, shift, replaced, salt, length, ...beside }) => {
    theme = follows ? theme + 1 : other
    const words = Array.from({ length }, (_, i) => {
      if (replaced.includes(i)) return `new${salt}word${i}`
      const place = i + shift
      return wordOf(language, (theme + Math.floor(place / LENGTH)) % THEMES, place % LENGTH)
    })
    return { text: `${words.join(' ')}. `, language, ...beside }
  })
}

const PATHS = [...'abcdefghijkl'].map((letter, i) => ({
  path: letter,
  language: i % 2 === 0 ? ('en' as const) : ('de' as const),
}))

/** Some of twelve documents, six in each language. */
const documents: fc.Arbitrary<GivenDocument[]> = fc
  .tuple(
    ...PATHS.map(({ path, language }, i) =>
      fc.option(
        fc
          .record({
            variants: fc.array(variant, { minLength: 1, maxLength: 4 }),
            versionOf: fc.oneof(
              { weight: 3, arbitrary: fc.constant(undefined) },
              fc.constantFrom(...PATHS.slice(0, i).map((other) => other.path), undefined),
            ),
          })
          .map(({ variants, versionOf }): GivenDocument => {
            const passages = passagesOf(variants, language)
            return versionOf === undefined ? { path, passages } : { path, passages, versionOf }
          }),
        { freq: 4 },
      ),
    ),
  )
  .map((all) => all.flatMap((document) => document ?? []))

/** Of each document: whether it is that of another collection (0), a version of what that is a version of (1), or what it was. */
const choices = fc.array(fc.nat(4), { minLength: PATHS.length, maxLength: PATHS.length })

function changed(
  before: readonly GivenDocument[],
  others: readonly GivenDocument[],
  chosen: readonly number[],
): GivenDocument[] {
  const find = (documents: readonly GivenDocument[], path: string) =>
    documents.find((document) => document.path === path)
  return PATHS.flatMap(({ path }, i) => {
    const [own, other] = [find(before, path), find(others, path)]
    if (chosen[i] === 0) return other ?? []
    if (!own || chosen[i] !== 1) return own ?? []
    const { versionOf: _, ...document } = own
    return other?.versionOf === undefined ? document : { ...document, versionOf: other.versionOf }
  })
}

const decision = fc
  .tuple(fc.constantFrom('confirm', 'forbid'), fc.nat(5), fc.nat(5), fc.nat(3), fc.nat(3))
  .map(([kind, left, right, one, other]) => ({
    kind,
    line: `  - [${passageId(PATHS[2 * left]!.path, one)}, ${passageId(PATHS[2 * right + 1]!.path, other)}]`,
  }))

const decisions = fc.array(decision, { maxLength: 3 }).map((all) => {
  const list = (kind: string) => {
    const lines = all.filter((each) => each.kind === kind).map(({ line }) => line)
    return lines.length === 0 ? '' : `${kind}:\n${lines.join('\n')}\n`
  }
  return list('confirm') + list('forbid')
})

function settings(alignment = '') {
  const lists = alignment === '' ? {} : { alignment: { path: 'alignment.yaml', text: alignment } }
  return {
    lexicon: LEXICON,
    lists,
    problems: [] as { path: string; code: string; message: string }[],
  }
}

/** How many documents are remembered that are not among the nearest depends on what was known. */
function withoutBounds({ kept, ...relations }: Relations) {
  const { nearest, compared } = kept.found
  const others = nearest.german.length - 1
  const english = nearest.english.map(({ document, asked }) => {
    return { document, total: asked.total, all: asked.all, nearest: nearestOf(asked, others) }
  })
  return { ...relations, kept: { ...kept, found: { compared, nearest: { ...nearest, english } } } }
}

describe('for any documents, and whatever of them changes', () => {
  test('relations are the same with what was kept as without, time after time', async () => {
    let [linked, copies] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(documents, documents, documents),
        fc.tuple(choices, choices),
        fc.tuple(decisions, fc.option(decisions)),
        async ([first, second, third], [one, two], [decided, later]) => {
          const collection = await ChangingCollection.of(first, settings(decided))
          const after = changed(first, second, one)
          const last = changed(after, third, two)
          for (const [now, alignment] of [
            [after, decided],
            [last, later ?? decided],
          ] as const) {
            const [known, whole] = [settings(alignment), settings(alignment)]
            const expected: Relations = await relateAll(now, whole)
            const found = await collection.change(now, known)
            expect(withoutBounds(found)).toEqual(withoutBounds(expected))
            expect(known.problems).toEqual(whole.problems)
            linked += expected.links.length
            copies += expected.kept.comparedPassages.numbers.length
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(Math.min(linked, copies)).toBeGreaterThan(100)
  })
})

const plain = { follows: false, shift: 0, replaced: [], salt: 0, speaker: null, heading: [] }

function documentOf(path: string, ...variants: Partial<Variant>[]): GivenDocument {
  const whole = variants.map((each) => ({ ...plain, theme: 0, length: LENGTH, ...each }))
  return { path, passages: passagesOf(whole, 'en') }
}

test('a passage that holds two originals holds one when the other has become a copy', async () => {
  const [b, c] = [documentOf('b', {}, { theme: 1 }), documentOf('c', { shift: 6, length: 54 })]
  const collection = await ChangingCollection.of([b, c], settings())
  const { originals } = await collection.change([documentOf('a', { theme: 1 }), b, c], settings())
  expect([...originals.first]).toEqual([0, 1, 0, 1])
  expect([...originals.count]).toEqual([1, 1, 1, 1])
  const { originals: before } = await collection.change([b, c], settings())
  expect([...before.first]).toEqual([0, 1, 0])
  expect([...before.count]).toEqual([1, 1, 2])
})

test('a document is less like one that has lost a translation of its words', async () => {
  const german = (path: string, replaced: number[]): GivenDocument => {
    const variants = [{ ...plain, theme: 0, length: LENGTH, replaced }]
    return { path, passages: passagesOf(variants, 'de') }
  }
  const shares = ({ kept }: Relations) =>
    nearestOf(kept.found.nearest.english[0]!.asked, 1).map(({ share }) => share)
  const [a, b, c] = [documentOf('a', {}), german('b', []), german('c', [])]
  const collection = await ChangingCollection.of([a, b, c], settings())
  expect(shares(await collection.change([a, b, c], settings()))).toEqual([1, 1])
  // Place 2 has no name, but a word that the lexicon knows.
  const [most, less] = shares(await collection.change([a, b, german('c', [2])], settings()))
  expect(most).toBe(1)
  expect(less).toBeLessThan(1)
})

test('what was kept is refused with another lexicon, and with one that cannot be told from others', async () => {
  const documents = [documentOf('a', {})]
  const collection = await ChangingCollection.of(documents, settings())
  const change = (lexicon: RelationSettings['lexicon']) =>
    collection.change(documents, { ...settings(), lexicon })
  await expect(change(null)).rejects.toThrow(RangeError)
  await expect(change(smallLexicon({}))).rejects.toThrow(RangeError)
  await expect(change(LEXICON)).resolves.toBeDefined()
})

describe('of documents that have not changed', () => {
  const versions = [0, 2, 4].flatMap((theme): GivenDocument[] => {
    const variants = [theme, theme + 1].map((own) => ({ ...plain, theme: own, length: LENGTH }))
    return [
      { path: `${theme} english`, passages: passagesOf(variants, 'en') },
      {
        path: `${theme} german`,
        passages: passagesOf(variants, 'de'),
        versionOf: `${theme} english`,
      },
    ]
  })

  test('no passage is read again', async () => {
    let read = 0
    const collection = await ChangingCollection.of(versions, settings())
    const { links } = await collection.change(versions, settings(), () => read++)
    expect(links.length).toBeGreaterThanOrEqual(6)
    expect(read).toBe(0)
  })

  test('only those are read that are compared with a new one', async () => {
    // Without a lexicon, nothing is learned; otherwise it is from all of them once the links have changed.
    const alone = { ...settings(), lexicon: null }
    let read = 0
    const collection = await ChangingCollection.of(versions.slice(0, -1), alone)
    const relations = await collection.change(versions, alone, () => read++)
    expect(relations).toEqual(await relateAll(versions, alone))
    expect(relations.links.length).toBeGreaterThanOrEqual(6)
    expect(read).toBe(4)
  })
})
