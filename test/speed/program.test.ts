import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../bench/speed/kinds.js'
import { run } from '../../bench/speed/program.js'
import { type IndexUse, keptResults } from '../../bench/speed/results.js'
import { temporaryFolder } from '../support/collection.js'

async function bench(...args: string[]) {
  const lines = { out: [] as string[], err: [] as string[] }
  const code = await run(args, {
    out: (text) => lines.out.push(text),
    err: (text) => lines.err.push(text),
  })
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}

describe('npm run bench', () => {
  test('measures all that is asked for, in one run, and writes it down', async () => {
    const out = await temporaryFolder()
    const size = ['--passages', '400', '--questions', '2']
    const systems = ['--systems', 'minisearch', 'sqlite-fts5']
    expect((await bench(...size, ...systems, '--no-http', '--out', out)).code).toBe(0)

    const [result] = keptResults(join(out, 'results'))
    expect(result).toMatchObject({ passages: 400, documents: 8, http: [] })
    expect(result!.systems.map(({ name, leftOut }) => [name, leftOut])).toEqual([
      ['fundstelle', null],
      ['minisearch', null],
      ['sqlite-fts5', null],
    ])
    for (const { build, use, warmUp, latencies } of result!.systems) {
      expect(warmUp!.questions).toBeGreaterThan(KINDS.length)
      expect(build!.bytes).toBeGreaterThan(10_000)
      expect(Object.values(use as IndexUse).every((figure) => figure === null || figure > 0)).toBe(
        true,
      )
      for (const { asked, first, again } of latencies) {
        expect(asked).toBe(2)
        for (const { cpu, wall } of [first, again!]) {
          expect(cpu.p50).toBeLessThanOrEqual(cpu.p99)
          expect(wall.p50).toBeGreaterThan(0)
        }
      }
    }
    const kinds = result!.systems.map(({ latencies }) => latencies.map(({ kind }) => kind))
    expect(kinds[0]).toEqual(KINDS.map(({ name }) => name))
    expect(kinds[1]).not.toContain('phrase of 2')
    expect(kinds[2]).not.toContain('one typo')

    const [own, peer] = result!.systems
    expect(own!.extras!.map(({ kind }) => kind)).toContain('OR 3, across languages')
    for (const extra of own!.extras!)
      for (const { p50, p99 } of [extra.own, extra.without]) expect(p50).toBeLessThanOrEqual(p99)
    expect(peer!.extras).toBeUndefined()

    expect(result!.lookUps!.map(({ name, found }) => [name, found > 0])).toEqual([
      ['expansion of a prefix', true],
      ['correction of a mistyped word', true],
    ])

    const report = readFileSync(join(out, 'RESULTS.md'), 'utf8')
    expect(report).toContain('## 400 passages')
    expect(report).toMatch(/Before, each system was asked .* fundstelle [\d,]+ in \d\.\d s/)
    for (const { name } of [...KINDS, ...result!.lookUps!]) expect(report).toContain(`| ${name} `)
    expect(report).toContain('| OR 3, facets against OR 3 ')
    for (const chart of ['latency', 'memory'])
      expect(existsSync(join(out, 'charts', `${chart}.svg`))).toBe(true)
  }, 120_000)

  test.each([
    [['--passages', 'many'], 'whole number such as 500, 10k or 1m'],
    [['--passages', '1.5'], 'whole number'],
    [['--passages', '0'], 'whole number'],
    [['--peers', 'solr'], 'lucene and tantivy'],
    [['--systems', 'solr'], 'Allowed choices are'],
    [['--questions', '-1'], 'whole number'],
    [['--duplicates', '--corpus', 'test/no-such-folder'], 'no-such-folder'],
    [['--corpus', 'test/no-such-folder', '--systems', 'lunr', '--no-http'], 'no-such-folder'],
  ])('says what is wrong with %j', async (args, problem) => {
    const { code, err } = await bench(...args)
    expect(code).toBe(2)
    expect(err).toContain(problem)
  })

  test('shows how it is used', async () => {
    const { code, out } = await bench('--help')
    expect(code).toBe(0)
    expect(out).toContain('--peers')
  })
})
