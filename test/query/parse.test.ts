import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../src/query/parse.js'
import { notate, notateDiagnostics } from './notation.js'

/** Query, its tree, its remarks. */
type Case = readonly [query: string, tree: string, ...diagnostics: string[]]

function check(cases: readonly Case[]): void {
  test.each(cases)('%s is read as %s', (text, tree, ...diagnostics) => {
    const query = parseQuery(text)
    expect(notate(query.clauses)).toBe(tree)
    expect(notateDiagnostics(query)).toEqual(diagnostics)
  })
}

describe('words stand as typed, without the punctuation around them', () => {
  check([
    ['whale', 'whale'],
    ['  orca\ttrainer\n', 'orca trainer'],
    [',whale!', 'whale'],
    ["Vater-Sohn O’Neil don't", "Vater-Sohn O’Neil don't"],
    ['‚Wal‘', 'Wal'],
    ['whale/orca, a;b', 'whale orca a b'],
    ['12:30 1,000 17.5.', '12:30 1,000 17.5'],
    ['U.S.A. x@y.org #tag', 'U.S.A x@y.org tag'],
    ['foo – bar — baz ... 🐳 &', 'foo bar baz'],
    ['İstanbul Straße a\u0308pfel', 'İstanbul Straße a\u0308pfel'],
    ['__proto__ constructor', 'proto constructor'],
    ['+whale +(a b) +"c d"', 'whale a b "c d"'],
  ])
})

describe('a star ends a prefix', () => {
  check([
    ['film*', 'film*'],
    ['film*! "x" Vater-So*,Wal', 'film* "x" Vater-So* Wal'],
    ['fi**', 'fi*'],
    ['f*', 'f', 'short-prefix@0-2'],
    ['*foo', 'foo', 'stray-star@0-1'],
    ['f*o', 'fo', 'stray-star@1-2'],
    ['foo-*', 'foo', 'stray-star@4-5'],
    ['a * b', 'a b', 'stray-star@2-3'],
    ['Künstler*innen', 'Künstlerinnen', 'stray-star@8-9'],
    ['Künstler:innen', 'Künstlerinnen'],
    ['"der Wal* lacht"', '"der Wal* lacht"', 'stray-star@8-9'],
    ['doc:foo*', 'doc=foo', 'stray-star@7-8'],
  ])
})

describe('quotation marks of any style make a phrase', () => {
  check([
    ['"killer whale"', '"killer whale"'],
    [
      '„der Wal“ “the whale” »das Meer« «la mer» ”så här”',
      '"der Wal" "the whale" "das Meer" "la mer" "så här"',
    ],
    ['„der Wal" "the whale”', '"der Wal" "the whale"'],
    ['"er sagte „ja“ und ging" x', '"er sagte „ja“ und ging" x'],
    ["'killer whale'", 'killer whale'],
    ['a"b c"d', 'a "b c" d'],
    ['„Dheepan“-Regisseur', '"Dheepan" Regisseur'],
    ['„OR“ "-x (y"', '"OR" "-x (y"'],
    ['x "killer whale', 'x "killer whale"', 'unclosed-quote@2-3'],
    ['whale"', 'whale', 'unclosed-quote@5-6'],
    ['x "" y', 'x y', 'empty-phrase@2-4'],
    ['x " - "', 'x', 'empty-phrase@2-7'],
  ])
})

describe('a minus or NOT excludes', () => {
  check([
    ['whale -orca', 'whale (not orca)'],
    ['whale −orca', 'whale (not orca)'],
    ['whale -"killer whale"', 'whale (not "killer whale")'],
    ['whale -(a b) -(a OR b)', 'whale (not (and a b)) (not (or a b))'],
    ['whale -lang:de', 'whale (not lang=de)'],
    ['whale -kind:a,b', 'whale (not (or kind=a kind=b))'],
    ['whale -film*', 'whale (not film*)'],
    ['whale NOT orca', 'whale (not orca)'],
    ['whale not orca', 'whale not orca'],
    ['whale - orca –x', 'whale orca x'],
    ['whale -! orca', 'whale orca'],
    ['whale -+orca +-x', 'whale (not orca) (not x)'],
    ['whale --orca', 'whale (not orca)', 'double-not@7-8'],
    ['whale NOT -orca', 'whale (not orca)', 'double-not@10-11'],
    ['whale -(-orca)', 'whale (not orca)', 'double-not@6-7'],
    ['whale -(-a -b)', 'whale (not a) (not b)', 'double-not@6-7'],
    ['whale -(a -b)', 'whale (not (and a (not b)))'],
    ['whale NOT', 'whale', 'dangling-operator@6-9'],
    ['-orca', '(not orca)', 'only-exclusions@0-5'],
    ['-a -(b c)', '(not a) (not (and b c))', 'only-exclusions@0-9'],
  ])
})

describe('OR binds tighter than standing side by side, AND tighter than OR', () => {
  check([
    ['whale OR orca trainer', '(or whale orca) trainer'],
    ['whale ODER orca|seal || fish', '(or whale orca seal fish)'],
    ['whale or orca oder and und', 'whale or orca oder and und'],
    ['whale AND orca', '(and whale orca)'],
    ['a UND b AND c d', '(and a b c) d'],
    ['a AND -b', '(and a (not b))'],
    ['-a AND -b c', '(not a) (not b) c'],
    ['a AND (b c)', '(and a b c)'],
    ['a AND (b OR c)', '(and a (or b c))'],
    ['a AND b OR c', '(or (and a b) c)', 'mixed-operators@0-12'],
    ['a OR b AND c', '(or a (and b c))', 'mixed-operators@0-12'],
    ['(a AND b) OR c', '(or (and a b) c)'],
    ['a/b OR c', '(or (and a b) c)'],
    ['OR whale', 'whale', 'dangling-operator@0-2'],
    ['whale OR', 'whale', 'dangling-operator@6-8'],
    ['(a AND) b', 'a b', 'dangling-operator@3-6'],
    ['a OR AND b', '(or a b)', 'dangling-operator@5-8'],
    ['a OR – b', '(or a b)'],
    ['a OR -b', 'a', 'negation-in-or@5-7'],
    ['a OR (-b -c) OR d', '(or a d)', 'negation-in-or@5-12'],
    ['+OR "NOT" -AND', 'OR "NOT" (not AND)'],
    ['OR', '', 'dangling-operator@0-2', 'empty-query@0-2'],
  ])

  test('the remark on AND and OR says how they were read', () => {
    const [remark] = parseQuery('a AND b OR c').diagnostics
    expect(remark?.message).toContain('“(a AND b) OR c”')
  })
})

describe('parentheses group', () => {
  check([
    ['(a b) c', 'a b c'],
    ['((a) (b (c)))', 'a b c'],
    ['(a b) OR c', '(or (and a b) c)'],
    ['(a (b (c d))) OR e', '(or (and a b c d) e)'],
    ['(a OR b) OR c', '(or a b c)'],
    ['a AND (b AND c)', '(and a b c)'],
    ['((a AND b) c) OR d', '(or (and a b c) d)'],
    ['(a AND b) c', '(and a b) c'],
    ['(a OR b) c', '(or a b) c'],
    ['(a -b) OR c', '(or (and a (not b)) c)'],
    ['a () b', 'a b', 'empty-group@2-4'],
    ['a (()) b', 'a b', 'empty-group@3-5'],
    ['a ( – ) b', 'a b', 'empty-group@2-7'],
    ['a OR ()', 'a', 'empty-group@5-7'],
    ['a (b OR c', 'a (or b c)', 'unclosed-group@2-3'],
    ['a -(b c', 'a (not (and b c))', 'unclosed-group@3-4'],
    ['a) b', 'a b', 'unopened-group@1-2'],
    ['a (', 'a', 'unclosed-group@2-3', 'empty-group@2-3'],
  ])
})

describe('the limits keep a query small', () => {
  test('parentheses beyond the twentieth level are ignored', () => {
    const query = parseQuery(`${'('.repeat(21)}a OR b${')'.repeat(21)} c`)
    expect(notate(query.clauses)).toBe('(or a b) c')
    expect(notateDiagnostics(query)).toEqual(['too-deep@20-21'])
  })

  test.each(['(', ')', '-(', '((a OR ', '"', 'NOT ', '- ', '|', 'a:', '*'])(
    'ten thousand times %s is read without an exception and with few remarks',
    (piece) => {
      const query = parseQuery(piece.repeat(10_000))
      expect(query.diagnostics.length).toBeLessThan(60)
    },
  )

  test('what follows the 64th operand is kept out', () => {
    const words = Array.from({ length: 70 }, (_, i) => `w${i}`)
    const query = parseQuery(`(${words.join(' ')}) OR x`)
    expect(notate(query.clauses)).toBe(`(and ${words.slice(0, 64).join(' ')})`)
    expect(notateDiagnostics(query)).toEqual(['too-long@247-276'])
  })

  test('text beyond a thousand characters is kept out, without splitting a surrogate pair', () => {
    const query = parseQuery(`${'a'.repeat(999)}𝒜b c`)
    expect(notate(query.clauses)).toBe('a'.repeat(999))
    expect(query.text).toHaveLength(1004)
    expect(notateDiagnostics(query)).toEqual(['too-long@999-1004'])
  })
})

describe('nothing to search for is remarked on', () => {
  check([
    ['', '', 'empty-query@0-0'],
    [' ?! ', '', 'empty-query@0-4'],
    ['""', '', 'empty-phrase@0-2', 'empty-query@0-2'],
    ['lang:fr', '', 'empty-query@0-7', 'unknown-language@5-7'],
  ])
})
