import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteWriter, memorySource } from '../../src/store/bytes.js'
import { Container, packContainer } from '../../src/store/container.js'
import { type DocumentRow, DocumentTable, writeRows } from '../../src/store/document-rows.js'
import { mergedByPath } from '../../src/store/merged-by-path.js'

const metadata = fc.record(
  {
    id: fc.string(),
    path: fc.string(),
    title: fc.string({ unit: 'grapheme' }),
    speakers: fc.array(fc.string(), { maxLength: 2 }),
    tags: fc.array(fc.string(), { maxLength: 2 }),
    date: fc.constantFrom('2012', '2012-05'),
    textBytes: fc.nat({ max: 2 ** 31 }),
    passageCount: fc.nat({ max: 1000 }),
  },
  { requiredKeys: ['id', 'path', 'title', 'speakers', 'tags', 'textBytes', 'passageCount'] },
)

/** Texts and passages follow one another. */
function rowsOf(documents: readonly Omit<DocumentRow, 'textStart' | 'firstPassage'>[]) {
  let textStart = 0
  let firstPassage = 0
  return documents.map((document) => {
    const row = { ...document, textStart, firstPassage }
    textStart += document.textBytes
    firstPassage += document.passageCount
    return row
  })
}

function written(rows: readonly DocumentRow[]): { json: string; table: DocumentTable } {
  const sink = new ByteWriter()
  const columns = writeRows(rows, sink)
  const bytes = sink.result()
  const container = new Container(memorySource(packContainer(columns)))
  return {
    json: new TextDecoder().decode(bytes),
    table: new DocumentTable(memorySource(bytes), container),
  }
}

describe('the metadata of documents', () => {
  test('are read one by one as all at once, with the places of texts and passages', () => {
    fc.assert(
      fc.property(fc.array(metadata, { maxLength: 600 }), fc.nat(), (documents, some) => {
        const rows = rowsOf(documents)
        const expected = rows.map(({ textStart, textBytes, firstPassage, ...document }) => document)
        const { json, table } = written(rows)
        expect(JSON.parse(json)).toEqual(expected)
        expect(table.length).toBe(rows.length)
        if (rows.length > 0) {
          const number = some % rows.length
          const one = table.document(number)
          expect(one).toEqual(expected[number])
          expect(table.documents[number]).toBe(one)
        }
        expect(table.documents).toEqual(expected)
        for (const [number, row] of rows.entries()) {
          const { textStart, textBytes, firstPassage, passageCount } = row
          expect(table.textOf(number)).toEqual({ start: textStart, bytes: textBytes })
          expect(table.firstPassageOf(number)).toBe(firstPassage)
          expect(table.passageCountOf(number)).toBe(passageCount)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('documents of two segments', () => {
  test('are in the order of their paths, of which few are looked at', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 50 }),
        fc.uniqueArray(fc.nat({ max: 49 })),
        (paths, places) => {
          const byPath = (a: number, b: number) => (paths[a]! < paths[b]! ? -1 : 1)
          const isAdded = new Set(places)
          const numbers = [...paths.keys()].sort(byPath)
          const base = numbers.filter((number) => !isAdded.has(number))
          const added = numbers.filter((number) => isAdded.has(number))
          let looks = 0
          const merged = mergedByPath(Uint32Array.from(base), Uint32Array.from(added), (number) => {
            looks++
            return paths[number]!
          })
          expect([...merged]).toEqual(numbers)
          expect(looks).toBeLessThanOrEqual(added.length * 8)
        },
      ),
    )
  })
})
