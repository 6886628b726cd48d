import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIAGNOSTICS } from '../../src/query/diagnostic.js'
import { formatQuery } from '../../src/query/format.js'
import { MAX_OPERANDS, parseQuery } from '../../src/query/parse.js'
import type { QueryNode, Span } from '../../src/query/query.js'
import { notate } from './notation.js'

const PIECES =
  ' |  |(|)|-|−|--|+|*|,|:|.|..|…|"|„|“|”|«|»|\u0301|–|a|b|Wal|1|12|f*|OR|AND|NOT|ODER|UND|or|lang:|lang:de|lang:en,und|kind:|tag:x|date:|2012|17.5.2012|date:2012..2011|foo:|:innen|\ud800|😀'
    .split('|')
    .concat('|', '\n', ' OR ', ' AND ', ' (', ') ', ' -', ' -(')

/** Mostly well-formed queries: random pieces seldom make two groups and an operator between them. */
const { wellFormed } = fc.letrec<{ wellFormed: string; operand: string }>((tie) => ({
  wellFormed: fc
    .array(fc.tuple(tie('operand'), fc.constantFrom(' ', ' AND ', ' OR ', '|')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((operands) => operands.flat().slice(0, -1).join('')),
  operand: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'a',
      'b/c',
      'film*',
      '"d e"',
      'kind:x',
      'kind:y,z',
      'lang:de',
      'date:2012',
      '+OR',
    ),
    tie('wellFormed').map((inner) => `(${inner})`),
    tie('wellFormed').map((inner) => `-(${inner})`),
    fc.constantFrom('-a', '-"b c"', '-kind:x', '-lang:de,en', 'NOT b'),
  ),
}))

const queryText = fc.oneof(
  wellFormed,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(' ')),
)
const runs = { numRuns: 2000 }

function childrenOf(node: QueryNode): QueryNode[] {
  if (node.type === 'not') return [node.child]
  return node.type === 'and' || node.type === 'or' ? node.children : []
}

function withDescendants(nodes: readonly QueryNode[]): QueryNode[] {
  return nodes.flatMap((node) => [node, ...withDescendants(childrenOf(node))])
}

function leavesOf(nodes: readonly QueryNode[]): QueryNode[] {
  return withDescendants(nodes).filter((node) => childrenOf(node).length === 0)
}

function expectOrderedWithin(spans: readonly Span[], { start, end }: Span): void {
  for (const [i, span] of spans.entries()) {
    expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.start ?? start)
    expect(span.end).toBeLessThanOrEqual(end)
    expect(span.end).toBeGreaterThanOrEqual(span.start)
  }
}

test('nodes lie within their parents and within the text, in the order of the text', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const { clauses } = parseQuery(text)
      expectOrderedWithin(clauses, { start: 0, end: text.length })
      for (const node of withDescendants(clauses)) {
        expect(node.end).toBeGreaterThan(node.start)
        expectOrderedWithin(childrenOf(node), node)
      }
    }),
    runs,
  )
})

test('remarks have known codes, lie within the text and come in its order', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const { diagnostics } = parseQuery(text)
      expectOrderedWithin(diagnostics, { start: 0, end: text.length })
      for (const { code, message } of diagnostics) {
        expect(DIAGNOSTICS).toHaveProperty(code)
        expect(message).toMatch(/^[“\p{Lu}].*\.$/su)
      }
    }),
    runs,
  )
})

test('trees keep their promises', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const { clauses } = parseQuery(text)
      expect(leavesOf(clauses).length).toBeLessThanOrEqual(MAX_OPERANDS)
      for (const node of withDescendants(clauses)) expectPromise(node)
    }),
    runs,
  )
})

function expectPromise(node: QueryNode): void {
  const types = childrenOf(node).map((child) => child.type)
  if (node.type === 'not') expect(types).not.toContain('not')
  if (node.type === 'or') expect(types).not.toContain('not')
  if (node.type === 'or' || node.type === 'and') {
    expect(types.length).toBeGreaterThanOrEqual(2)
    expect(types).not.toContain(node.type)
  }
  if (node.type === 'and') expect(types.some((type) => type !== 'not')).toBe(true)
  if (node.type === 'word' || node.type === 'prefix') {
    expect(node.text).toMatch(/^[\p{L}\p{N}]([^\s"()|*]*[\p{L}\p{N}\p{M}])?$/u)
  }
  if (node.type === 'phrase') expect(node.text).toMatch(/[\p{L}\p{N}]/u)
}

test('every operand stands in the text where its span says', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      for (const node of leavesOf(parseQuery(text).clauses)) {
        const written = text.slice(node.start, node.end)
        if (node.type === 'word') expect(written.replace(/\*|:(?=innen)/g, '')).toBe(node.text)
        if (node.type === 'phrase') expect(written).toContain(node.text)
      }
    }),
    runs,
  )
})

test('a query written in canonical syntax is read as the same tree', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const { clauses } = parseQuery(text)
      const canonical = formatQuery(clauses)
      const reread = parseQuery(canonical)
      fc.pre(reread.diagnostics.every(({ code }) => code !== 'too-deep' && code !== 'too-long'))
      expect(notate(reread.clauses)).toBe(notate(clauses))
      expect(formatQuery(reread)).toBe(canonical)
    }),
    runs,
  )
})

test('canonical syntax gives no cause for remarks', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const canonical = formatQuery(parseQuery(text))
      const codes = parseQuery(canonical).diagnostics.map(({ code }) => code)
      const unavoidable = ['empty-query', 'only-exclusions', 'stray-star', 'too-deep', 'too-long']
      expect(codes.filter((code) => !unavoidable.includes(code))).toEqual([])
    }),
    runs,
  )
})

test('a hostile query of a thousand characters is read within half a second', () => {
  const hostile = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
    .map((pieces) => pieces.join('').repeat(1000))
  parseQuery('warm up')
  fc.assert(
    fc.property(hostile, (text) => {
      const start = performance.now()
      parseQuery(text)
      expect(performance.now() - start).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
})
