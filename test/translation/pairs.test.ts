import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type BadLine, readPairs, type SentencePair } from '../../scripts/lexicon/pairs.js'
import { temporaryFolder } from '../support/collection.js'

async function read(name: string, content: string | Uint8Array) {
  const file = join(await temporaryFolder(), name)
  await writeFile(file, content)
  const bad: BadLine[] = []
  const pairs: SentencePair[] = [...readPairs(file, (line) => bad.push(line))]
  return { file, pairs, bad }
}

const TWO = 'A dog.\tEin Hund.\nA house.\tEin Haus.\n'
const READ = [
  { english: 'A dog.', german: 'Ein Hund.' },
  { english: 'A house.', german: 'Ein Haus.' },
]

describe('a file of sentence pairs', () => {
  test('has one a line, English first', async () => {
    expect((await read('pairs.tsv', TWO)).pairs).toEqual(READ)
  })

  test('may be compressed', async () => {
    expect((await read('pairs.tsv.gz', gzipSync(TWO))).pairs).toEqual(READ)
  })

  test('may come from Windows', async () => {
    expect((await read('pairs.tsv', TWO.replaceAll('\n', '\r\n'))).pairs).toEqual(READ)
  })

  test('is read without its bad lines, which are named', async () => {
    const broken = Buffer.from('caf\xe9\tein Café\n', 'latin1')
    const lines = Buffer.from('only English\na\tb\tc\n\n \tDeutsch\nEnglish\t\n')
    const { file, pairs, bad } = await read(
      'pairs.tsv',
      Buffer.concat([lines, broken, Buffer.from(TWO)]),
    )
    expect(pairs).toEqual(READ)
    expect(bad).toEqual([
      { file, line: 1, reason: 'expected 2 columns (English, tab, German), found 1' },
      { file, line: 2, reason: 'expected 2 columns (English, tab, German), found 3' },
      { file, line: 4, reason: 'the English side is empty' },
      { file, line: 5, reason: 'the German side is empty' },
      { file, line: 6, reason: 'not valid UTF-8' },
    ])
  })
})
