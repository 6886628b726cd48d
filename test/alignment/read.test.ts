import { describe, expect, test } from 'vitest'
import { readAlignment } from '../../src/alignment/read.js'

/** Faults as `line: message`. */
function faultsOf(source: string): string[] {
  return readAlignment(source).faults.map(({ line, message }) => `${line}: ${message}`)
}

describe('an alignment file', () => {
  test('confirms and forbids links, in both notations of a list', () => {
    const source = `# Checked in March
confirm:
  - [a.de#yfr3qb9m, a.en#mtdg6fcg]
  - - b/größe & co#abcdefgh
    - "b: en#abcdefgh"
    - b.fr#abcdefgh
forbid:
  - [a.de#yfr3qb9m, a.en#abcdefgh]
  - a.en#zzzzzzzz
`
    expect(readAlignment(source)).toEqual({
      faults: [],
      decisions: {
        confirmed: [
          { line: 3, ids: ['a.de#yfr3qb9m', 'a.en#mtdg6fcg'] },
          { line: 4, ids: ['b/größe & co#abcdefgh', 'b: en#abcdefgh', 'b.fr#abcdefgh'] },
        ],
        forbidden: [
          { line: 8, ids: ['a.de#yfr3qb9m', 'a.en#abcdefgh'] },
          { line: 9, ids: ['a.en#zzzzzzzz'] },
        ],
      },
    })
  })

  test.each([
    ['empty', ''],
    ['a comment', '# later\n'],
    ['without any line below its headings', 'confirm:\nforbid:\n'],
  ])('may be %s', (_, source) => {
    expect(readAlignment(source)).toEqual({
      faults: [],
      decisions: { confirmed: [], forbidden: [] },
    })
  })

  test('is named by its line where it is wrong, and the rest is used', () => {
    const source = `confirm:
  - [a#yfr3qb9m]
  - [a#yfr3qb9m, b]
  - [a#yfr3qb9m, b#yfr3qb9m]
forbid:
  - [b#yfr3qb9m, a#yfr3qb9m]
  - {a: b}
maybe: []
`
    expect(faultsOf(source)).toEqual([
      '2: The line is left out: it takes two passages to belong together.',
      expect.stringMatching(
        /^3: “b” is no id of a passage, and the line is left out\. An alignment has/,
      ),
      '6: This is left out: line 4 is about the same passages.',
      expect.stringMatching(/^7: “” is no id of a passage/),
      expect.stringMatching(/^8: “maybe” is left out with all below it\./),
    ])
    expect(readAlignment(source).decisions.confirmed).toHaveLength(1)
  })

  test.each([
    ['1: The file is not valid YAML', 'confirm: [a#b'],
    ['1: An alignment has two lists', '- a#bbbbbbbb\n'],
    ['1: Below “confirm:” stands a list', 'confirm: a#bbbbbbbb\n'],
  ])('that is no alignment at all is left out (%s)', (message, source) => {
    expect(faultsOf(source)[0]).toContain(message)
  })
})
