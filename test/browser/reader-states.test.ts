import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { MOUNTED, Site, violationsOf } from '../support/site.js'

/** Addresses that between them show everything that the pages for reading can show. */
const STATES: Record<string, [kind: string, address: string]> = {
  'a document': ['document', '/documents/statements/adaptation.en'],
  'a document with marks': ['document', '/documents/synopsis.de?q=killer+whale+Meer'],
  'a document without a mark': ['document', '/documents/synopsis.de?q=Zebraherde'],
  'turns of speakers': ['document', '/documents/transcripts/lantern-cinema?q=whale&cross=only'],
  'a document that repeats its title': [
    'document',
    '/documents/interviews/schoenaerts?q=Schoenaerts',
  ],
  'two versions': ['parallel', '/documents/notes/biography.de/parallel/audiard-biography?q=Vater'],
  'two versions, one with more': ['parallel', '/documents/synopsis.en/parallel/synopsis.de'],
  'two documents that are no versions': [
    'parallel',
    '/documents/notes/themen/parallel/davidson-source?q=Buch',
  ],
  'no such document': ['problem', '/documents/nothing'],
}

const WIDE: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
  locale: 'en-GB',
}
const NARROW: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  colorScheme: 'dark',
  locale: 'de-DE',
  hasTouch: true,
}

describeInBrowser('the pages for reading', () => {
  let site: Site
  beforeAll(async () => {
    site = await Site.open()
  })
  afterAll(() => site.close())

  test.each(Object.entries(STATES))(
    '%s: accessible, in both languages, wide and narrow, light and dark, with and without a script',
    async (_name, [kind, address]) => {
      const languages = ['en', 'de']
      for (const [i, options] of [WIDE, NARROW].entries()) {
        const page = await site.show(address, options)
        expect(await page.locator('html').getAttribute('lang')).toBe(languages[i])
        expect(await page.locator('body').getAttribute('class')).toContain(`page-${kind}`)
        expect(await violationsOf(page)).toEqual([])
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true
        })
        expect(await violationsOf(page)).toEqual([])
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width).toBeLessThanOrEqual(options.viewport!.width)
        await page.context().close()
      }
      const plain = await site.show(address, { ...WIDE, javaScriptEnabled: false })
      expect(await plain.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await plain.getByRole('button', { name: /Copy|marked passage/ }).count()).toBe(0)
      await plain.context().close()
      expect(site.problems).toEqual([])
      expect(site.foreign).toEqual([])
    },
  )

  test('a citation shown below its passage, and on a page of its own', async () => {
    for (const options of [WIDE, NARROW]) {
      const page = await site.show('/documents/transcripts/radio-hafenwelle?q=Eis', options)
      await page.locator('.cite-link').nth(2).click()
      await page.locator('.citation').waitFor()
      expect(await violationsOf(page)).toEqual([])
      const address = await page.locator('.cite-link').nth(2).getAttribute('href')
      await page.goto(site.url + address)
      expect(await violationsOf(page)).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(options.viewport!.width)
      await page.context().close()
    }
    expect(site.problems).toEqual([])
  })

  test('what can be pressed is large enough for a finger', async () => {
    const page = await site.show('/documents/synopsis.de?q=killer+whale+Meer', NARROW)
    const small = await page
      .locator('button:visible, .reading-tools a:visible, .reading-number:visible, summary:visible')
      .evaluateAll((all) =>
        all.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect()
          return Math.min(width, height) < 43.9 ? [`${element.outerHTML} ${width} ${height}`] : []
        }),
      )
    expect(small).toEqual([])
  })

  test('one gets from a hit to its passage, on to its counterpart, and back to the results, below a path too', async () => {
    const page = await site.show(`${MOUNTED}/?q=killer+whale&kind=synopsis&sort=date`, WIDE)
    await page.locator('.hit-title a').first().click()
    await page.waitForURL(/\/archive\/documents\/synopsis\.(en|de)\?.*#/)
    expect(await page.locator(':target').getAttribute('class')).toContain('is-marked')
    await page.locator(':target .reading-tools a', { hasText: /In (German|English)/ }).click()
    await page.waitForURL(/\/archive\/documents\/.*\/parallel\/.*#/)
    await expect.poll(() => page.locator(':target mark').count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'Swap sides' }).click()
    await page.getByRole('link', { name: 'In the document' }).first().click()
    await page.getByRole('link', { name: 'Back to the results' }).click()
    const { pathname, searchParams } = new URL(page.url())
    expect(pathname).toBe(`${MOUNTED}/`)
    expect(Object.fromEntries(searchParams)).toEqual({
      q: 'killer whale',
      kind: 'synopsis',
      sort: 'date',
    })
    expect(site.problems).toEqual([])
  })

  test('a query for one document is asked there, and keeps where one came from', async () => {
    const page = await site.show('/documents/synopsis.en?q=whale&kind=synopsis&ui=en', {
      ...WIDE,
      locale: 'de-DE',
    })
    await page.getByRole('searchbox').fill('legs')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=legs/)
    expect(await page.locator('mark').allTextContents()).toContain('legs')
    const back = await page.getByRole('link', { name: 'Back to the results' }).getAttribute('href')
    expect(back).toBe('/?q=legs&kind=synopsis&ui=en')
  })

  test('files of two versions can be taken along', async () => {
    const page = await site.show('/documents/synopsis.en/parallel/synopsis.de?ui=en', WIDE)
    for (const [name, file] of [
      ['Translation memory (TMX)', 'fundstelle.tmx'],
      ['Table (CSV)', 'fundstelle.csv'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      expect(download.suggestedFilename()).toBe(file)
    }
  })
})
