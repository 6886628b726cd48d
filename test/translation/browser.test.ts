import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** Runs the lexicon of the package where there is nothing but JavaScript and what every browser has. */
async function inBrowser(script: string): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [path('src/lexicon.ts')],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'lexicon',
    write: false,
  })
  const bytes = readFileSync(path('lexicon/en-de.bin'))
  const context = createContext({ TextDecoder, bytes: Uint8Array.from(bytes) })
  return runInContext(`${outputFiles[0]!.text}; JSON.stringify(${script})`, context)
}

test('the lexicon is read without anything of Node', async () => {
  const answer = await inBrowser(
    `new lexicon.PackedLexicon(bytes).translations('stori', 'en').slice(0, 2).map((each) => each.term)`,
  )
  expect(answer).toBe('["geschicht","erzahl"]')
})

test('the package gives it a name', () => {
  const { exports } = JSON.parse(readFileSync(path('package.json'), 'utf8'))
  expect(exports['./lexicon'].default).toBe('./dist/lexicon.js')
  expect(readFileSync(path(exports['./lexicon/en-de.bin'])).length).toBeGreaterThan(0)
})
