import { expect, test } from 'vitest'
import { DIAGNOSTICS, type DiagnosticCode } from '../../src/query/diagnostic.js'
import { parseQuery } from '../../src/query/parse.js'

/** The shortest query for each remark; the compiler sees to it that none is missing. */
const EXAMPLES: Record<DiagnosticCode, string> = {
  'empty-query': '',
  'only-exclusions': '-a',
  'too-long': 'a '.repeat(65),
  'too-deep': `${'('.repeat(21)}a${')'.repeat(21)}`,
  'unclosed-quote': '"a',
  'empty-phrase': '"" a',
  'unclosed-group': '(a',
  'unopened-group': 'a)',
  'empty-group': '() a',
  'dangling-operator': 'a OR',
  'mixed-operators': 'a AND b OR c',
  'double-not': 'a --b',
  'negation-in-or': 'a OR -b',
  'short-prefix': 'f*',
  'stray-star': '*a',
  'unknown-field': 'foo:bar',
  'field-without-value': 'lang: a',
  'unknown-language': 'a lang:fr',
  'bad-date': 'a date:2012-13',
}

test.each(Object.entries(EXAMPLES))('%s is the one remark on %s', (code, text) => {
  expect(parseQuery(text).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
})

test('more than eight remarks of one code are not made', () => {
  const { diagnostics } = parseQuery(`a${')'.repeat(20)} OR`)
  const codes: DiagnosticCode[] = diagnostics.map(({ code }) => code)
  expect(codes).toEqual([...Array(8).fill('unopened-group'), 'dangling-operator'])
})

test('every code is explained in a sentence', () => {
  for (const meaning of Object.values(DIAGNOSTICS)) expect(meaning).toMatch(/^[A-Z].*\.$/)
})
