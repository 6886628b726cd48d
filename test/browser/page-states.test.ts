import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { Site, violationsOf } from '../support/site.js'

/** Addresses of the search page that between them show everything that it can show. */
const STATES = {
  start: '/',
  passages: '/?q=short+story+collection',
  'passages by a filter': '/?q=film&kind=note&tag=music',
  'a filter without words': '/?lang=de&date=2012',
  lines: '/?q=whale&view=kwic&sort=right',
  'groups by document': '/?q=film&group=document',
  'groups by language': '/?q=film&group=language',
  'a further page': '/?q=film&offset=20',
  'beyond the last page': '/?q=whale&offset=500',
  remarks: '/?q=whael+(boxing+OR+colour:red',
  nothing: '/?q="zebra+herd"&lang=de',
  'a filter for what nothing has': '/?kind=nonsense',
  'a word that is no translation': '/?q=story&without=Geschichte&with=story:Buch',
  'an odd address': '/?q=film&sort=best&limit=x',
  'no such page': '/nowhere',
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
}

describeInBrowser('the search page', () => {
  let site: Site
  /** One page each, so that not every state needs two. */
  let pages: { page: Page; language: string; width: number }[]
  beforeAll(async () => {
    site = await Site.open()
    pages = await Promise.all(
      [WIDE, NARROW].map(async (options) => ({
        page: await site.blank(options),
        language: options.locale!.slice(0, 2),
        width: options.viewport!.width,
      })),
    )
  })
  afterAll(() => site.close())

  test.each(Object.entries(STATES))(
    '%s: accessible, in both languages, wide and narrow, light and dark',
    async (_name, address) => {
      for (const { page, language, width } of pages) {
        await page.goto(site.url + address)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true
        })
        expect(await violationsOf(page)).toEqual([])
        expect(await widthOf(page)).toBeLessThanOrEqual(width)
      }
      expect(site.problems).toEqual([])
      expect(site.foreign).toEqual([])
    },
  )

  test('narrow, the ways to look at results are folded, and stay open while one of them is chosen', async () => {
    const page = await site.show('/?q=love+story', NARROW)
    const newest = page.getByRole('link', { name: 'neueste zuerst' })
    expect(await newest.isVisible()).toBe(false)
    const hit = await page.getByRole('article').first().boundingBox()
    expect(hit!.y).toBeLessThan(NARROW.viewport!.height)
    await page.getByText('Ansicht und Reihenfolge').click()
    await newest.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=date/)
    await page.locator('main:not([aria-busy])').waitFor()
    expect(await page.locator(':focus').textContent()).toBe('neueste zuerst')
    expect(await newest.isVisible()).toBe(true)
  })

  test('wide, they are always there', async () => {
    const page = await site.show('/?q=love+story', WIDE)
    expect(await page.getByRole('link', { name: 'newest first' }).isVisible()).toBe(true)
    expect(await page.getByText('View and order').isVisible()).toBe(false)
  })

  test('usual kinds of documents have names in the language of the page', async () => {
    const page = await site.show('/?q=Hafen&lang=de', NARROW)
    for (const address of ['/', '/?q=film', '/documents/synopsis.de']) {
      await page.goto(site.url + address)
      const text = (await page.locator('main').textContent())!
      expect(text, address).toContain('Inhaltsangabe')
    }
    await page.goto(`${site.url}/?q=film&kind=synopsis`)
    expect(await page.locator('.chip').textContent()).toContain('Art: Inhaltsangabe')
  })

  test('with completions open, and with a failure, it is accessible too', async () => {
    for (const options of [WIDE, NARROW]) {
      const page = await site.show('/?q=whale', options)
      await page.locator('#query').fill('kill')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
      expect(await violationsOf(page)).toEqual([])
      await page.route('**/*', (route) => route.abort())
      await page.keyboard.press('Escape')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      expect(await violationsOf(page)).toEqual([])
      await page.context().close()
    }
    expect(site.problems).toEqual([])
  })

  test('every link of what is chosen and foldable is large enough for a finger', async () => {
    const page = await site.show('/?q=film&kind=note', NARROW)
    const heights = await page
      .locator(
        '.facet-value, .choices a, .chip, .pages a, .language-links a, button, input, select',
      )
      .evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility() && !each.matches('[type=radio], [type=hidden]'))
          .map((each) => each.getBoundingClientRect().height),
      )
    expect(heights.length).toBeGreaterThan(20)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  })

  test('marks can be told apart without colours', async () => {
    const page = await site.show('/?q=short+story', { ...WIDE, forcedColors: 'active' })
    const lines = await page
      .locator('mark')
      .evaluateAll((all) =>
        all.map((mark) => [mark.className, getComputedStyle(mark).textDecorationLine]),
      )
    const underlined = (line: string) => [
      ...new Set(lines.filter((each) => each[1] === line).map(([name]) => name)),
    ]
    expect(underlined('underline')).toEqual(['mark mark-translation'])
    expect(underlined('none')).not.toContain('mark mark-translation')
  })
})

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}
