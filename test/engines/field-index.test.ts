import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordPrefix } from '../../src/analysis/prefix.js'
import { analyzerFor } from '../../src/analysis/registry.js'
import { BM25_DEFAULTS } from '../../src/engines/flexsearch/bm25.js'
import { FieldIndex } from '../../src/engines/flexsearch/field-index.js'
import { Inverter } from '../../src/engines/flexsearch/inverter.js'
import { impactIndex } from '../../src/engines/flexsearch/native.js'
import type { Language } from '../../src/language/language.js'
import { type ByteSource, memorySource } from '../../src/store/bytes.js'

function invert(language: Language, texts: readonly string[], source = memorySource) {
  const analyzer = analyzerFor(language)
  const inverter = new Inverter(analyzer)
  for (const [id, text] of texts.entries()) inverter.addText(id, text)
  const { vocabulary, postings, positions } = inverter.finish(BM25_DEFAULTS)
  return {
    averageLength: inverter.averageLength,
    field: new FieldIndex(
      {
        vocabulary: source(vocabulary),
        postings: source(postings),
        positions: source(positions),
      },
      analyzer,
    ),
  }
}

const SCRATCH = new Uint8Array(2 ** 20)

/** Bytes as they come from files that are too large to stay in memory: all that is read goes through one place. */
function borrowingSource(bytes: Uint8Array): ByteSource {
  const { read } = memorySource(bytes)
  const borrow = (offset: number, length: number) => {
    SCRATCH.set(read(offset, length))
    return SCRATCH.subarray(0, length)
  }
  return {
    size: 2 ** 30,
    read: (offset, length) => borrow(offset, length).slice(),
    borrow,
    close() {},
  }
}

function passagesOf({ ids, starts, positions }: ReturnType<FieldIndex['positions']>) {
  return new Map(
    Array.from(ids, (id, i) => [id, [...positions.subarray(starts[i], starts[i + 1])]]),
  )
}

const WORDS =
  'Wal Wale Killerwal Killerwale Liebesgeschichte Geschichten Müller Mueller schön schon die the whale whales story stories Vater-Sohn 2012 __proto__ constructor 𝒳 日本'.split(
    ' ',
  )
const anyTexts = fc.array(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
  { maxLength: 40 },
)
const anyLanguage = fc.constantFrom<Language>('en', 'de', 'und')

/** Slots as plain arrays, empty ones left out. */
function plain(slots: ArrayLike<ArrayLike<number> | undefined> | undefined): [number, number[]][] {
  return Array.from(slots ?? [], (ids, slot): [number, number[]] => [
    slot,
    Array.from(ids ?? []),
  ]).filter(([, ids]) => ids.length > 0)
}

describe('the file-backed index', () => {
  test("holds the same slots as FlexSearch's own add()", () => {
    fc.assert(
      fc.property(anyTexts, anyLanguage, (texts, language) => {
        const { field, averageLength } = invert(language, texts)
        const native = impactIndex(analyzerFor(language), averageLength, BM25_DEFAULTS)
        for (const [id, text] of texts.entries()) native.add(id, text)
        const terms = [...(native.map as unknown as Map<string, unknown>).keys()].sort()
        expect([...field.keys()].sort()).toEqual(terms)
        for (const term of terms)
          expect(plain(field.get(term))).toEqual(plain(native.map.get(term)))
      }),
    )
  })

  test('reads the first list that is asked for, whatever else has to be read for it', () => {
    const texts = ['Der Wal und der Vater', 'Wale, Wale, Wale!', 'Die Mutter', 'Ein Wal allein']
    const [inMemory, inFiles] = [invert('de', texts), invert('de', texts, borrowingSource)]
    expect(plain(inFiles.field.get('wal'))).toEqual(plain(inMemory.field.get('wal')))
  })

  test("answers FlexSearch's own search as the index it stands for", () => {
    const texts = ['Der Wal und der Vater', 'Wale, Wale, Wale!', 'Die Mutter', 'Ein Wal allein']
    const { field, averageLength } = invert('de', texts)
    const filled = impactIndex(analyzerFor('de'), averageLength, BM25_DEFAULTS)
    for (const [id, text] of texts.entries()) filled.add(id, text)
    const served = impactIndex(analyzerFor('de'), averageLength, BM25_DEFAULTS)
    served.map = field
    // Unresolved results are ids by slot, typed arrays among them.
    const ask = (index: typeof served) => {
      const { result } = index.search('Wal', { resolve: false }) as unknown as {
        result: (ArrayLike<number> | undefined)[]
      }
      return result.flatMap((ids) => Array.from(ids ?? []))
    }
    expect(ask(served)).toEqual(ask(filled))
    expect(ask(served)).toEqual([1, 0, 3])
  })

  test('gives the same bytes for the same passages', () => {
    const texts = ['Der Wal', 'schon schön', 'Wale im Meer']
    const analyzer = analyzerFor('de')
    const once = () => {
      const inverter = new Inverter(analyzer)
      for (const [id, text] of texts.entries()) inverter.addText(id, text)
      return inverter.finish(BM25_DEFAULTS)
    }
    expect(once()).toEqual(once())
  })

  test('knows every form with its passages and positions, as a plain map does', () => {
    fc.assert(
      fc.property(anyTexts, anyLanguage, (texts, language) => {
        const { field } = invert(language, texts)
        const naive = new Map<string, Map<number, number[]>>()
        for (const [id, text] of texts.entries())
          for (const { kind, form, position } of analyzerFor(language).analyze(text)) {
            if (kind === 'part') continue
            const passages = naive.get(form) ?? new Map<number, number[]>()
            passages.set(id, [...(passages.get(id) ?? []), position])
            naive.set(form, passages)
          }
        const stored = new Map(
          Array.from({ length: field.forms.length }, (_, form) => [
            field.forms.at(form),
            passagesOf(field.positions(form)),
          ]),
        )
        expect(stored).toEqual(naive)
      }),
    )
  })

  test('finds forms by folding and by prefix', () => {
    const { field } = invert('de', ['Müller Mueller Mühle', 'schon', 'schön Schönheit'])
    const names = (numbers: number[]) => numbers.map((form) => field.forms.at(form)).sort()
    expect(names(field.forms.byFold('muller'))).toEqual(['mueller', 'müller'])
    expect(names(field.forms.byFold('schon'))).toEqual(['schon', 'schön'])
    const beginning = (text: string) =>
      names(field.forms.byPrefix(wordPrefix(text, analyzerFor('de'))))
    expect(beginning('schön')).toEqual(['schon', 'schön', 'schönheit'])
    expect(beginning('x')).toEqual([])
  })
})
