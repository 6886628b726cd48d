import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { Stage } from '../support/stage.js'
import { heard } from './heard.js'

const BOX = '<fundstelle-search></fundstelle-search>'

describeInBrowser('where there is no answer', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterEach(() => stage.closePages())
  afterAll(() => stage.close())

  const failure = (page: Page) => page.locator('.failure p')

  const retry = (page: Page) => page.getByRole('button', { name: 'Try again' })

  test('a slow server is waited for, and it is said after a moment', async () => {
    const page = await stage.show(BOX)
    await page.route('**/search?**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await route.continue()
    })
    await page.getByRole('combobox').fill('film')
    await page.getByText('Searching …').waitFor()
    expect(await page.locator('.progress').isVisible()).toBe(true)
    await page.locator('.passage').first().waitFor()
    expect(await page.getByText('Searching …').count()).toBe(0)
    expect(await page.locator('.progress').isVisible()).toBe(false)
  })

  test('a server in trouble: what was found stays, and trying again may help', async () => {
    const page = await stage.show(BOX)
    const field = page.getByRole('combobox')
    await field.fill('whale')
    await page.locator('.passage').first().waitFor()
    const errors = await heard(page, 'fundstelle:error', ({ query, error }) => [
      query,
      error.reason,
      error.status,
    ])
    await page.route('**/search?**', (route) => route.fulfill({ status: 503, body: 'busy' }))
    await field.fill('Türsteher')
    await failure(page).waitFor()
    expect(await failure(page).textContent()).toBe('The search has a problem of its own.')
    expect(await page.locator('.passage mark').first().textContent()).toMatch(/whale|wal/i)
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toBe('The search has a problem of its own.')
    expect(await errors()).toEqual([['Türsteher', 'failed', 503]])
    await page.unroute('**/search?**')
    await retry(page).click()
    await page.locator('mark', { hasText: 'Türsteher' }).first().waitFor()
    expect(await failure(page).count()).toBe(0)
    expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true)
  })

  test('an answer that is none, as from a hotel’s network, is a problem of the server', async () => {
    const page = await stage.show(BOX)
    await page.route('**/search?**', (route) =>
      route.fulfill({ body: '<h1>Welcome to the hotel</h1>' }),
    )
    await page.getByRole('combobox').fill('film')
    await failure(page).waitFor()
    expect(await failure(page).textContent()).toBe('The search has a problem of its own.')
  })

  test('completions that fail do not keep passages from being shown', async () => {
    const page = await stage.show(BOX)
    await page.route('**/suggest?**', (route) => route.fulfill({ status: 500 }))
    await page.getByRole('combobox').fill('Türsteh')
    await page.locator('.passage').first().waitFor()
    expect(await page.locator('.completion').count()).toBe(0)
    expect(await failure(page).count()).toBe(0)
  })

  test('offline is said as such, and the search goes on by itself afterwards', async () => {
    const page = await stage.show('<fundstelle-search lang="de"></fundstelle-search>')
    await page.getByRole('combobox').focus()
    await page.context().setOffline(true)
    await page.getByRole('combobox').fill('film')
    await failure(page).waitFor()
    expect(await failure(page).textContent()).toMatch(/^Sie sind offline/)
    await page.context().setOffline(false)
    await page.locator('.passage').first().waitFor()
    expect(await failure(page).count()).toBe(0)
  })

  test('a request that the server refuses comes with what the server says', async () => {
    const page = await stage.show('<fundstelle-search kind="x" limit="3"></fundstelle-search>')
    const long = 'x'.repeat(201)
    await page
      .locator('fundstelle-search')
      .evaluate((box, kind) => box.setAttribute('kind', kind), long)
    await page.getByRole('combobox').fill('film')
    await failure(page).waitFor()
    expect(await failure(page).textContent()).toBe(
      'The search could not read this. kind must have at most 200 characters.',
    )
  })

  test('a page of another origin learns that the operator has to allow it', async () => {
    const page = await stage.show(
      `<fundstelle-search endpoint="${stage.url}"></fundstelle-search>`,
      {
        elsewhere: true,
        head: `<script type="module" src="${stage.url}/fundstelle.js"></script>`,
      },
    )
    await page.getByRole('combobox').fill('film')
    await failure(page).waitFor()
    const origin = new URL(page.url()).origin
    expect(await failure(page).textContent()).toBe(
      `The search at ${new URL(stage.url).host} does not answer pages of ${origin}. Whoever runs it can allow that: --cors ${origin}`,
    )
  })

  test('a server that is not there cannot be reached', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    const page = await stage.show(
      `<fundstelle-search endpoint="http://127.0.0.1:${port}"></fundstelle-search>`,
    )
    await page.getByRole('combobox').fill('film')
    await failure(page).waitFor()
    expect(await failure(page).textContent()).toBe('The search cannot be reached.')
  })

  test('an endpoint that is no address cannot be reached', async () => {
    const page = await stage.show('<fundstelle-search endpoint="http://[oops"></fundstelle-search>')
    await page.getByRole('combobox').fill('film')
    await failure(page).waitFor()
    expect(await failure(page).textContent()).toBe('The search cannot be reached.')
    expect(stage.problems.filter((problem) => problem.includes('TypeError'))).toEqual([])
  })

  test('a page that cancels the error shows its own', async () => {
    const page = await stage.show(BOX)
    await page.evaluate(() =>
      document.addEventListener('fundstelle:error', (event) => event.preventDefault()),
    )
    await page.route('**/search?**', (route) => route.abort())
    const errors = await heard(page, 'fundstelle:error', ({ error }) => error.reason)
    await page.getByRole('combobox').fill('film')
    await expect.poll(errors).toEqual(['unreachable'])
    expect(await failure(page).count()).toBe(0)
  })

  test('a counterpart that cannot be had says so, and can be asked for again', async () => {
    const page = await stage.show(BOX)
    await page.route('**/parallel', (route) => route.fulfill({ status: 500 }))
    await page.getByRole('combobox').fill('short story collection')
    const fold = page.locator('[part=fold]').first()
    await fold.click()
    await page.locator('.counterpart', { hasText: 'problem' }).waitFor()
    await page.unroute('**/parallel')
    await fold.click()
    await fold.click()
    await page.locator('.counterpart .excerpt').waitFor()
  })
})
