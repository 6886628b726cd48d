import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { program } from '../../scripts/lexicon/program.js'
import { PackedLexicon } from '../../src/translation/packed-lexicon.js'
import { temporaryFolder } from '../support/collection.js'
import { SENTENCES } from './sentences.js'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Trains on files of these contents; the lexicon, and what was said about it. */
async function train(files: Record<string, string>) {
  const folder = await temporaryFolder()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const paths = Object.keys(files).map((name) => join(folder, name))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  const out = join(folder, 'made', 'lexicon.bin')
  await program().parseAsync([...paths, '--out', out], { from: 'user' })
  const lines = said.mock.calls.map(([line]) => String(line).replace(folder, '.'))
  return { lexicon: new PackedLexicon(await readFile(out)), lines }
}

const LINES = SENTENCES.map(({ english, german }) => `${english}\t${german}`)

describe('npm run train:lexicon', () => {
  test('makes a lexicon that names its sources', async () => {
    const { lexicon } = await train({
      'tatoeba.tsv': LINES.join('\n'),
      'ours.tsv': 'A cat.\tEine Katze.',
    })
    expect(lexicon.translations('whale', 'en')[0]?.term).toBe('wal')
    const [tatoeba, ours] = lexicon.header.sources
    expect(tatoeba).toMatchObject({ licence: 'CC BY 2.0 FR', pairs: LINES.length })
    expect(ours).toMatchObject({ name: 'ours.tsv', licence: 'unknown', pairs: 1 })
    expect(lexicon.header.madeBy).toContain('fundstelle')
  })

  test('names bad lines, and files of which it knows no licence', async () => {
    const { lines } = await train({ 'ours.tsv': ['no tab', ...LINES].join('\n') })
    expect(lines).toContain(
      './ours.tsv:1: expected 2 columns (English, tab, German), found 1; left out',
    )
    expect(lines.join('\n')).toContain('ours.tsv: its licence is not known')
  })

  test('fails without a file that can be read', async () => {
    const missing = join(await temporaryFolder(), 'missing.tsv')
    const asked = program().parseAsync([missing, '--out', `${missing}.bin`], { from: 'user' })
    await expect(asked).rejects.toThrow(missing)
  })
})
