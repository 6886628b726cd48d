import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

/** Serves a searcher whose `/documents` takes as many milliseconds as the first argument says. */
const PROGRAM = `
import { serve, stopOnSignals } from './dist/http/serve.js'
const engine = {
  documents: () => new Promise((resolve) => {
    console.log('asked')
    setTimeout(resolve, Number(process.argv[2]), [])
  }),
  close: async () => console.log('closed'),
}
const server = await serve({ engine, close: engine.close }, { port: 0 })
stopOnSignals(server)
console.log(server.url)
`

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fundstelle-signals-'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'program.js'), PROGRAM)
  const options = ['-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist')]
  const compiler = execFile(process.execPath, [
    resolve('node_modules/typescript/bin/tsc'),
    ...options,
    '--incremental',
    'false',
  ])
  await once(compiler, 'exit')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(milliseconds: number) {
  const child = spawn(process.execPath, [join(folder, 'program.js'), String(milliseconds)])
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  child.stderr.on('data', (text) => lines.push(`${text}`))
  child.stdout.on('data', (text) => lines.push(...`${text}`.trim().split('\n')))
  await until(() => lines.length > 0)
  return { child, lines, url: lines[0]! }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10)
}

async function exitOf(child: ChildProcess) {
  const [code, signal] = await once(child, 'exit')
  return { code, signal }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s lets the answer that is being made be sent, and ends the process',
  async (signal) => {
    const { child, lines, url } = await start(300)
    const asking = fetch(`${url}/documents`)
    await until(() => lines.includes('asked'))
    const exit = exitOf(child)
    child.kill(signal)
    expect((await asking).status).toBe(200)
    expect(await exit).toEqual({ code: 0, signal: null })
    expect(lines.slice(1)).toEqual(['asked', 'closed'])
  },
)

test('a second signal ends the process at once', async () => {
  const { child, lines, url } = await start(20_000)
  const asking = fetch(`${url}/documents`).catch(() => 'cut off')
  await until(() => lines.includes('asked'))
  const exit = exitOf(child)
  child.kill('SIGINT')
  await sleep(600)
  child.kill('SIGINT')
  expect(await exit).toEqual({ code: 130, signal: null })
  expect(await asking).toBe('cut off')
})

test('one press of Ctrl+C that arrives twice is one signal', async () => {
  const { child, lines, url } = await start(300)
  const asking = fetch(`${url}/documents`)
  await until(() => lines.includes('asked'))
  const exit = exitOf(child)
  child.kill('SIGINT')
  await sleep(50)
  child.kill('SIGINT')
  expect((await asking).status).toBe(200)
  expect(await exit).toEqual({ code: 0, signal: null })
})
