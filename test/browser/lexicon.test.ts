import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedLexicon } from '../../src/build/shipped-lexicon.js'
import type { Translation } from '../../src/index.js'
import { describeInBrowser, openBrowser } from '../support/browser.js'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

const ORIGIN = 'http://lexicon.test'

/** As docs/crosslingual.md shows it. */
const PAGE = `<!doctype html><title>Lexicon</title><output></output><script type="module">
import { PackedLexicon } from '/lexicon.js'
const file = await fetch('/en-de.bin')
const lexicon = new PackedLexicon(new Uint8Array(await file.arrayBuffer()))
const answers = [lexicon.translations('stori', 'en'), lexicon.translations('geschicht', 'de')]
document.querySelector('output').textContent = JSON.stringify(answers)
</script>`

/** Powers differ in the last digit from engine to engine. */
function rounded(translations: readonly Translation[]): string[] {
  return translations.map(({ term, probability }) => `${term} ${probability.toFixed(9)}`)
}

describeInBrowser('in a browser, the translation lexicon', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('is fetched and answers as it does in Node', async () => {
    const { outputFiles } = await build({
      entryPoints: [path('src/lexicon.ts')],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
    })
    const served: Record<string, [string, string | Buffer]> = {
      '/': ['text/html', PAGE],
      '/lexicon.js': ['text/javascript', outputFiles[0]!.text],
      '/en-de.bin': ['application/octet-stream', readFileSync(path('lexicon/en-de.bin'))],
    }
    const page = await browser.newPage()
    await page.route('**/*', (route) => {
      const [contentType, body] = served[new URL(route.request().url()).pathname] ?? []
      return body === undefined ? route.abort() : route.fulfill({ contentType: contentType!, body })
    })
    await page.goto(`${ORIGIN}/`)
    const answer = page.locator('output:not(:empty)')
    const answers: Translation[][] = JSON.parse((await answer.textContent()) ?? '')
    const lexicon = shippedLexicon()
    const known = [lexicon.translations('stori', 'en'), lexicon.translations('geschicht', 'de')]
    expect(answers.map(rounded)).toEqual(known.map(rounded))
    expect(answers[0]!.length).toBeGreaterThan(0)
    await page.close()
  })
})
