import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/corpus/decode.js'
import type { SourceDocument } from '../../src/corpus/document.js'
import { readDocument } from '../../src/corpus/read-document.js'
import { READABLE_EXTENSIONS, readerFor } from '../../src/corpus/readers.js'

/** Fragments that the readers treat specially, and arbitrary text between them. */
const fragment = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    ' | ',
    '• ',
    '- ',
    '> ',
    '# ',
    '**',
    '`',
    '```\n',
    '\\',
    '\t',
  ),
  fc.constantFrom(
    '&amp;',
    '&eacute;',
    '&#0;',
    '<b>',
    '<!--',
    '[a](b)',
    '![c](d)',
    '\u00a0',
    '\u00ad',
    '\ufeff',
    '---\n',
  ),
  fc.constantFrom(
    'Anna: Ja. ',
    'Regis-\nseur ',
    'id: x\n',
    '— Anna Berg',
    'Ein Satz mit Wörtern, der weitergeht ',
    'X',
    '🐋',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)
const source = fc.array(fragment, { maxLength: 40 }).map((fragments) => fragments.join(''))
const path = fc.constantFrom(...READABLE_EXTENSIONS).map((extension) => `a${extension}`)

type ReadText = Pick<SourceDocument, 'text' | 'blocks' | 'sourceMap'>

function read(name: string, text: string): ReadText | undefined {
  return readDocument(name, text, readerFor(name)!).loose?.document
}

describe('every document', () => {
  it('is its blocks, joined by blank lines, without space around them', () => {
    fc.assert(
      fc.property(path, source, (name, text) => {
        const document = read(name, text)
        if (!document) return
        const blocks = document.blocks.map(({ start, end }) => document.text.slice(start, end))
        expect(blocks.join('\n\n')).toBe(document.text)
        for (const block of blocks) {
          expect(block).toMatch(/[\p{L}\p{N}]/u)
          expect(block).toBe(block.trim())
          expect(block).not.toMatch(/[^\S ]| {2}|\ufffd/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('leads back from each character to the same character in a plain text', () => {
    fc.assert(
      fc.property(source, (text) => {
        expectTraced(read('a.txt', text), text)
      }),
      { numRuns: 2000 },
    )
  })

  it('leads back from each letter to the same letter in Markdown', () => {
    const prose = source.map((text) => text.replaceAll('&', '+'))
    fc.assert(
      fc.property(prose, (text) => expectTraced(read('a.md', text), text)),
      { numRuns: 2000 },
    )
  })

  it('is the same whichever way its lines end', () => {
    fc.assert(
      fc.property(source, (text) => {
        const unix = text.replaceAll(/\r\n?/g, '\n')
        expect(read('a.txt', unix.replaceAll('\n', '\r\n'))?.text).toBe(read('a.txt', unix)?.text)
      }),
    )
  })

  it('is read from any bytes without an exception', () => {
    fc.assert(
      fc.property(path, fc.uint8Array({ maxLength: 400 }), (name, bytes) => {
        const decoded = decode(bytes)
        if (decoded) read(name, decoded.text)
      }),
    )
  })
})

/** Line ends and spaces become plain spaces; everything else is copied. */
function expectTraced(document: ReadText | undefined, source: string): void {
  const { text, sourceMap } = document ?? { text: '', sourceMap: undefined }
  for (let at = 0; at < text.length; at += 1) {
    if (/\s/.test(text[at]!)) continue
    expect(source[sourceMap!.toSource(at)]).toBe(text[at])
  }
}
