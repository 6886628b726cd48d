import { join } from 'node:path'
import pc from 'picocolors'
import { beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { corpusOf, temporaryFolder } from '../support/collection.js'

function version(language: string, of: string | null, lines: readonly string[]): string {
  const filler = language === 'de' ? 'und das ist so wie es ist' : 'and that is how it is'
  const paragraphs = lines.map((line) => `${line} ${Array(9).fill(filler).join(', ')}.`)
  return `---\nlanguage: ${language}\n${of === null ? '' : `versionOf: ${of}\n`}---\n\n${paragraphs.join('\n\n')}\n`
}

const LINES = ['Amrum, Bremen, Celle', 'Emden, Fulda, Goslar', 'Husum, Itzehoe, Jever']

let index: string
beforeAll(async () => {
  let removeAll = async () => {}
  const cleanUp = (remove: () => Promise<void>) => {
    const before = removeAll
    removeAll = async () => {
      await before()
      await remove()
    }
  }
  const corpus = await corpusOf(
    {
      'places.md': version('en', null, LINES),
      'orte.md': version('de', 'places', LINES.slice(0, 2)),
    },
    cleanUp,
  )
  index = join(await temporaryFolder(cleanUp), 'index')
  await fundstelle(['build', corpus])
  return () => removeAll()
})

async function fundstelle(args: readonly string[], columns?: number, colored = false) {
  const out: string[] = []
  const err: string[] = []
  const code = await run([...args, '--index', index], {
    out: (line) => out.push(...line.split('\n')),
    err: (line) => err.push(line),
    columns,
    interactive: false,
    colors: pc.createColors(colored),
  })
  return { code, out, err }
}

describe('search --parallel', () => {
  test('prints a hit beside its counterpart, both within the width', async () => {
    const { out } = await fundstelle(['search', 'Amrum', '--parallel', '-n', '1'], 70)
    const rows = out.filter((line) => line.includes('│'))
    expect(new Set(rows.map((line) => line.indexOf('│')))).toEqual(new Set([34]))
    expect(Math.max(...rows.map((line) => line.length))).toBeLessThanOrEqual(70)
    expect(rows.some((line) => /Amrum.*│.*Amrum/.test(line))).toBe(true)
  })

  test('marks the words that match in colour', async () => {
    const { out } = await fundstelle(['search', 'Amrum', '--parallel', '-n', '1'], 70, true)
    const { bold, yellow } = pc.createColors(true)
    expect(out.join('\n')).toContain(bold(yellow('Amrum')))
  })

  test('says where a passage has no counterpart', async () => {
    const { out } = await fundstelle(['search', 'Husum', '--parallel'])
    expect(out[0]).toMatch(/│ no counterpart$/)
  })
})

describe('align', () => {
  test('prints two documents side by side', async () => {
    const { code, out, err } = await fundstelle(['align', 'places', 'orte'], 70)
    expect([code, err]).toEqual([0, ['3 rows, 2 with both sides']])
    expect(out.some((line) => /Emden.*│.*Emden/.test(line))).toBe(true)
    expect(out.some((line) => /Husum[^│]*│$/.test(line.trimEnd()))).toBe(true)
    expect(out.filter((line) => line === '')).toHaveLength(3)
  })

  test('prints them as a translation memory and as a table', async () => {
    const tmx = await fundstelle(['align', 'places', 'orte', '--tmx'])
    expect(tmx.out[2]).toBe('<tmx version="1.4">')
    const csv = await fundstelle(['align', 'places', 'orte', '--csv'])
    expect(csv.out[0]).toMatch(/^row,confidence,/)
  })

  test('says what is wrong with what it is asked', async () => {
    expect(await fundstelle(['align', 'places'])).toMatchObject({
      code: 2,
      err: ['Name two documents by their ids, or ask for --review.'],
    })
    expect(await fundstelle(['align', 'places', 'nothing'])).toMatchObject({
      code: 2,
      err: ['There is no document “nothing” in the index.'],
    })
    expect(await fundstelle(['align', 'places', 'places'])).toMatchObject({
      code: 2,
      err: ['A document cannot stand beside itself; name two.'],
    })
    expect(await fundstelle(['align', 'places', '--review'])).toMatchObject({
      code: 2,
      err: ['--review is about all documents; leave “places” out.'],
    })
  })

  test('--review prints doubtful links with the lines for alignment.yaml', async () => {
    const corpus = await corpusOf({
      'a.md': version('en', null, ['Amrum, Bremen, Celle', 'Amrum, Bremen, Dresden']),
      'b.md': version('de', 'a', ['Amrum, Bremen, Emden', 'Amrum, Bremen, Fulda']),
    })
    const other = join(await temporaryFolder(), 'index')
    const here = index
    index = other
    await fundstelle(['build', corpus])
    const { out, err } = await fundstelle(['align', '--review'], 80)
    index = here
    expect(out[0]).toMatch(/^\d\d % sure, (?:not )?linked$/)
    const line = out.find((text) => text.startsWith('  - ['))
    expect(line).toMatch(/^ {2}- \[a#[a-z2-9]{8}, b#[a-z2-9]{8}\]$/)
    expect(out).toContain('confirm:')
    expect(out).toContain('forbid:')
    expect(err[0]).toMatch(/doubtful link/)
  })
})

test('search says what was found through a counterpart, and a translation in two cases once', async () => {
  const [first, second] = LINES
  const corpus = await corpusOf({
    'places.md': version('en', null, [`${first} by zeppelin`, second!]),
    'orte.md': version('de', 'places', [`${first} im Luftschiff`, second!]),
    'captain.md': version('en', null, ['The captain said: Captain']),
  })
  const own = join(await temporaryFolder(), 'index')
  const asked = async (...query: string[]) => {
    const out: string[] = []
    const output = { out: (line: string) => out.push(...line.split('\n')), err: () => {} }
    const terminal = { columns: undefined, interactive: false, colors: pc.createColors(false) }
    await run([...query, '--index', own], { ...output, ...terminal })
    return out
  }
  await asked('build', corpus)
  const through = '    found through the passage that says the same in the other language'
  expect(await asked('search', 'zeppelin', '--cross', 'only')).toContain(through)
  expect(await asked('search', 'Amrum', '--cross', 'off')).not.toContain(through)
  expect(await asked('search', 'Kapitän')).toContain('    Kapitän → captain')
})
