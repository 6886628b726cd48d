import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import type { Output } from '../../src/cli/output.js'
import { run } from '../../src/cli/run.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

const FILES = {
  'whales.md':
    '---\ntitle: On whales\nkind: note\ndate: 2012\n---\n\nThe killer whales live in the sea, and they are large animals.\n',
  'wale.md':
    '---\ntitle: Über Wale\nlanguage: de\n---\n\nDie Wale leben im Meer, und sie sind groß.\n',
}

interface Options {
  columns?: number
  colors?: boolean
}

/** Runs a command line as `fundstelle …` would, without a process. */
/** A search in one language, unless the test says otherwise. */
function monolingual(args: readonly string[]): readonly string[] {
  return args[0] === 'search' && !args.includes('--cross') ? [...args, '--cross', 'off'] : args
}

async function fundstelle(args: readonly string[], { columns, colors = false }: Options = {}) {
  const out: string[] = []
  const err: string[] = []
  const output: Output = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    columns,
    interactive: false,
    colors: pc.createColors(colors),
  }
  const code = await run(monolingual(args), output)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function built(files: Record<string, string | Uint8Array> = FILES): Promise<string> {
  const index = join(await temporaryFolder(), 'index')
  const { code } = await fundstelle(['build', await corpusOf(files), '--index', index])
  expect(code).toBe(0)
  return index
}

describe('build', () => {
  test('says what was indexed, and what was left out, where and why', async () => {
    const corpus = await corpusOf({
      ...FILES,
      'bad.md':
        '---\ntitle: Fine\ndate: someday\n---\n\nThe text is indexed all the same, of course.\n',
      'empty.txt': '',
      'copy.md': FILES['whales.md'],
      'photo.png': 'x',
    })
    const index = join(await temporaryFolder(), 'index')
    const { code, err } = await fundstelle(['build', corpus, '-i', index])
    expect(code).toBe(0)
    expect(err).toMatch(/^bad\.md:3: .*date/m)
    expect(err).toMatch(/^empty\.txt: /m)
    expect(err).toMatch(/^whales\.md: .*same content as copy\.md/m)
    expect(err).toMatch(/^Indexed 3 documents, 3 passages \(2 en, 1 de\): /m)
    expect(err).toMatch(/^3 problems, listed above$/m)
    expect(err).toMatch(/^1 file ignored \(1 \.png\): only \.txt and \.md files are read$/m)
  })

  test('says of a folder without texts what is missing, and nothing else', async () => {
    const corpus = await corpusOf({ 'photo.png': 'x' })
    const { code, err } = await fundstelle(['build', corpus, '-i', await temporaryFolder()])
    expect(code).toBe(3)
    expect(err).toBe(
      `There is no text to read in "${corpus}": put .txt or .md files into it or name another folder. ` +
        '1 file ignored (1 .png): only .txt and .md files are read.',
    )
    const empty = await corpusOf({})
    expect((await fundstelle(['build', empty, '-i', await temporaryFolder()])).err).toBe(
      `There is no text to read in "${empty}": put .txt or .md files into it or name another folder.`,
    )
  })

  test('says of a file that is too long how it can be read all the same', async () => {
    const corpus = await corpusOf({ ...FILES, 'long.txt': 'A whale. '.repeat(30) })
    const limited = ['build', corpus, '-i', await temporaryFolder(), '--max-bytes', '200']
    expect((await fundstelle(limited)).err).toMatch(
      /^long\.txt: The file has 270 bytes, more than the limit of 200; divide it into parts, or raise the limit with --max-bytes\.$/m,
    )
  })

  test('says which kinds of files were ignored, the most frequent first', async () => {
    const names = ['a.docx', 'b.DOCX', 'c.docx', 'd.pdf', 'e.pdf', 'Makefile', 'Dr. No, 2nd part']
    const others = ['f.odt', 'g.rtf', 'h.doc', 'i.html', 'j.mp3']
    const ignored = Object.fromEntries([...names, ...others].map((name) => [name, 'x']))
    const corpus = await corpusOf({ ...FILES, ...ignored })
    const { err } = await fundstelle(['build', corpus, '-i', await temporaryFolder()])
    expect(err).toMatch(
      /^12 files ignored \(3 \.docx, 2 \.pdf, 1 \.doc, 1 \.html, 1 \.mp3, 4 others\): only \.txt and \.md files are read$/m,
    )
  })

  test('--strict makes a problem an error and keeps the old index', async () => {
    const corpus = await corpusOf(FILES)
    const index = join(await temporaryFolder(), 'index')
    await fundstelle(['build', corpus, '-i', index])
    const before = await readFile(join(index, 'manifest.json'), 'utf8')
    await writeFile(join(corpus, 'empty.txt'), '')
    const { code, err } = await fundstelle(['build', corpus, '-i', index, '--strict'])
    expect(code).toBe(3)
    expect(err).toMatch(/^empty\.txt: /m)
    expect(err).toMatch(/^1 problem in .*, and --strict was asked$/m)
    expect(await readFile(join(index, 'manifest.json'), 'utf8')).toBe(before)
  })

  test("leaves another program's manifest alone", async () => {
    const index = await temporaryFolder()
    const manifest = '{"name": "A page that can be installed"}'
    await writeFile(join(index, 'manifest.json'), manifest)
    const { code, err } = await fundstelle(['build', await corpusOf(FILES), '-i', index])
    expect(code).toBe(3)
    expect(err).toMatch(/cannot be written to .*another program's.*name another folder/)
    expect(await readFile(join(index, 'manifest.json'), 'utf8')).toBe(manifest)
  })

  test('counts the synonyms, and names what is wrong with them', async () => {
    const synonyms = 'en:\n  - [whale, orca]\n  - [sea]\n'
    const corpus = await corpusOf({ ...FILES, 'synonyms.yaml': synonyms })
    const index = join(await temporaryFolder(), 'index')
    const { err } = await fundstelle(['build', corpus, '-i', index])
    expect(err).toMatch(/^synonyms\.yaml:3: A group needs two entries/m)
    expect(err).toMatch(/^Indexed 2 documents, 2 passages \(1 en, 1 de\), 2 synonyms: /m)
    expect(err).not.toMatch(/ignored/)
    const { out } = await fundstelle(['inspect', '--index', index])
    expect(out).toMatch(/^2 synonym entries$/m)
    expect(out).toMatch(/^0 glossary lines$/m)
    expect(out).toMatch(/^synonyms\.json +\d+ bytes$/m)
  })

  test('of a folder that is not there says so', async () => {
    const { code, err } = await fundstelle(['build', '/nowhere/at/all', '-i', '/nowhere/index'])
    expect([code, err]).toEqual([3, expect.stringMatching(/"\/nowhere\/at\/all" does not exist/)])
  })
})

describe('control characters', () => {
  const NAME = 'a\u001B]0;owned\u0007\u001B[2J\u009B\n.md'

  test.skipIf(process.platform === 'win32')('in names of files are told, not obeyed', async () => {
    const corpus = await corpusOf({ ...FILES, [NAME]: '' })
    const options = { colors: true, columns: 80 }
    const args = ['build', corpus, '-i', await temporaryFolder()]
    const { err } = await fundstelle(args, options)
    const yellow = pc.createColors(true).yellow
    expect(err).toContain(
      `${yellow('a\\x1B]0;owned\\x07\\x1B[2J\\x9B\\x0A.md')}: The file has no words`,
    )
    const only = join(corpus, NAME)
    const { err: failure } = await fundstelle(['build', `${only}x`, '-i', 'nowhere'], options)
    expect(failure).toContain('\\x1B]0;owned\\x07')
    const { err: strict } = await fundstelle([...args, '--strict'], options)
    expect(strict).toContain('a\\x1B]0;owned')
  })

  test.skipIf(process.platform === 'win32')('are kept in what goes to a file', async () => {
    const index = await built({ [NAME]: 'The whale swims in the sea.\n' })
    const { out: told } = await fundstelle(['search', 'whale', '-i', index], { columns: 80 })
    expect(told).toContain('\\x1B]0;owned')
    expect(told).not.toContain('\u001B')
    const { out } = await fundstelle(['search', 'whale', '-i', index, '--csv'])
    expect(out).toContain('\u001B]0;owned')
  })
})

describe('search', () => {
  test('prints ranked passages, plain when piped', async () => {
    const { code, out, err } = await fundstelle(['search', 'killer', 'whale', '-i', await built()])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^ 1\. On whales {2}note · 2012 · en\n {4}The killer whales live in the sea.*\n {4}whales#\w+\n$/,
    )
    expect(err).toBe('1 passage for: killer whale')
  })

  test('marks the words that matched in a terminal, and wraps to its width', async () => {
    const index = await built()
    const { out } = await fundstelle(['search', 'whale', '-i', index], {
      columns: 40,
      colors: true,
    })
    const mark = (word: string) => pc.createColors(true).bold(pc.createColors(true).yellow(word))
    expect(out).toContain(`killer ${mark('whales')} live`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is left out
    const plain = out.replace(/\u001B\[\d+m/g, '')
    expect(plain.split('\n').filter((line) => line.length > 40)).toEqual([])
  })

  test('--json prints the response that the library gives', async () => {
    const { out } = await fundstelle(['search', 'Wale', '-i', await built(), '--json'])
    const { total, hits } = JSON.parse(out)
    expect([total, hits[0].document.title, hits[0].highlights]).toEqual([
      1,
      'Über Wale',
      [{ start: 4, end: 8, kind: 'exact' }],
    ])
  })

  test('--explain shows what a score is made of', async () => {
    const { out } = await fundstelle(['search', 'killer whale', '-i', await built(), '--explain'])
    expect(out).toMatch(/\d\.\d{3} {2}score\n.*killer \[en\]\n.*“killer” in the text/s)
  })

  test('names near-duplicates of a hit, and shows them with --no-collapse', async () => {
    const text =
      'The trainer stands at the edge of the basin and lifts her arms, and the whale rises out of the water as if it had waited for nothing else all day.'
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((id) => [`${id}.md`, `---\ntitle: ${id}\n---\n\n${text}\n`]),
    )
    const index = await built(files)
    const { out, err } = await fundstelle(['search', 'whale', '-i', index])
    expect(out).toMatch(/\n {4}a#\w+\n {4}also in: b#\w+, c#\w+, d#\w+ and more\n$/)
    expect(err).toBe('1 passage for: whale')
    const all = await fundstelle(['search', 'whale', '-i', index, '--no-collapse'])
    expect(all.out).not.toContain('also in')
    expect(all.err).toBe('5 passages for: whale')
  })

  test('that finds nothing says so and exits with 1', async () => {
    const { code, out, err } = await fundstelle(['search', 'zzz', '-i', await built()])
    expect([code, out, err]).toEqual([1, '', 'Nothing found for: zzz'])
  })

  test('shows remarks about the query', async () => {
    const { code, err } = await fundstelle(['search', '"killer whales', '-i', await built()])
    expect([code, err]).toEqual([0, expect.stringMatching(/quotation mark at 0 is never closed/)])
  })

  test('without an index says how to build one', async () => {
    const { code, err } = await fundstelle(['search', 'x', '-i', '/nowhere/index'])
    expect([code, err]).toEqual([
      3,
      'There is no index in /nowhere/index; build it with: fundstelle build CORPUS --index /nowhere/index',
    ])
  })
})

describe('inspect', () => {
  test('shows the tokens of a text with offsets, and its language', async () => {
    const { code, out } = await fundstelle(['inspect', 'Die Häuser der Vater-Sohn-Geschichte'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Language: de/)
    expect(out).toMatch(/^4-10 +1 +Häuser +haus$/m)
    expect(out).toMatch(/^15-36 +3 +Vater-Sohn-Geschichte +vatersohngeschicht +joined$/m)
    expect(out).toMatch(/^0-3 +0 +Die +die +function word$/m)
  })

  test('shows what an index holds', async () => {
    const index = await built()
    const { out } = await fundstelle(['inspect', '--index', index])
    expect(out).toMatch(/^2 documents, 2 passages from 2 files$/m)
    expect(out).toMatch(/^0 synonym entries$/m)
    expect(out).toMatch(/^en +1 +\d/m)
    expect(out).toMatch(/^texts\.bin +\d+ bytes$/m)
    const { out: json } = await fundstelle(['inspect', '--index', index, '--json'])
    expect(JSON.parse(json).documents).toBe(2)
  })
})

describe('usage', () => {
  test.each([
    [[], 2],
    [['serach', 'x'], 2],
    [['search'], 2],
    [['search', 'x', '--limit', 'many'], 2],
    [['search', 'x', '--limit', '0'], 2],
    [['serve', '--port', '99999'], 2],
    [['serve', '--cors', 'https://example.org/'], 2],
    [['serve', '--cors', 'https://a.example,https://b.example'], 2],
    [['serve', '--cors', 'example.org'], 2],
    [['serve', '--path', 'archive'], 2],
    [['serve', '--path', '/a b'], 2],
    [['serve', '--path', '/archive/', '--index', 'nowhere'], 3],
    [['serve', '--cors', 'http://localhost:8080', '*', 'null', '--index', 'nowhere'], 3],
    [['inspect', 'x', '--lang', 'fr'], 2],
    [['--help'], 0],
    [['search', '--help'], 0],
    [['--version'], 0],
  ])('%j exits with %i', async (args, expected) => {
    expect((await fundstelle(args)).code).toBe(expected)
  })

  test('help has examples and the exit codes', async () => {
    const { out } = await fundstelle(['--help'])
    expect(out).toContain('fundstelle build texts/')
    expect(out).toContain('Exit codes: 0')
  })

  test('the version is that of the package', async () => {
    const manifest = JSON.parse(
      await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    expect((await fundstelle(['--version'])).out).toBe(manifest.version)
  })
})
