import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toParallelCsv } from '../../src/export/parallel-csv.js'
import { toTmx } from '../../src/export/tmx.js'
import type { IndexedDocument, IndexedPassage } from '../../src/search/engine.js'
import type { ParallelDocuments } from '../../src/search/parallel.js'

function document(id: string): IndexedDocument {
  return { id, title: id, path: `${id}.md`, speakers: [], tags: [], passageCount: 2 }
}

function passage(id: string, language: 'en' | 'de', text: string): IndexedPassage {
  return {
    id,
    text,
    language,
    ordinal: 0,
    confidence: 1,
    speaker: null,
    heading: [],
    start: 0,
    end: text.length,
    source: { start: 0, end: text.length },
    document: document(id),
  }
}

function pair(one: string, other: string): ParallelDocuments {
  const [left, right] = [passage('a#1', 'en', one), passage('b#1', 'de', other)]
  return {
    left: document('a'),
    right: document('b & "c"'),
    rows: [
      { left: [left], right: [right, right], confidence: 0.75 },
      { left: [left], right: [], confidence: null },
    ],
  }
}

/** The elements of TMX 1.4 that are used here, with what its DTD lets stand in them. */
const CONTENT: Record<string, RegExp> = {
  tmx: /^header body $/,
  header: /^(note |prop |ude )*$/,
  body: /^(tu )*$/,
  tu: /^(note |prop )*(tuv )+$/,
  tuv: /^(note |prop )*seg $/,
  prop: /^$/,
  seg: /^$/,
}

/** Their attributes in the DTD: those that have to be there, and those that are used and may be; a word or a choice of words. */
const ATTRIBUTES: Record<string, { required: Record<string, RegExp>; allowed?: string[] }> = {
  tmx: { required: { version: /^1\.4$/ } },
  header: {
    required: {
      creationtool: /./,
      creationtoolversion: /./,
      segtype: /^(?:block|paragraph|sentence|phrase)$/,
      'o-tmf': /./,
      adminlang: /^[a-z]{2,3}$/,
      srclang: /^(?:[a-z]{2,3}|\*all\*)$/,
      datatype: /./,
    },
  },
  body: { required: {} },
  tu: { required: {}, allowed: ['srclang'] },
  tuv: { required: { 'xml:lang': /^[a-z]{2,3}$/ } },
  prop: { required: { type: /./ } },
  seg: { required: {} },
}

function expectAttributes(element: string, attributes: string): void {
  const found = [...attributes.matchAll(/([a-z:-]+)="([^"]*)"/g)].map(([, name, value]) => {
    return [name!, value!] as const
  })
  const names = found.map(([name]) => name)
  const { required, allowed = [] } = ATTRIBUTES[element]!
  expect(new Set(names).size).toBe(names.length)
  expect([...Object.keys(required), ...allowed]).toEqual(expect.arrayContaining(names))
  expect(names).toEqual(expect.arrayContaining(Object.keys(required)))
  for (const [name, value] of found) expect(value).toMatch(required[name] ?? /./)
}

/** Reads tags as an XML parser would, checks that they are balanced and where they may stand; gives the segments. */
function validated(tmx: string): string[] {
  expect(tmx).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n/,
  )
  const open: { name: string; children: string; text: string }[] = [
    { name: '', children: '', text: '' },
  ]
  const segments: string[] = []
  for (const [, close, name, attributes, text] of tmx
    .slice(tmx.indexOf('<tmx'))
    .matchAll(/<(\/?)([a-z]+)((?: [a-z:-]+="[^"<]*")*)>([^<]*)/g)) {
    expect(attributes).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/)
    expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot);)|[\u{FFFE}\u{FFFF}]/u)
    if (close === '') {
      expectAttributes(name!, attributes!)
      open.at(-1)!.children += `${name} `
      open.push({ name: name!, children: '', text: text! })
      continue
    }
    const element = open.pop()!
    expect(element.name).toBe(name)
    expect(element.children).toMatch(CONTENT[name!]!)
    if (name === 'seg') segments.push(element.text)
  }
  expect(open.length).toBe(1)
  return segments
}

const unescaped = (text: string) =>
  text.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name as 'lt'],
  )

test('a translation memory has a unit for each row with both sides, as the DTD of TMX 1.4 wants it', () => {
  const tmx = toTmx(pair('Rust & Bone <1>', 'Rost\n\nKnochen'), '1.0.0')
  expect(validated(tmx)).toEqual([
    'Rust &amp; Bone &lt;1&gt;',
    'Rost\n\nKnochen\n\nRost\n\nKnochen',
  ])
  expect(tmx).toContain('srclang="en"')
  expect(tmx).toContain('<tuv xml:lang="de">')
  expect(tmx).toContain('<prop type="x-confidence">0.75</prop>')
  expect(tmx).toContain('<prop type="x-target-document">b &amp; &quot;c&quot;</prop>')
})

test('a unit whose left side is in another language than most says so', () => {
  const { left, right, rows } = pair('one', 'eins')
  const swapped = { left: rows[0]!.right, right: rows[0]!.left, confidence: 0.5 }
  const tmx = toTmx({ left, right, rows: [rows[0]!, rows[0]!, swapped, rows[0]!] }, '1')
  expect(validated(tmx)).toHaveLength(8)
  expect(tmx.match(/<tu srclang="de">/g)).toHaveLength(1)
  expect(tmx.match(/<tu>/g)).toHaveLength(3)
})

test('a translation memory is well-formed whatever the texts hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
      const [left] = validated(toTmx(pair(one, other), '1'))
      // What XML cannot hold is left out; nothing else is.
      const kept = one.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
      expect(unescaped(left!)).toBe(kept)
    }),
  )
})

test('a table has every row, and no cell that a spreadsheet runs', () => {
  const lines = toParallelCsv(pair('=1+1', 'Rost')).split('\r\n')
  expect(lines[0]).toBe(
    'row,confidence,leftPassages,leftLanguage,leftText,rightPassages,rightLanguage,rightText',
  )
  expect(lines.at(-2)).toBe(`2,,a#1,en,'=1+1,,,`)
  expect(lines.at(-1)).toBe('')
})
