import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../src/query/parse.js'
import { notate, notateDiagnostics } from './notation.js'

type Case = readonly [query: string, tree: string, ...diagnostics: string[]]

function check(cases: readonly Case[]): void {
  test.each(cases)('%s is read as %s', (text, tree, ...diagnostics) => {
    const query = parseQuery(`x ${text}`)
    expect(notate(query.clauses)).toBe(`x ${tree}`.trim())
    expect(notateDiagnostics(query)).toEqual(diagnostics)
  })
}

describe('a field with a value is a condition', () => {
  check([
    ['kind:interview', 'kind=interview'],
    ['KIND:Interview', 'kind=Interview'],
    ['Sprecherin:Ana sprecher:Bo', '(or speaker=Ana speaker=Bo)'],
    ['sprache:de art:a dokument:d/e schlagwort:t', 'lang=de kind=a doc=d/e tag=t'],
    ['speaker:"Jacques Audiard"', 'speaker=Jacques Audiard'],
    ['speaker:„Jacques Audiard“!', 'speaker=Jacques Audiard'],
    ['doc:a:b#3f', 'doc=a:b#3f'],
    ['(kind:a)', 'kind=a'],
  ])
})

describe('several values of one field are alternatives', () => {
  check([
    ['lang:de y lang:en', '(or lang=de lang=en) y'],
    ['kind:interview,statement', '(or kind=interview kind=statement)'],
    ['speaker:"A B",C kind:d', '(or speaker=A B speaker=C) kind=d'],
    ['kind:a,b (kind:c) -kind:d -kind:e', '(or kind=a kind=b kind=c) (not kind=d) (not kind=e)'],
    ['kind:a,,a, kind:a', 'kind=a'],
    ['tag:a AND tag:b', '(and tag=a tag=b)'],
    ['kind:a OR y', '(or kind=a y)'],
    ['y OR (z kind:a kind:b)', '(or y (and z (or kind=a kind=b)))'],
    ['date:2011 date:2013', '(or date=2011..2011 date=2013..2013)'],
  ])
})

describe('what is no field is read as words', () => {
  check([
    ['foo:bar', 'foo bar', 'unknown-field@2-5'],
    ['foo:"bar baz"', 'foo "bar baz"', 'unknown-field@2-5'],
    ['constructor:y', 'constructor y', 'unknown-field@2-13'],
    ['http://y.z', 'http y.z'],
    ['12:30', '12:30'],
    ['Audiard: yes', 'Audiard yes'],
    ['lang : de', 'lang de'],
    ['lang: de', 'de', 'field-without-value@2-7'],
    ['-lang: de', 'de', 'field-without-value@3-8'],
    ['kind:"" y', 'y', 'field-without-value@2-7'],
    ['kind:(a b)', 'a b', 'field-without-value@2-7'],
    ['kind:"a b', 'kind=a b', 'unclosed-quote@7-8'],
  ])

  test('the remark lists the fields', () => {
    const [remark] = parseQuery('foo:bar').diagnostics
    expect(remark?.message).toContain('lang, kind, speaker, doc, tag, date')
  })
})

describe('languages have several names', () => {
  check([
    ['lang:English', 'lang=en'],
    ['lang:en-GB,de_AT', '(or lang=en lang=de)'],
    ['sprache:deutsch,englisch,German', '(or lang=de lang=en)'],
    ['lang:und', 'lang=und'],
    ['lang:fr', '', 'unknown-language@7-9'],
    ['lang:de,fr', 'lang=de', 'unknown-language@10-12'],
    ['OR lang:fr', '', 'unknown-language@10-12'],
  ])
})

describe('dates are days, months, years and ranges of them', () => {
  check([
    ['date:2012', 'date=2012..2012'],
    ['date:2012-05', 'date=2012-05..2012-05'],
    ['datum:2012-05-17', 'date=2012-05-17..2012-05-17'],
    ['date:17.05.2012', 'date=2012-05-17..2012-05-17'],
    ['date:17.5.2012', 'date=2012-05-17..2012-05-17'],
    ['date:5.2012', 'date=2012-05..2012-05'],
    ['date:2011..2012', 'date=2011..2012'],
    ['date:2011..', 'date=2011..'],
    ['date:..2012', 'date=..2012'],
    ['date:1.2.2011..2012-03', 'date=2011-02-01..2012-03'],
    ['date:2012-05..2012', 'date=2012-05..2012'],
    ['date:2012..2012-05', 'date=2012..2012-05'],
    ['date:2000-02-29,1900-02-28', '(or date=2000-02-29..2000-02-29 date=1900-02-28..1900-02-28)'],
    ['date:2012..2011', 'date=2011..2012', 'bad-date@7-17'],
    ['date:2012-13-40', '', 'bad-date@7-17'],
    ['date:1900-02-29', '', 'bad-date@7-17'],
    ['date:31.4.2012', '', 'bad-date@7-16'],
    ['date:2011..x', '', 'bad-date@7-14'],
    ['date:1..2..3', '', 'bad-date@7-14'],
    ['date:yesterday', '', 'bad-date@7-16'],
  ])
})
