import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { MOUNTED, Site } from '../support/site.js'

describeInBrowser('with its script, the search page', () => {
  let site: Site
  beforeAll(async () => {
    site = await Site.open()
  })
  afterAll(async () => {
    await site.close()
    expect(site.problems).toEqual([])
    expect(site.foreign).toEqual([])
  })

  /** A page that knows whether it was loaded anew. */
  async function show(path: string, options = {}): Promise<Page> {
    const page = await site.show(path, options)
    await page.evaluate(() => {
      document.documentElement.dataset.first = 'yes'
    })
    return page
  }
  const isFirst = (page: Page) => page.locator('html[data-first]').count()
  const query = (page: Page) => page.locator('#query')
  const active = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')
  const titled = (page: Page, text: RegExp | string) =>
    page.locator('h1').filter({ hasText: text }).waitFor()

  test('searches without loading anew, and keeps the focus where it was', async () => {
    const page = await show('/')
    await query(page).fill('killer whale')
    await query(page).press('Enter')
    await titled(page, /^\d+ passages in/)
    expect(new URL(page.url()).search).toBe('?q=killer+whale')
    expect(await page.title()).toBe('killer whale · Fundstelle')
    expect(await active(page)).toBe('query')
    expect(await page.locator('#status').innerText()).toBe(await page.locator('h1').innerText())
    await page.getByLabel('German', { exact: true }).check()
    await page.locator('.chip').waitFor()
    expect(new URL(page.url()).searchParams.get('lang')).toBe('de')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('de')
    const facet = page.locator('[data-key="kind interview"]')
    await facet.press('Enter')
    await page.locator('[data-key="kind interview"][aria-current]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('interview')
    expect(await isFirst(page)).toBe(1)
  })

  test('goes back and forth through what was seen', async () => {
    const page = await show('/?q=film')
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const bottom = await page.evaluate(() => scrollY)
    await page.getByRole('link', { name: 'Next' }).click()
    await page.locator('[aria-current=page]', { hasText: '2' }).waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    expect(await active(page)).toBe('count')
    await query(page).fill('whale')
    await query(page).press('Enter')
    await page.waitForURL(/q=whale/)
    await page.goBack()
    await page.locator('[aria-current=page]', { hasText: '2' }).waitFor()
    expect(await query(page).inputValue()).toBe('film')
    await page.goBack()
    await page.locator('[aria-current=page]', { hasText: '1' }).waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(bottom)
    await page.goForward()
    await page.goForward()
    await titled(page, /^15 passages/)
    expect(await query(page).inputValue()).toBe('whale')
    expect(await isFirst(page)).toBe(1)
  })

  test('completes what is typed, by keyboard alone', async () => {
    const page = await show(`${MOUNTED}/`)
    await query(page).focus()
    await page.keyboard.type('short story coll')
    const options = page.getByRole('listbox').getByRole('option')
    await options.first().waitFor()
    expect(await query(page).getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator('#status').innerText()).toMatch(/^Suggestions: \d+$/)
    await page.keyboard.press('ArrowDown')
    const id = await query(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`#${id}`).getAttribute('aria-selected')).toBe('true')
    expect(await page.locator(`#${id}`).innerText()).toContain('short story collection')
    await page.keyboard.press('ArrowUp')
    expect(await query(page).getAttribute('aria-activedescendant')).toBeNull()
    await page.keyboard.press('Escape')
    expect(await query(page).getAttribute('aria-expanded')).toBe('false')
    expect(await query(page).inputValue()).toBe('short story coll')
    await page.keyboard.type('e')
    await options.first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await titled(page, /passages in/)
    expect(page.url()).toBe(`${site.url}${MOUNTED}/?q=short+story+collection`)
    expect(await options.count()).toBe(0)
  })

  test('leads to a document whose title is typed', async () => {
    const page = await show('/?ui=de')
    await query(page).fill('Zweierlei')
    const option = page.getByRole('option', { name: /Zweierlei Musik.*Dokument/ })
    await option.waitFor()
    const [request] = await Promise.all([
      page.waitForRequest((request) => request.isNavigationRequest()),
      option.click(),
    ])
    expect(new URL(request.url()).pathname + new URL(request.url()).search).toBe(
      '/documents/notes/music.de?ui=de',
    )
  })

  test('shows the results of the newest question, whichever comes first', async () => {
    const page = await show('/')
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\?q=film$/, async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    for (const text of ['film', 'whale']) {
      await query(page).fill(text)
      await query(page).press('Enter')
    }
    await titled(page, /^15 passages/)
    release()
    await page.waitForTimeout(200)
    expect(await page.title()).toBe('whale · Fundstelle')
    expect(new URL(page.url()).search).toBe('?q=whale')
  })

  test('says that a slow server is being waited for', async () => {
    const page = await show('/?q=film')
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\?q=whale$/, async (route) => {
      await held
      await route.continue()
    })
    await query(page).fill('whale')
    await query(page).press('Enter')
    await page.locator('main[aria-busy=true]').waitFor()
    await page.locator('#status', { hasText: 'Searching …' }).waitFor({ state: 'attached' })
    expect(await page.getByRole('article').count()).toBe(10)
    release()
    await titled(page, /^15 passages/)
    expect(await page.locator('main[aria-busy]').count()).toBe(0)
  })

  test.each(['a fault', 'nothing at all', 'something else'])(
    'keeps what was found when the server answers with %s, and tries again',
    async (answer) => {
      const page = await show('/?q=film&ui=de')
      site.intercept = (request, response, next) => {
        if (request.query.q !== 'whale') next()
        else if (answer === 'a fault') response.status(500).type('html').send('<h1>Broken</h1>')
        else if (answer === 'nothing at all') request.socket.destroy()
        else response.type('html').send('<main><h1>Log in</h1></main>')
      }
      await query(page).fill('whale')
      await query(page).press('Enter')
      const alert = page.getByRole('alert')
      await alert.waitFor()
      expect(await alert.innerText()).toContain('Der Server hat nicht geantwortet')
      expect(await page.getByRole('article').count()).toBe(10)
      expect(new URL(page.url()).searchParams.get('q')).toBe('film')
      site.intercept = (_request, _response, next) => next()
      await alert.getByRole('button', { name: 'Noch einmal versuchen' }).click()
      await titled(page, /^15 Stellen/)
      expect(await alert.count()).toBe(0)
      expect(await isFirst(page)).toBe(1)
    },
  )

  test('leaves links to be opened elsewhere to the browser', async () => {
    const page = await show('/?q=film')
    const link = page.getByRole('link', { name: 'newest first' })
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      link.click({ modifiers: ['ControlOrMeta'] }),
    ])
    await expect.poll(() => new URL(other.url()).search).toBe('?q=film&sort=date')
    expect(new URL(page.url()).search).toBe('?q=film')
    const document = page.locator('.hit-title a').first()
    const href = await document.getAttribute('href')
    await document.click()
    expect(page.url()).toBe(site.url + href)
  })

  test('can be used with the keyboard alone, from the first key on', async () => {
    const page = await show('/?q=film')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
    await page.keyboard.press('Enter')
    expect(await active(page)).toBe('main')
    const reached = new Set<string>()
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press('Tab')
      const name = await page.evaluate(() => {
        const element = document.activeElement
        // After the last one, the focus leaves the page.
        if (!element || element === document.body) return ''
        const { outlineStyle } = getComputedStyle(element)
        const label = element.textContent?.trim() || element.id || element.tagName
        return `${outlineStyle === 'none' ? 'invisible: ' : ''}${label}`
      })
      if (name === '') break
      reached.add(name)
    }
    const all = [...reached].join('\n')
    expect(all).not.toContain('invisible')
    for (const name of ['query', 'Search', 'lines', 'newest first', 'by document', 'Next', 'CSV'])
      expect(all).toContain(name)
  })
})
