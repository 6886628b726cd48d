import { join } from 'node:path'
import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'
import { filler } from '../support/filler.js'

const FILES = {
  'sea/whales.md': `---\ntitle: On whales\nkind: note\ndate: 2012\n---\n\nThe killer whales live in the sea ${filler('en', 1)}\n\nAnother whale, quite alone, is seen from the harbour ${filler('en', 2)}\n`,
  'sea/wale.md':
    '---\ntitle: Über Wale\nlanguage: de\n---\n\nDie Killerwale leben im Meer, und „Wale“ sind groß.\n',
}

async function fundstelle(args: readonly string[], columns?: number) {
  const out: string[] = []
  const err: string[] = []
  // In one language, unless the test says otherwise.
  const cross = args[0] === 'search' && !args.includes('--cross') ? ['--cross', 'off'] : []
  const code = await run([...args, ...cross], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    columns,
    interactive: false,
    colors: pc.createColors(false),
  })
  return { code, out: out.join('\n'), lines: out, err: err.join('\n') }
}

async function built(): Promise<string> {
  const index = join(await temporaryFolder(), 'index')
  await fundstelle(['build', await corpusOf(FILES), '--index', index])
  return index
}

describe('search --kwic', () => {
  test('prints a line for every match, in columns', async () => {
    const args = ['search', 'Wal', '--kwic', '--sort', 'left', '-i', await built()]
    const { lines, err } = await fundstelle(args)
    expect(lines[0]!.indexOf('Killerwale')).toBe(lines[1]!.indexOf('Wale“'))
    expect(lines[0]).toMatch(/^1 +Die Killerwale {2,}leben im Meer, .* {2}sea\/wale#\w+$/)
    expect(lines[1]).toMatch(
      /^2 +Die Killerwale leben im Meer, und „Wale“ +sind groß\. +sea\/wale#\w+$/,
    )
    expect(err).toBe('2 matches in 1 passage for: Wal')
  })

  test.each([60, 80, 100, 160])('fits a terminal of %i columns', async (columns) => {
    const { lines } = await fundstelle(['search', 'whale', '--kwic', '-i', await built()], columns)
    expect(lines.filter((line) => line.length > columns)).toEqual([])
    expect(lines.every((line) => /whale/.test(line) && /whales?$|whales#\w+$/.test(line))).toBe(
      true,
    )
  })

  test('--width says how much context there is, whatever the terminal', async () => {
    const args = ['search', 'whale', '--kwic', '--width', '60', '-i', await built()]
    const { lines } = await fundstelle(args, 80)
    expect(lines.some((line) => line.length > 80)).toBe(true)
  })

  test('--json prints the concordance that the library gives', async () => {
    const { out } = await fundstelle(['search', 'whale', '--kwic', '--json', '-i', await built()])
    expect(JSON.parse(out)).toMatchObject({ totalLines: 2, complete: true, lines: [{}, {}] })
  })

  test('is what an order of lines needs', async () => {
    const { code, err } = await fundstelle(['search', 'x', '--sort', 'left', '-i', await built()])
    expect([code, err]).toEqual([2, '--sort left is an order of lines; add --kwic.'])
  })

  test.each([
    ['--width', '--width is for lines; add --kwic.'],
    ['--facet-limit', '--facet-limit is for counts; add --facets.'],
  ])('is needed by %s, or what else it belongs to', async (option, message) => {
    const { code, err } = await fundstelle(['search', 'x', option, '20', '-i', await built()])
    expect([code, err]).toEqual([2, message])
  })
})

describe('search --all', () => {
  test('--csv prints a table of all hits', async () => {
    const { code, out, err } = await fundstelle([
      'search',
      'whale',
      '--all',
      '--csv',
      '-i',
      await built(),
    ])
    const [header, ...rows] = out.split('\n')
    expect(header).toMatch(/^rank,score,document,/)
    expect(rows.map((row) => row.split(',')[0])).toEqual(['1', '2'])
    expect([code, err]).toEqual([0, '2 passages for: whale'])
  })

  test('--jsonl prints a line of JSON for every hit', async () => {
    const index = await built()
    const { lines } = await fundstelle(['search', 'whale', '--all', '--jsonl', '-i', index])
    const { out } = await fundstelle(['search', 'whale', '--json', '-i', index])
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(out).hits)
  })

  test('prints all hits as text too', async () => {
    const args = ['search', 'lang:en', 'lang:de', '--all', '-i', await built()]
    expect((await fundstelle(args)).out).toMatch(/^ 1\. .*^ 2\. .*^ 3\. /ms)
  })
})

test('--group prints a document once, and says what else it has', async () => {
  const { out, err } = await fundstelle([
    'search',
    'whale',
    '--group',
    'document',
    '-i',
    await built(),
  ])
  expect(out).toMatch(
    /^ 1\. On whales.*\n.*\n {4}sea\/whales#\w+\n {4}and 1 more in this document: #\w+\n$/,
  )
  expect(err).toBe('2 passages in 1 document for: whale')
})

test('an offset beyond all that was found is said to be one', async () => {
  const index = await built()
  for (const [option, found] of [
    [[], '2 passages'],
    [['--group', 'document'], '2 passages in 1 document'],
    [['--kwic'], '2 matches in 2 passages'],
  ] as const) {
    const args = ['search', 'whale', '--offset', '20', ...option, '-i', index]
    const { lines, err } = await fundstelle(args)
    expect(lines).toEqual([])
    expect(err).toBe(`${found} for: whale (none after the first 20)`)
  }
})

test('--facets says of a field without values that there are none', async () => {
  const { out } = await fundstelle(['search', 'whale', '--facets', 'lang,tag', '-i', await built()])
  expect(out).toMatch(/^tag {3}none$/m)
})

test('--facets prints counts', async () => {
  const args = ['search', 'whale', 'Wal', '--facets', 'lang,kind', '-i', await built()]
  const { lines } = await fundstelle(args)
  expect(lines.slice(-2)).toEqual(['lang  en 2 · de 1', 'kind  note 2'])
})

test.each([
  [['--sort', 'best'], /Allowed choices are score, date, date-asc, position, left, right/],
  [['--facets', 'colour'], /There is no facet “colour”; choose from lang, kind, speaker/],
  [['--all', '--limit', '5'], /'--all' cannot be used with option '-n, --limit <n>'/],
  [['--all', '--json'], /'--all' cannot be used with option '--json'/],
  [['--kwic', '--csv'], /'--csv' cannot be used with option '--kwic'/],
  ...['--kwic', '--json', '--jsonl', '--csv'].map((option): [string[], RegExp] => [
    ['--parallel', option],
    new RegExp(`'--parallel' cannot be used with option '${option}'`),
  ]),
  [['--explain', '--csv'], /'--explain' cannot be used with option '--csv'/],
  [['--width', '5'], /It must be a whole number from 10 to 200/],
])('%j is wrong usage', async (args, message) => {
  const { code, err } = await fundstelle(['search', 'x', ...args])
  expect([code, err]).toEqual([2, expect.stringMatching(message)])
})
