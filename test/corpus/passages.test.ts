import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/corpus/document.js'
import { cutPassages } from '../../src/corpus/passages.js'
import { sentenceEnds } from '../../src/corpus/sentences.js'

type Piece = { text: string } & Pick<Block, 'type' | 'level' | 'speaker'>

function documentOf(pieces: readonly Piece[]) {
  let text = ''
  const blocks = pieces.map(({ text: words, ...rest }): Block => {
    const start = text === '' ? 0 : text.length + 2
    text += text === '' ? words : `\n\n${words}`
    return { ...rest, start, end: text.length }
  })
  return { id: 'essay', text, blocks }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
const cut = (pieces: readonly Piece[]) => cutPassages(documentOf(pieces), hash)

/** The texts of the passages. */
function texts(pieces: readonly Piece[]): string[] {
  const { text } = documentOf(pieces)
  return cut(pieces).map(({ start, end }) => text.slice(start, end))
}

const lengths = (pieces: readonly Piece[]) => texts(pieces).map(wordsIn)
const wordsIn = (text: string) => text.split(/\s+/).length

/** A sentence of so many words, all beginning with `name`. */
const sentence = (words: number, name = 'word') =>
  `${Array.from({ length: words }, (_, i) => `${i === 0 ? 'T' : ''}${name}${i}`).join(' ')}.`

const paragraph = (...sentences: number[]): Piece => ({
  type: 'paragraph',
  text: sentences.map((words, i) => sentence(words, `p${i}x`)).join(' '),
})
const item = (text: string): Piece => ({ type: 'item', text })
const heading = (text: string, level = 1): Piece => ({ type: 'heading', text, level })
const says = (speaker: string, piece: Piece): Piece => ({ ...piece, speaker })

describe('lengths', () => {
  test('a paragraph of a usual length is a passage', () => {
    expect(lengths([paragraph(20, 20), paragraph(30, 30, 30), paragraph(60, 60)])).toEqual([
      40, 90, 120,
    ])
  })

  test('short neighbours are merged until there are 40 words', () => {
    expect(lengths([15, 15, 15, 20, 25].map((words) => paragraph(words)))).toEqual([45, 45])
  })

  test('the remainder of a run joins the group before it', () => {
    expect(lengths([15, 25, 30].map((words) => paragraph(words)))).toEqual([70])
  })

  test('a short paragraph joins the long one after it, or else the one before', () => {
    expect(lengths([paragraph(60), paragraph(20), paragraph(80)])).toEqual([60, 100])
    expect(lengths([paragraph(60), paragraph(20), paragraph(110)])).toEqual([80, 110])
    expect(lengths([paragraph(60), paragraph(20)])).toEqual([80])
    expect(lengths([paragraph(110), paragraph(20), paragraph(110)])).toEqual([110, 20, 110])
  })

  test('a few words join the next paragraph even where that gets a little long', () => {
    expect(lengths([paragraph(110), paragraph(5), paragraph(118)])).toEqual([110, 123])
  })

  test('items of a list run together', () => {
    expect(texts(['Milk', 'Bread', 'Eggs'].map(item))).toEqual(['Milk\n\nBread\n\nEggs'])
  })

  test('a long paragraph is cut at the ends of sentences into balanced pieces', () => {
    expect(lengths([paragraph(...Array(10).fill(20))])).toEqual([100, 100])
    expect(lengths([paragraph(...Array(24).fill(15))])).toEqual([90, 90, 90, 90])
    expect(lengths([paragraph(65, 65)])).toEqual([65, 65])
  })

  test('a paragraph of up to 150 words stays whole where only stubs could be cut off', () => {
    expect(lengths([paragraph(10, 125)])).toEqual([135])
  })

  test('a sentence above 200 words is cut at a clause', () => {
    const clauses = [90, 30, 100].map((words) => sentence(words).slice(0, -1)).join('; ')
    expect(texts([{ type: 'paragraph', text: clauses }]).map((text) => text.at(-1))).toEqual([
      ';',
      '9',
    ])
  })

  test('a clause above 200 words is cut between words', () => {
    expect(lengths([paragraph(450)]).every((words) => words <= 200)).toBe(true)
  })
})

describe('headings', () => {
  test('a heading opens a passage with the text below it', () => {
    const pieces = [paragraph(10), heading('Two'), paragraph(10)]
    expect(texts(pieces)[1]).toMatch(/^Two\n\nTp0x0 /)
  })

  test('the path names the headings above, outermost first', () => {
    const passages = cut([
      heading('Book', 1),
      paragraph(50),
      heading('Chapter', 2),
      paragraph(50),
      paragraph(50),
      heading('Scene', 3),
      paragraph(50),
      heading('Next', 2),
      paragraph(50),
    ])
    expect(passages.map((passage) => passage.heading)).toEqual([
      ['Book'],
      ['Book', 'Chapter'],
      ['Book', 'Chapter'],
      ['Book', 'Chapter', 'Scene'],
      ['Book', 'Next'],
    ])
  })

  test('headings in a row open one passage together, whatever their levels', () => {
    const pieces = [
      heading('De rouille et d’os', 1),
      heading('France', 1),
      heading('Synopsis', 2),
      paragraph(50),
      heading('Credits', 2),
      paragraph(50),
    ]
    expect(texts(pieces)[0]).toMatch(/^De rouille et d’os\n\nFrance\n\nSynopsis\n\n/)
    expect(cut(pieces).map((passage) => passage.heading)).toEqual([
      ['De rouille et d’os', 'France', 'Synopsis'],
      ['De rouille et d’os', 'France', 'Credits'],
    ])
  })

  test('headings without text at the end make a passage', () => {
    expect(texts([paragraph(50), heading('Notes'), heading('Index')])[1]).toBe('Notes\n\nIndex')
  })

  test('a heading stays with its text when that is cut', () => {
    const [first] = texts([heading('Long'), paragraph(100, 100)])
    expect(wordsIn(first!)).toBe(101)
  })
})

describe('speakers', () => {
  test('a passage has one speaker', () => {
    const pieces = [
      says('A', paragraph(5)),
      says('A', paragraph(5)),
      says('B', paragraph(5)),
      paragraph(5),
    ]
    expect(lengths(pieces)).toEqual([10, 5, 5])
    expect(cut(pieces).map((passage) => passage.speaker)).toEqual(['A', 'B', undefined])
    expect(cut(pieces)[2]).not.toHaveProperty('speaker')
  })
})

describe('ids', () => {
  test('an id is the document, the words and the speaker, not their layout', () => {
    const [a] = cut([says('A', { type: 'paragraph', text: 'one two' })])
    const [b] = cut([says('A', { type: 'paragraph', text: 'one\n two' })])
    const [c] = cut([says('B', { type: 'paragraph', text: 'one two' })])
    expect(a!.id).toMatch(/^essay#[0-9a-f]{8}$/)
    expect(b!.id).toBe(a!.id)
    expect(c!.id).not.toBe(a!.id)
  })

  test('passages with the same words are told apart by the words before them', () => {
    const refrain = paragraph(100)
    const verse = (name: string): Piece => ({ type: 'paragraph', text: sentence(100, name) })
    const song = (...pieces: Piece[]) => cut(pieces).map((passage) => passage.id)
    const before = song(refrain, verse('a'), refrain, verse('b'), refrain)
    const after = song(refrain, verse('a'), refrain, verse('x'), refrain, verse('b'), refrain)
    expect(before[0]).toMatch(/^essay#[0-9a-f]{8}$/)
    expect(before[2]).toMatch(/^essay#[0-9a-f]{8}-[0-9a-f]{4}$/)
    expect(new Set(after).size).toBe(7)
    expect(before.filter((id) => after.includes(id))).toEqual(before)
    expect([after[5], after[6]]).toEqual([before[3], before[4]])
  })

  test('passages with the same words after the same words are numbered', () => {
    const ids = cut(Array(4).fill(paragraph(100))).map((passage) => passage.id)
    expect(ids[1]).toMatch(/-[0-9a-f]{4}$/)
    expect(ids.slice(2)).toEqual([`${ids[1]}-2`, `${ids[1]}-3`])
  })

  test('an edit within a run of short paragraphs moves nothing beyond its neighbours', () => {
    const long = (name: string): Piece => ({ type: 'paragraph', text: sentence(100, name) })
    const short = (name: string): Piece => ({ type: 'paragraph', text: sentence(25, name) })
    const before = ['a', 'b', 'c'].flatMap((name) => [
      long(name),
      short(`${name}1`),
      short(`${name}2`),
    ])
    const after = before.with(4, { type: 'paragraph', text: 'Gone.' })
    const ids = new Set(cut(after).map((passage) => passage.id))
    const kept = cut(before).map((passage) => ids.has(passage.id))
    expect(kept).toEqual([true, true, true, false, true, true])
  })
})

describe('for every document', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('Das', 'ist.', 'gut,', '9.', 'z. B.', '„Ja!“', 'and', 'the end.', '–'),
  )
  const text = fc.array(words, { minLength: 1, maxLength: 300, size: 'max' }).map(
    (list) =>
      list
        .join(' ')
        .replace(/\n\s*\n/g, '\n')
        .trim() || 'x',
  )
  const piece: fc.Arbitrary<Piece> = fc.oneof(
    fc.record({
      type: fc.constant<'heading'>('heading'),
      text: text.map((long) => long.slice(0, 60).trim() || 'x'),
      level: fc.integer({ min: 1, max: 6 }),
    }),
    fc
      .tuple(
        fc.constantFrom<'paragraph' | 'item'>('paragraph', 'item'),
        text,
        fc.constantFrom('', 'A', 'B'),
      )
      .map(([type, text, speaker]) => ({ type, text, ...(speaker && { speaker }) })),
  )
  const pieces = fc.array(piece, { maxLength: 12 })

  test('nothing is lost or doubled: between passages is only white space', () => {
    fc.assert(
      fc.property(pieces, (pieces) => {
        const document = documentOf(pieces)
        let rebuilt = ''
        for (const { start, end } of cutPassages(document, hash)) {
          const gap = document.text.slice(rebuilt.length, start)
          expect(gap).toMatch(/^\s*$/)
          expect(end).toBeGreaterThan(start)
          rebuilt += gap + document.text.slice(start, end)
        }
        expect(rebuilt + document.text.slice(rebuilt.length).trim()).toBe(document.text.trimEnd())
      }),
    )
  })

  test('no passage has more than 200 words, and ids and ordinals are unique', () => {
    fc.assert(
      fc.property(pieces, (pieces) => {
        const passages = cut(pieces)
        for (const words of lengths(pieces)) expect(words).toBeLessThanOrEqual(200)
        expect(new Set(passages.map((passage) => passage.id)).size).toBe(passages.length)
        expect(passages.map((passage) => passage.ordinal)).toEqual(passages.map((_, i) => i))
      }),
    )
  })

  test('a passage ends where a sentence ends, or the sentence has more than 200 words', () => {
    fc.assert(
      fc.property(pieces, (pieces) => {
        const { text, blocks } = documentOf(pieces)
        const ends = blocks.flatMap(({ start, end }) =>
          sentenceEnds(text.slice(start, end)).map((offset) => start + offset),
        )
        for (const { end } of cut(pieces)) {
          if (ends.includes(end)) continue
          const from = Math.max(0, ...ends.filter((each) => each < end))
          const to = ends.find((each) => each > end)!
          expect(wordsIn(text.slice(from, to).trim())).toBeGreaterThan(200)
        }
      }),
    )
  })

  test('an edit in one section leaves the passages of the others alone', () => {
    const section = fc.array(fc.integer({ min: 1, max: 260 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(section, { minLength: 1, maxLength: 5 }),
        section,
        fc.nat(),
        (sections, edit, n) => {
          const at = n % sections.length
          const build = (list: number[][]) =>
            list.flatMap((lengths, i) => [
              heading(`Section ${i}`),
              ...lengths.map(
                (words, j): Piece => ({ type: 'paragraph', text: sentence(words, `s${i}p${j}w`) }),
              ),
            ])
          const idsElsewhere = (list: number[][]) =>
            cut(build(list))
              .filter((passage) => passage.heading[0] !== `Section ${at}`)
              .map((passage) => passage.id)
          expect(idsElsewhere(sections.with(at, edit))).toEqual(idsElsewhere(sections))
        },
      ),
    )
  })
})
