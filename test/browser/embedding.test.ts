import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { FundstelleSearchElement } from '../../src/browser/element/public.js'
import { describeInBrowser } from '../support/browser.js'
import { temporaryFolder } from '../support/collection.js'
import { Stage } from '../support/stage.js'
import { heard } from './heard.js'

/** Would run where it is taken for HTML. */
const MALICE = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`

const HOSTILE = `---
title: ${JSON.stringify(`Harpoon ${MALICE}`)}
kind: ${JSON.stringify(MALICE)}
date: 2012
id: "javascript:document.title='owned'//"
---

The harpoon ${MALICE} lies on the deck of the ship, and nobody has looked for it since the crew went home in the autumn.
`

const BOX = '<fundstelle-search debounce="0"></fundstelle-search>'

describeInBrowser('in somebody’s page', () => {
  let stage: Stage
  beforeAll(async () => {
    const closing: (() => Promise<void>)[] = []
    const corpus = await temporaryFolder((remove) => closing.push(remove))
    await mkdir(corpus, { recursive: true })
    await writeFile(join(corpus, 'hostile.txt'), HOSTILE)
    await writeFile(
      join(corpus, 'calm.md'),
      '---\ntitle: Calm seas\nid: notes/calm seas\n---\n\nThe lighthouse keeper writes in his diary that the sea is calm, and a harpoon is of no use to him.\n',
    )
    stage = await Stage.open(corpus)
    await Promise.all(closing.map((close) => close()))
  })
  afterEach(() => stage.closePages())
  afterAll(async () => {
    expect(stage.problems).toEqual([])
    await stage.close()
  })

  const passage = (page: Page) => page.locator('.passage').first()

  async function typed(page: Page, query: string): Promise<void> {
    await page.getByRole('combobox').first().fill(query)
    await passage(page).waitFor()
  }

  test('what looks like HTML in texts, titles, names and queries is text', async () => {
    const page = await stage.show(BOX)
    await page.route('**/search?**', async (route) => {
      const response = await route.fetch()
      const found = await response.json()
      for (const { passage } of found.hits) passage.speaker = `Eve ${MALICE}`
      await route.fulfill({ response, json: found })
    })
    await typed(page, 'harpoon')
    const hostile = page.locator('.passage', { hasText: 'deck' })
    expect(await hostile.locator('.title').textContent()).toBe(`Harpoon ${MALICE}`)
    expect(await hostile.locator('.meta').innerText()).toContain(MALICE)
    expect(await hostile.locator('.meta').innerText()).toContain(`Eve ${MALICE}`)
    expect(await hostile.locator('.excerpt').textContent()).toContain(MALICE)
    await page.getByRole('combobox').fill(`${MALICE} "xylophone" lang:de`)
    await page.getByText('Nothing found').first().waitFor()
    expect(await page.locator('.message').textContent()).toContain(MALICE)
    expect(await page.locator('img, fundstelle-search script').count()).toBe(0)
    expect(await page.title()).toBe('A page')
  })

  test('a template that makes anything but an address to open leads nowhere', async () => {
    const page = await stage.show(
      '<fundstelle-search result-href="{+document}"></fundstelle-search>',
    )
    const urls = await heard(page, 'fundstelle:select', ({ url }) => url)
    await typed(page, 'deck')
    await page.evaluate(() => {
      const box = document.querySelector('fundstelle-search')!
      box.resultHref = "javascript:document.title='owned'//{document}"
    })
    const before = page.url()
    await passage(page).click()
    await expect.poll(urls).toEqual([''])
    expect(page.url()).toBe(before)
    expect(await page.title()).toBe('A page')
  })

  test('a choice tells where it leads before it leads there', async () => {
    const page = await stage.show(
      '<fundstelle-search result-href="read.html?of={document}&at={anchor}&q={query}"></fundstelle-search>',
    )
    await page.evaluate(() =>
      document.addEventListener('fundstelle:select', (event) => event.preventDefault()),
    )
    const choices = await heard(
      page,
      'fundstelle:select',
      ({ url, document, hit, query, newTab }) => ({
        url,
        document,
        passage: hit?.passage.id,
        query,
        newTab,
      }),
    )
    await typed(page, 'lighthouse')
    const before = page.url()
    await passage(page).click({ modifiers: ['ControlOrMeta'] })
    const [choice] = await choices()
    expect(choice).toMatchObject({
      document: { id: 'notes/calm seas', title: 'Calm seas' },
      query: 'lighthouse',
      newTab: true,
    })
    const { passage: id, url } = choice as { passage: string; url: string }
    expect(url).toBe(
      `${stage.url}/read.html?of=notes%2Fcalm%20seas&at=${id.split('#')[1]}&q=lighthouse`,
    )
    expect(page.url()).toBe(before)
  })

  test('by default a passage opens at the server, and all of them too', async () => {
    const page = await stage.show('<fundstelle-search kind="" cross="off"></fundstelle-search>')
    await typed(page, 'lighthouse')
    expect(await page.locator('[part=all]').getAttribute('href')).toBe(
      `${stage.url}/?q=lighthouse&cross=off`,
    )
    await passage(page).click()
    await page.waitForURL(/\/documents\/notes\/calm%20seas\?q=lighthouse&cross=off#\w{8}$/)
  })

  test('events tell what happens, and a search can be prevented', async () => {
    const page = await stage.show(BOX)
    const asked = await heard(page, 'fundstelle:search', ({ query }) => query)
    const found = await heard(page, 'fundstelle:results', ({ query, response }) => [
      query,
      response.total,
    ])
    await typed(page, 'lighthouse')
    expect(await asked()).toEqual(['lighthouse'])
    expect(await found()).toEqual([['lighthouse', 1]])
    await page.evaluate(() =>
      document.addEventListener('fundstelle:search', (event) => event.preventDefault()),
    )
    stage.requests.length = 0
    await page.getByRole('combobox').fill('harpoon')
    await expect.poll(asked).toEqual(['lighthouse', 'harpoon'])
    expect(stage.requests).toEqual([])
  })

  test('methods search, clear and take the focus', async () => {
    const page = await stage.show(BOX)
    const total = await page.evaluate(async () => {
      const box = document.querySelector('fundstelle-search')!
      await customElements.whenDefined('fundstelle-search')
      box.focus()
      const overtaken = box.search('harpoon')
      const response = await box.search('lighthouse')
      return [await overtaken, response?.total]
    })
    expect(total).toEqual([undefined, 1])
    expect(await page.getByRole('combobox').inputValue()).toBe('lighthouse')
    expect(await page.getByRole('combobox').evaluate((field) => field.matches(':focus'))).toBe(true)
    expect(await passage(page).locator('mark').textContent()).toBe('lighthouse')
    await page.evaluate(() => document.querySelector('fundstelle-search')!.clear())
    await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('')
    expect(await page.locator('.passage').count()).toBe(0)
  })

  test('two boxes on a page have nothing to do with each other', async () => {
    const page = await stage.show(
      `<div style="display: flex; flex-direction: column-reverse">${BOX}<fundstelle-search doc="notes/calm seas"></fundstelle-search></div>`,
    )
    const [first, second] = [
      page.locator('fundstelle-search').first(),
      page.locator('fundstelle-search').last(),
    ]
    await first.getByRole('combobox').fill('harpoon')
    await first.locator('.passage').first().waitFor()
    expect(await first.locator('.passage').count()).toBe(2)
    expect(await second.locator('.panel').count()).toBe(0)
    await second.getByRole('combobox').click()
    expect(await first.locator('.panel').count()).toBe(0)
    await second.getByRole('combobox').fill('harpoon')
    await second.locator('.passage').first().waitFor()
    expect(await second.locator('.passage').count()).toBe(1)
    expect(await first.getByRole('combobox').inputValue()).toBe('harpoon')
  })

  test('a page of another origin searches where the operator allows it', async () => {
    const page = await stage.show(`<fundstelle-search></fundstelle-search>`, {
      elsewhere: true,
      // Without an endpoint, the search is where the module is from.
      head: `<script type="module" src="${stage.openUrl}/fundstelle.js"></script>`,
    })
    await typed(page, 'lighthouse')
    expect(new URL(page.url()).origin).not.toBe(new URL(stage.openUrl).origin)
    expect(stage.requests.some(({ pathname }) => pathname === '/open/search')).toBe(true)
  })

  test('a strict Content-Security-Policy with Trusted Types is enough', async () => {
    const page = await stage.show(BOX, {
      head: '<script type="module" src="/fundstelle.js"></script>',
      headers: {
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html",
      },
    })
    await typed(page, 'lighthouse')
    expect(
      await page
        .locator('mark')
        .first()
        .evaluate((mark) => getComputedStyle(mark).backgroundColor),
    ).toBe('rgb(255, 229, 138)')
    expect((await page.locator('.panel').boundingBox())!.y).toBeGreaterThan(0)
  })

  test('what is set before the module is loaded counts', async () => {
    const page = await stage.show('<fundstelle-search></fundstelle-search>', { head: '' })
    await page.evaluate(() =>
      Object.assign(document.querySelector('fundstelle-search')!, {
        value: 'harpoon',
        doc: ['notes/calm seas'],
        strings: { label: 'Find' },
      }),
    )
    await page.addScriptTag({ url: '/fundstelle.js', type: 'module' })
    const field = page.getByRole('combobox', { name: 'Find' })
    expect(await field.inputValue()).toBe('harpoon')
    await field.focus()
    await passage(page).waitFor()
    expect(await page.locator('.passage').count()).toBe(1)
  })

  test('what an attribute says is of the type of its property', async () => {
    const page = await stage.show('<fundstelle-search limit="2" debounce="0"></fundstelle-search>')
    const types = await page.locator('fundstelle-search').evaluate((box) => {
      const { limit, debounce, shortcut } = box as FundstelleSearchElement
      return [limit, debounce, shortcut]
    })
    expect(types).toEqual([2, 0, ''])
  })

  test('strings can be replaced, also as JSON in an attribute; what is no JSON changes nothing', async () => {
    const page = await stage.show(
      `<fundstelle-search strings='{"placeholder": "Seek", "onePassage": "one place"}'></fundstelle-search><fundstelle-search strings="{oops" placeholder="Own"></fundstelle-search>`,
    )
    expect(
      await page
        .getByRole('combobox')
        .evaluateAll((fields) => fields.map((field) => field.getAttribute('placeholder'))),
    ).toEqual(['Seek', 'Own'])
    await typed(page, 'lighthouse')
    expect(await page.locator('.footer').innerText()).toBe('one place')
  })

  test('light and dark follow the page or the theme, and custom properties change colours', async () => {
    const background = (page: Page) =>
      page
        .locator('.field')
        .evaluateAll((fields) => fields.map((field) => getComputedStyle(field).backgroundColor))
    const three =
      '<fundstelle-search></fundstelle-search><fundstelle-search theme="light"></fundstelle-search><fundstelle-search theme="dark"></fundstelle-search>'
    const [light, dark] = ['rgb(252, 251, 248)', 'rgb(24, 26, 27)']
    const inDark = await stage.show(three, { colorScheme: 'dark' })
    expect(await background(inDark)).toEqual([dark, light, dark])
    const inLight = await stage.show(
      `${three}<fundstelle-search style="--fundstelle-background: rgb(1, 2, 3)"></fundstelle-search>`,
    )
    expect(await background(inLight)).toEqual([light, light, dark, 'rgb(1, 2, 3)'])
    // A page that says nothing of colour schemes is a light one.
    const plain = await stage.show(BOX, {
      colorScheme: 'dark',
      head: '<script type="module" src="/fundstelle.js"></script>',
    })
    expect(await background(plain)).toEqual([light])
  })

  test('parts can be styled from the page', async () => {
    const page = await stage.show(
      `${BOX}<style>fundstelle-search::part(mark-exact) { background: rgb(4, 5, 6) } fundstelle-search::part(title) { color: rgb(7, 8, 9) }</style>`,
    )
    await typed(page, 'lighthouse')
    expect(
      await page
        .locator('mark')
        .first()
        .evaluate((mark) => getComputedStyle(mark).backgroundColor),
    ).toBe('rgb(4, 5, 6)')
    expect(
      await page
        .locator('.title')
        .first()
        .evaluate((title) => getComputedStyle(title).color),
    ).toBe('rgb(7, 8, 9)')
  })

  test('a box that is taken out of the page listens no longer, and works again when it is back', async () => {
    const page = await stage.show('<fundstelle-search shortcut="/"></fundstelle-search>')
    await typed(page, 'lighthouse')
    await page.evaluate(() => {
      const box = document.querySelector('fundstelle-search')!
      box.remove()
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '/' }))
      document.querySelector('main')!.append(box)
    })
    await typed(page, 'harpoon')
    await expect.poll(() => page.locator('.passage').count()).toBe(2)
  })

  test('the module may be loaded twice', async () => {
    const page = await stage.show(BOX, {
      head: '<script type="module" src="/fundstelle.js"></script><script type="module" src="/open/fundstelle.js"></script>',
    })
    await typed(page, 'lighthouse')
  })
})
