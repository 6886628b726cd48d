import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pc from 'picocolors'
import { beforeAll, expect, test } from 'vitest'
import { run } from '../src/cli/run.js'
import type { SearchResponse } from '../src/index.js'
import { temporaryFolder } from './support/collection.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')

/** Commands of the README's tour with what it shows of their output. */
const SHOWN = [...README.matchAll(/^```\n\$ npx fundstelle (search .+)\n([\s\S]*?)\n```$/gm)].map(
  ([, command, output]) => ({ command: command!, output: output! }),
)

let index: string
beforeAll(async () => {
  let cleanUp = async () => {}
  index = join(
    await temporaryFolder((remove) => {
      cleanUp = remove
    }),
    'index',
  )
  await fundstelle(['build', join(ROOT, 'corpus'), '--index', index])
  return cleanUp
})

async function fundstelle(args: readonly string[]): Promise<string> {
  const lines: string[] = []
  const out = (line: string) => lines.push(line)
  const colors = pc.createColors(false)
  await run(args, { out, err: () => {}, columns: undefined, interactive: false, colors })
  return lines.join('\n').trimEnd()
}

/** Words of a shell command line, with single quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => (quoted ?? bare)!)
}

test.each(SHOWN)('the README shows what `$command` prints', async ({ command, output }) => {
  expect(await fundstelle([...words(command), '--index', index])).toBe(output)
})

test('the README shows some commands', () => {
  expect(SHOWN.length).toBeGreaterThanOrEqual(5)
})

test('the description of HTTP shows what is answered', async () => {
  const page = readFileSync(join(ROOT, 'docs/http.md'), 'utf8')
  const [, shown] = page.match(/^\$ curl .*\?q=K%C3%B6rper&limit=1'\n(\{[\s\S]*?^\})$/m)!
  const answer = await fundstelle(['search', 'Körper', '-n', '1', '--json', '--index', index])
  const expected: SearchResponse = JSON.parse(shown!)
  const given: SearchResponse = JSON.parse(answer)
  // The text is shortened there.
  const start = expected.hits[0]!.passage.text.replace(/ …$/, '')
  expect(given.hits[0]!.passage.text.startsWith(start)).toBe(true)
  given.hits[0]!.passage.text = expected.hits[0]!.passage.text
  expect(given).toEqual(expected)
})
