import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** A file's text and the encoding it was in. */
export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/** How much of a file is looked at to recognise UTF-16 without a byte order mark. */
const SAMPLE_BYTES = 65_536
/** One control character in so many characters is an accident; more of them are not text. */
const CHARACTERS_PER_CONTROL = 50

/** The text in these bytes, without byte order mark; `undefined` where they are not text. */
export function decode(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decodeAnyway(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const text = decoded.text.startsWith('\ufeff') ? decoded.text.slice(1) : decoded.text
  return looksBinary(text) ? undefined : { ...decoded, text }
}

function decodeAnyway(bytes: Buffer): DecodedText {
  const utf16 = utf16Order(bytes)
  if (utf16) return { text: iconv.decode(bytes, utf16, { stripBOM: true }), encoding: utf16 }
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8' }
  const repaired = repairUtf8(bytes)
  if (repaired !== undefined) return { text: repaired, encoding: 'utf-8' }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
}

/** By the byte order mark; otherwise by the zero bytes that Western text has in every other place. */
function utf16Order(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  // Nearly all texts, found out in a fraction of the time that counting takes.
  if (!sample.includes(0)) return undefined
  const pairs = Math.floor(sample.length / 2)
  let first = 0
  let second = 0
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) first += 1
    if (bytes[2 * pair + 1] === 0) second += 1
  }
  if (second > pairs * 0.7 && first < pairs * 0.1) return 'utf-16le'
  if (first > pairs * 0.7 && second < pairs * 0.1) return 'utf-16be'
  return undefined
}

/** The five bytes that Windows-1252 leaves undefined stay control characters (WHATWG Encoding). */
function decodeWindows1252(bytes: Buffer): string {
  const text = iconv.decode(bytes, 'win1252')
  return text.replaceAll('\ufffd', (_, at: number) => String.fromCharCode(bytes[at]!))
}

const TRUNCATED_END = /[\xc2-\xf4][\x80-\xbf]{0,2}$/
const HIGH_BYTES =
  /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g

/**
 * UTF-8 with a few broken bytes, or cut off in the middle of a character, is still UTF-8: read as
 * Windows-1252 the whole file would be spoilt. The broken bytes alone are read as Windows-1252.
 * `undefined` where the bytes are not mostly UTF-8.
 */
function repairUtf8(bytes: Buffer): string | undefined {
  let whole = 0
  let broken = 0
  const binary = bytes.toString('latin1').replace(TRUNCATED_END, (end) => (isWhole(end) ? end : ''))
  const text = binary.replace(HIGH_BYTES, (sequence) => {
    const valid = isWhole(sequence)
    if (valid) whole += 1
    else broken += 1
    const raw = Buffer.from(sequence, 'latin1')
    return valid ? raw.toString('utf8') : decodeWindows1252(raw)
  })
  return whole > broken ? text : undefined
}

function isWhole(sequence: string): boolean {
  return sequence.length > 1 && isUtf8(Buffer.from(sequence, 'latin1'))
}

/** Control characters but for white space, to which U+0085 belongs. */
const CONTROLS = /[^\P{Cc}\t-\r\x85]/gu

function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const controls = text.match(CONTROLS)?.length ?? 0
  return controls > 1 + text.length / CHARACTERS_PER_CONTROL
}
