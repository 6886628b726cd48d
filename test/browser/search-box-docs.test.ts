import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { attributeOf } from '../../src/browser/element/attribute-names.js'
import { stringsFor } from '../../src/browser/element/strings.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DOCS = readFileSync(join(ROOT, 'docs/search-box.md'), 'utf8')
const ELEMENT = join(ROOT, 'src/browser/element')

/** All that a pattern's first group finds in the element's files of a kind. */
function found(pattern: RegExp, extension: string): Set<string> {
  const files = readdirSync(ELEMENT, { recursive: true, encoding: 'utf8' })
  const sources = files
    .filter((path) => path.endsWith(extension))
    .map((path) => readFileSync(join(ELEMENT, path), 'utf8'))
  return new Set(
    sources.flatMap((source) => Array.from(source.matchAll(pattern), ([, name]) => name!)),
  )
}

test('the documentation lists the strings, word for word', () => {
  const rows = Object.entries(stringsFor('en', {})).map(
    ([name, text]) => `| \`${name}\` | ${text} |`,
  )
  expect(DOCS.slice(DOCS.indexOf('## Strings')).match(/^\| `.*$/gm)).toEqual(rows)
})

test('both languages have all strings, with the same values put in', () => {
  const german = new Map(Object.entries(stringsFor('de', {})))
  for (const [name, text] of Object.entries(stringsFor('en', {})))
    expect(
      german
        .get(name)!
        .match(/\{\w+\}/g)
        ?.sort(),
      name,
    ).toEqual(text.match(/\{\w+\}/g)?.sort())
})

test('the documentation names all attributes', () => {
  const names = [...found(/^ {2}declare (\w+):/gm, 'properties.ts')].map(attributeOf)
  expect(names.length).toBeGreaterThan(10)
  const table = DOCS.slice(DOCS.indexOf('## Attributes'), DOCS.indexOf('### Address templates'))
  expect(names.filter((name) => !table.includes(`\`${name}\``))).toEqual([])
})

test('the documentation names all custom properties and parts', () => {
  const looks = DOCS.slice(DOCS.indexOf('## Looks'), DOCS.indexOf('## Strings'))
  const named = looks.replaceAll('…', '--fundstelle-translation')
  const properties = found(/var\((--fundstelle-[\w-]+)/g, '.css')
  expect([...properties].filter((name) => !named.includes(`\`${name}\``))).toEqual([])
  const parts = [...found(/part="([^"]+)"/g, '.ts')]
    .flatMap((list) => list.split(' '))
    .filter((part) => !part.includes('$'))
  expect(parts.filter((part) => !looks.includes(`\`${part}\``))).toEqual([])
})
