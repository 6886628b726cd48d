import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { temporaryFolder } from '../support/collection.js'
import { Stage, violationsOf } from '../support/stage.js'

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url))

/** Where the examples expect the search. */
const ENDPOINT = 'http://127.0.0.1:3000'

async function opened(corpus?: string): Promise<Stage> {
  const stage = await Stage.open(corpus)
  onTestFinished(() => stage.close())
  return stage
}

describeInBrowser('examples', () => {
  test('a plain page', async () => {
    const stage = await opened()
    const folder = await temporaryFolder()
    const html = await readFile(join(EXAMPLES, 'html/index.html'), 'utf8')
    await writeFile(join(folder, 'index.html'), html.replaceAll(ENDPOINT, stage.openUrl))
    stage.serveFolder('/html', folder)
    const page = await stage.visit('/html/')
    await page.keyboard.press('/')
    await page.getByRole('option', { name: 'Türsteher' }).click()
    await page.locator('mark').first().waitFor()
    expect(await violationsOf(page)).toEqual([])
    await page.locator('.passage').first().click()
    await page.waitForURL(/\/open\/documents\/.+\?q=T%C3%BCrsteher#\w{8}$/)
    expect(stage.problems).toEqual([])
  })

  test('a React component', async () => {
    const stage = await opened()
    const folder = await temporaryFolder()
    await build({
      entryPoints: [join(EXAMPLES, 'react/main.tsx')],
      outdir: folder,
      bundle: true,
      format: 'esm',
      define: { 'process.env.NODE_ENV': '"production"' },
    })
    const bundled = await readFile(join(folder, 'main.js'), 'utf8')
    expect(bundled).toContain(ENDPOINT)
    await writeFile(join(folder, 'main.js'), bundled.replaceAll(ENDPOINT, stage.openUrl))
    await writeFile(join(folder, 'index.html'), await readFile(join(EXAMPLES, 'react/index.html')))
    stage.serveFolder('/react', folder)
    const page = await stage.visit('/react/')
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('statement')
    const field = page.getByRole('combobox', { name: 'Search' })
    await field.fill('short story')
    await page.locator('.passage').first().waitFor()
    // The styles have come along.
    const panel = page.locator('.panel')
    expect(await panel.evaluate((panel) => getComputedStyle(panel).position)).toBe('absolute')
    for (const meta of await page.locator('.meta').allInnerTexts())
      expect(meta).toContain('statement')
    const title = await page.locator('.passage .title').first().textContent()
    await page.locator('.passage').first().click()
    await page.getByRole('link', { name: title! }).waitFor()
    expect(await field.inputValue()).toBe('')
    expect(page.url()).toBe(`${stage.url}/react/`)
    expect(stage.problems).toEqual([])
  })

  test('a Vue component', async () => {
    const stage = await opened()
    const folder = await temporaryFolder()
    await build({
      stdin: { contents: vueApp(stage.openUrl), resolveDir: EXAMPLES, sourcefile: 'app.ts' },
      outfile: join(folder, 'main.js'),
      bundle: true,
      format: 'esm',
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'false',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
    })
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><html lang="en"><title>Vue</title><div id="app"></div><script type="module" src="main.js"></script></html>',
    )
    stage.serveFolder('/vue', folder)
    const page = await stage.visit('/vue/')
    const field = page.getByRole('combobox', { name: 'Search' })
    await field.fill('short story')
    await page.locator('.passage').first().waitFor()
    for (const meta of await page.locator('.meta').allInnerTexts())
      expect(meta).toContain('statement')
    const title = await page.locator('.passage .title').first().textContent()
    await page.locator('.passage').first().click()
    await page.getByText(`Chosen: ${title}`).waitFor()
    expect(page.url()).toBe(`${stage.url}/vue/`)
    expect(stage.problems).toEqual([])
  })

  test('a static site', async () => {
    const stage = await opened(join(EXAMPLES, 'static-site/texts'))
    const folder = await temporaryFolder()
    await mkdir(folder, { recursive: true })
    await promisify(execFile)(process.execPath, [
      join(EXAMPLES, 'static-site/build.mjs'),
      folder,
      stage.openUrl,
    ])
    stage.serveFolder('/site', folder)
    const page = await stage.visit('/site/', { viewport: { width: 600, height: 260 } })
    await page.getByRole('combobox').fill('engineer')
    await page.locator('.passage').first().waitFor()
    expect(await page.locator('[part=all]').count()).toBe(0)
    await page.locator('.passage').first().click()
    await page.waitForURL(/\/site\/harbour\.html/)
    expect(await page.title()).toBe('The harbour in winter')
    // The browser has gone to the paragraph.
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
    expect(stage.problems).toEqual([])
  })
})

/** What is chosen is named below the search box instead of being opened. */
function vueApp(endpoint: string): string {
  return `
    import 'fundstelle/element'
    import { createApp, defineComponent, h, ref } from 'vue'
    const App = defineComponent(() => {
      const chosen = ref('')
      const select = (event) => {
        event.preventDefault()
        chosen.value = event.detail.document.title
      }
      return () => [
        h('fundstelle-search', {
          endpoint: ${JSON.stringify(endpoint)},
          kind: 'statement',
          examples: [],
          'onFundstelle:select': select,
        }),
        h('p', 'Chosen: ' + chosen.value),
      ]
    })
    createApp(App).mount('#app')`
}
