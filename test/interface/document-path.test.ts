import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  citationPath,
  documentPath,
  idPath,
  parallelPath,
} from '../../src/interface/document-path.js'

test.each([
  ['synopsis.en', 'synopsis.en'],
  ['interviews/größe & co', 'interviews/gr%C3%B6%C3%9Fe%20%26%20co'],
  ['a/parallel/b', 'a%2Fparallel%2Fb'],
  ['a/../b', 'a%2F..%2Fb'],
  ['/a//b/', '%2Fa%2F%2Fb%2F'],
  ['half a character: \uD83D', 'half%20a%20character%3A%20%EF%BF%BD'],
])('the id %j is %s in an address', (id, path) => {
  expect(idPath(id)).toBe(path)
})

test('documents, pairs of them, and citations have their paths', () => {
  expect(documentPath('a/b')).toBe('/documents/a/b')
  expect(parallelPath('a/b', 'c/parallel')).toBe('/documents/a/b/parallel/c%2Fparallel')
  expect(citationPath('a/b#c')).toBe('/passages/a%2Fb%23c/citation')
})

test('an address is what browsers make of it, and the id can be read from it again', () => {
  const part = fc.constantFrom('', 'a', '.', '..', 'parallel', 'ü', '%', '?', '#', ' ', '%2F')
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), (parts) => {
      const id = parts.join('/')
      const path = documentPath(id)
      expect(new URL(path, 'http://host').pathname).toBe(path)
      expect(decodeURIComponent(path.slice('/documents/'.length))).toBe(id)
    }),
  )
})
