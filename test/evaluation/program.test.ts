import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run } from '../../bench/evaluation/program.js'
import { temporaryFolder } from '../support/collection.js'

const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url))

async function evaluate(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) }
  const code = await run(args, output)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('npm run evaluate', () => {
  test('prints a row per set, task and system, with Fundstelle to compare with', async () => {
    const { code, out } = await evaluate('--set', FIXTURE, '--systems', 'lunr', 'fundstelle')
    expect(code).toBe(0)
    const [heading, , ...rows] = out.split('\n').map((line) => line.split('|').slice(1, -1))
    const titles = ['set', 'task', 'queries', 'system', 'nDCG@10']
    expect(heading!.map((cell) => cell.trim()).slice(0, 5)).toEqual(titles)
    expect(rows.map((row) => row.slice(0, 4).map((cell) => cell.trim()))).toEqual([
      ['fixture', 'de-de', '4', 'fundstelle'],
      ['fixture', 'de-de', '4', 'lunr'],
      ['fixture', 'en-en', '4', 'fundstelle'],
      ['fixture', 'en-en', '4', 'lunr'],
    ])
    expect(rows[0]!.at(-1)!.trim()).toBe('')
    expect(rows[1]!.at(-1)).toMatch(/[+-]\.\d{3} \(.* to .*\), (ahead|behind|within the interval)/)
  })

  test('shows on request which queries one system answers better than another', async () => {
    const args = ['--task', 'de-de', '--systems', 'fundstelle', '--compare', 'fundstelle', 'lunr']
    const { out } = await evaluate('--set', FIXTURE, ...args)
    expect(out).toContain('fixture de-de: fundstelle against lunr, nDCG@10 by query: ')
    expect(out).toMatch(/^ {2}\+1\.000 {2}sammlung {2}Sammlung von Karten$/m)
  })

  test('writes every query to a file, and what Fundstelle achieves beside the set', async () => {
    const folder = await temporaryFolder()
    const [set, file] = [join(folder, 'set'), join(folder, 'all.json')]
    await cp(FIXTURE, set, { recursive: true })
    const { code } = await evaluate('--set', set, '--update', '--json', file)
    expect(code).toBe(0)
    const written = JSON.parse(await readFile(file, 'utf8'))
    expect(written.byQuery[0].measures.haus.recall10).toBe(1)
    const expected = await readFile(join(set, 'expected.json'), 'utf8')
    expect(expected).toBe(await readFile(join(FIXTURE, 'expected.json'), 'utf8'))
  })

  test.each([
    [['--systems', 'altavista'], /Allowed choices are fundstelle, minisearch/],
    [['--compare', 'lunr'], /--compare takes two systems, not 1/],
    [['--task', 'fr-fr'], /No set has a task named fr-fr/],
    [['--update', '--task', 'de-de'], /leave --task out/],
  ])('says what is wrong with %j', async (args, problem) => {
    const { code, err } = await evaluate('--set', FIXTURE, '--systems', 'lunr', ...args)
    expect(code).toBe(2)
    expect(err).toMatch(problem)
  })
})
