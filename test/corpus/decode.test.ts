import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/corpus/decode.js'

const SENTENCE = '„Größe“ – naïve Œuvres für 5 €, ganz ohne Mühe…'

/** Letters and signs of German, French and English prose, all in Windows-1252. */
const western = fc
  .array(fc.constantFrom(...'aeinrst ÄÖÜäöüßéèçœ„“‘’–…€.,\n'), { maxLength: 200 })
  .map((characters) => characters.join(''))
const anyText = fc.string({ unit: 'grapheme' }).filter((text) => !/^\ufeff|\p{Control}/u.test(text))

describe('decoding', () => {
  it.each(['utf8', 'utf16le', 'utf16be'])(
    'reads %s with a byte order mark and drops the mark',
    (encoding) => {
      expect(decode(iconv.encode(SENTENCE, encoding, { addBOM: true }))?.text).toBe(SENTENCE)
    },
  )

  it.each(['utf8', 'utf16le', 'utf16be', 'win1252'])(
    'reads %s without a byte order mark',
    (encoding) => {
      expect(decode(iconv.encode(SENTENCE, encoding, { addBOM: false }))?.text).toBe(SENTENCE)
    },
  )

  it('names the encoding', () => {
    expect(decode(Buffer.from('Mühe'))?.encoding).toBe('utf-8')
    expect(decode(iconv.encode('Mühe', 'win1252'))?.encoding).toBe('windows-1252')
    expect(decode(iconv.encode('Mühe', 'utf16be'))?.encoding).toBe('utf-16be')
  })

  it('reads UTF-8 with one broken byte as UTF-8, and the broken byte as Windows-1252', () => {
    const bytes = Buffer.concat([
      Buffer.from('Größe, Mühe, Straße, '),
      Buffer.from([0x84]),
      Buffer.from('ja'),
    ])
    expect(decode(bytes)?.text).toBe('Größe, Mühe, Straße, „ja')
  })

  it('reads UTF-8 that is cut off in the middle of a character', () => {
    expect(decode(Buffer.from('Größe und Mühe ü').subarray(0, -1))?.text).toBe('Größe und Mühe ')
  })

  it('takes an accent at the end of a Windows-1252 file for an accent', () => {
    expect(decode(iconv.encode('un café', 'win1252'))?.text).toBe('un café')
  })

  it('refuses bytes that are not text', () => {
    expect(
      decode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
    ).toBeUndefined()
    expect(
      decode(Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 7) % 30))),
    ).toBeUndefined()
  })

  it('gives back every UTF-8 text', () => {
    fc.assert(fc.property(anyText, (text) => decode(Buffer.from(text))?.text === text))
  })

  it('gives back every Western text in UTF-16', () => {
    const order = fc.constantFrom('utf16le', 'utf16be')
    fc.assert(
      fc.property(western, order, fc.boolean(), (text, encoding, addBOM) => {
        const long = `Eine Zeile davor.\n${text}`
        expect(decode(iconv.encode(long, encoding, { addBOM }))?.text).toBe(long)
      }),
    )
  })

  it('gives back every Western text in Windows-1252', () => {
    fc.assert(
      fc.property(western, (text) => {
        const prose = `„Schöne Übung für größere Städte“: ${text}`
        expect(decode(iconv.encode(prose, 'win1252'))?.text).toBe(prose)
      }),
    )
  })

  it('never makes a replacement character', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        // A file may hold the character itself (EF BF BD); decoding must not add any.
        const text = decode(bytes)?.text ?? ''
        const own = Buffer.from(bytes).toString('latin1').includes('\xef\xbf\xbd')
        return own || !text.includes('\ufffd') || bytes[0] === 0xff || bytes[0] === 0xfe
      }),
    )
  })
})
