import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { MOUNTED, Site } from '../support/site.js'

describeInBrowser('without JavaScript, the search page', () => {
  let site: Site
  beforeAll(async () => {
    site = await Site.open()
  })
  afterAll(async () => {
    await site.close()
    expect(site.problems).toEqual([])
    expect(site.foreign).toEqual([])
  })

  const show = (path: string) => site.show(path, { javaScriptEnabled: false })
  const count = async (page: Page) => Number.parseInt(await page.locator('h1').innerText(), 10)
  const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

  test('answers what is typed, with the words marked', async () => {
    const page = await show('/')
    await page.getByLabel('Search the passages').fill('short story collection')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(parameters(page).q).toBe('short story collection')
    const first = page.getByRole('article').first()
    expect(await first.getByRole('heading').innerText()).toBe(
      'What remains of the book: Audiard and Bidegain on their adaptation',
    )
    expect(await first.locator('mark').allInnerTexts()).toEqual([
      'short',
      'story',
      'collection',
      'stories',
    ])
    expect(await first.locator('.passage').first().getAttribute('lang')).toBe('en')
    expect(await page.title()).toBe('short story collection · Fundstelle')
  })

  test('is printed as what was asked and what was found', async () => {
    const page = await site.show('/?q=whale', {
      javaScriptEnabled: false,
      viewport: { width: 1300, height: 900 },
    })
    const controls = ['.toolbar', '.facets', '.search-options', '.downloads', '.language-links']
    const shown = async (places: string[]) => {
      const visible = await Promise.all(places.map((place) => page.locator(place).isVisible()))
      return places.filter((_, i) => visible[i])
    }
    expect(await shown(controls)).toEqual(controls)
    await page.emulateMedia({ media: 'print' })
    expect(await shown(controls)).toEqual([])
    const rest = ['.query', 'h1', 'article >> nth=0']
    expect(await shown(rest)).toEqual(rest)
  })

  test('restricts the language, and keeps everything else that was chosen', async () => {
    const page = await show('/?q=film&kind=interview&sort=date&ui=de')
    const all = await count(page)
    await page.getByLabel('Deutsch', { exact: true }).first().check()
    await page.getByRole('button', { name: 'Suchen' }).click()
    expect(parameters(page)).toMatchObject({
      kind: 'interview',
      sort: 'date',
      lang: 'de',
      ui: 'de',
    })
    expect(await count(page)).toBeLessThan(all)
    for (const passage of await page.locator('.hit > .passage').all())
      expect(await passage.getAttribute('lang')).toBe('de')
  })

  test('narrows by a facet to as many passages as it says, and back', async () => {
    const page = await show('/?q=film')
    const all = await count(page)
    const value = page.locator('.facet-value', { hasText: 'interview' }).first()
    const said = Number.parseInt(
      await value
        .locator('.facet-count')
        .innerText()
        .then((text) => text.replace(/\D+/g, ' ').trim()),
      10,
    )
    await value.click()
    expect(parameters(page)).toEqual({ q: 'film', kind: 'interview' })
    expect(await count(page)).toBe(said)
    await page.getByRole('link', { name: 'Kind: interview (remove)' }).click()
    expect(parameters(page)).toEqual({ q: 'film' })
    expect(await count(page)).toBe(all)
  })

  test('gives up all restrictions at once', async () => {
    const page = await show('/?q=film&kind=note&tag=music&date=2013&without=Buch&sort=date')
    expect(await page.locator('.chip').count()).toBe(4)
    await page.getByRole('link', { name: 'Remove all' }).click()
    expect(parameters(page)).toEqual({ q: 'film', sort: 'date' })
  })

  test('says why a translation was found, and does without it when asked', async () => {
    const page = await show('/?q=story&lang=de')
    const reason = page.locator('.reason-translation', { hasText: 'Erzählung' }).first()
    expect(await reason.innerText()).toContain('“Erzählung” translates “story”')
    await reason.getByRole('link', { name: 'Not “Erzählung” as a translation' }).click()
    expect(parameters(page).without).toBe('Erzählung')
    expect(await page.locator('mark', { hasText: 'Erzählung' }).count()).toBe(0)
    await page.getByRole('link', { name: /not “Erzählung”/ }).click()
    expect(await page.locator('mark', { hasText: 'Erzählung' }).count()).toBeGreaterThan(0)
  })

  test('says why lines were found, compounds by the part that was, and does without it when asked', async () => {
    const page = await show('/?q=whale&view=kwic')
    await page.getByText('Why this was found').click()
    const reason = page.locator('.reason-translation', { hasText: '“walen” translates “whale”' })
    await reason.getByRole('link', { name: 'Not “walen” as a translation' }).click()
    expect(parameters(page)).toMatchObject({ view: 'kwic', without: 'walen' })
    expect(await page.locator('mark', { hasText: 'Killerwaltrainerin' }).count()).toBe(0)
  })

  test('says where a passage without a mark was found by its counterpart, and only there', async () => {
    const reason = 'Found through the passage that says the same in the other language'
    const page = await show('/?q=whale&cross=only')
    const unmarked = page.getByRole('article').filter({ hasNot: page.locator('mark') })
    expect(await unmarked.count()).toBeGreaterThan(0)
    expect(await page.getByText(reason).count()).toBe(await unmarked.count())
    const filtered = await show('/?q=lang:de')
    expect(await filtered.getByRole('article').count()).toBeGreaterThan(0)
    expect(await filtered.getByText(reason).count()).toBe(0)
  })

  test('finds translations with the rest, only them, or none', async () => {
    const found: number[] = []
    for (const cross of ['find them too', 'find only these', 'leave them out']) {
      const page = await show('/?q=whale')
      await page.getByLabel('Translations').selectOption({ label: cross })
      await page.getByRole('button', { name: 'Search' }).click()
      found.push(await count(page))
    }
    const [both, only, none] = found
    expect([only! > 0, none! > 0]).toEqual([true, true])
    // A passage that only its counterpart finds is named by that, where both are wanted.
    expect(both).toBeGreaterThan(Math.max(only!, none!))
    expect(both).toBeLessThanOrEqual(only! + none!)
  })

  test('pages through all results, each once', async () => {
    const page = await show('/?q=film')
    const total = await count(page)
    const titles: string[] = []
    for (;;) {
      titles.push(
        ...(await page
          .locator('.hit-title a')
          .evaluateAll((all) => all.map((each) => each.getAttribute('href')!))),
      )
      const next = page.getByRole('link', { name: 'Next' })
      if ((await next.count()) === 0) break
      await next.click()
    }
    expect(titles).toHaveLength(total)
    expect(new Set(titles).size).toBe(total)
    expect(await page.locator('[aria-current=page]').innerText()).toBe(
      String(Math.ceil(total / 10)),
    )
  })

  test('shows groups, lines and other orders, one address each', async () => {
    const page = await show('/?q=film')
    await page.getByRole('link', { name: 'by document' }).click()
    expect(parameters(page)).toEqual({ q: 'film', group: 'document' })
    await page
      .getByRole('link', { name: /^All \d+ passages$/ })
      .first()
      .click()
    expect(parameters(page)).toHaveProperty('doc')
    await page.getByRole('link', { name: 'lines', exact: true }).click()
    await page.getByRole('link', { name: 'by the words after' }).click()
    expect(parameters(page)).toMatchObject({ view: 'kwic', sort: 'right' })
    expect(await page.getByRole('row').count()).toBeGreaterThan(1)
    await page.getByRole('link', { name: 'passages', exact: true }).click()
    expect(parameters(page)).toEqual({ q: 'film', doc: expect.any(String) })
  })

  test('unfolds what says the same in the other language', async () => {
    const page = await show('/?q=orca+balcony+killer+whales')
    const counterpart = page.locator('.counterpart').first()
    await counterpart.getByText('The same in German').click()
    expect(await counterpart.locator('.passage').getAttribute('lang')).toBe('de')
    const link = counterpart.getByRole('link', { name: 'Both versions side by side' })
    expect(await link.getAttribute('href')).toMatch(/^\/documents\/.+\/parallel\/.+\?q=/)
  })

  test('leads from beyond the last page back to it', async () => {
    const page = await show('/?q=film&offset=900&ui=en')
    const last = await page.locator('.pages li a').last().getAttribute('href')
    await page.locator('.pages a[rel=prev]').click()
    expect(page.url()).toBe(site.url + last)
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(0)
  })

  test('offers what may be meant, and ways out of finding nothing', async () => {
    const mistyped = await show('/?q=Haupdarstellerin')
    await mistyped.locator('.did-you-mean a').click()
    expect(parameters(mistyped).q).toBe('Hauptdarstellerin')
    const page = await show('/?q=whale&kind=note&speaker=nobody&ui=de')
    expect(await page.locator('h1').innerText()).toBe('Nichts gefunden zu „whale“')
    const way = page.locator('.nothing a', { hasText: 'ohne Eingrenzung' })
    const promised = Number.parseInt(await page.locator('.nothing .quiet').first().innerText(), 10)
    await way.click()
    expect(await count(page)).toBe(promised)
  })

  test('shows remarks at the character where they arise, in the language of the page', async () => {
    const page = await show('/?q=film+(boxing+colour:red&ui=de')
    expect(await page.locator('.spot').allInnerTexts()).toEqual(['(1', 'colour2'])
    expect(await page.locator('.remark-list li').allInnerTexts()).toEqual([
      'Diese Klammer wird nie geschlossen; die Gruppe reicht bis zum Ende.',
      expect.stringContaining('„colour“ ist kein Feld'),
    ])
  })

  test.each(['en', 'de'])(
    'explains in %s how to ask, by examples that find something',
    async (ui) => {
      const page = await show(`/?ui=${ui}`)
      const examples = await page
        .locator('.help dt a, .examples a, .plots a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href')!))
      expect(examples.length).toBeGreaterThan(40)
      for (const example of examples) {
        const html = await (
          await page.request.get(site.url + example, { headers: { Accept: 'text/html' } })
        ).text()
        expect(html, example).toMatch(/class="hits"/)
        expect(html, example).not.toContain('spot-odd')
      }
    },
  )

  test('saves all that was found', async () => {
    const page = await show('/?q=whale&lang=en&without=x&sort=date')
    for (const name of ['CSV', 'JSON Lines']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      expect(new URL(download.url()).search).toBe('?q=whale&lang=en&without=x&sort=date')
      expect(download.suggestedFilename()).toMatch(/^fundstelle\.(csv|jsonl)$/)
    }
  })

  test('works below a prefix, in the language that was chosen', async () => {
    const page = await show(MOUNTED)
    await page.getByRole('link', { name: 'Deutsch' }).first().click()
    await page.getByLabel('In den Texten suchen').fill('Wal')
    await page.getByRole('button', { name: 'Suchen' }).click()
    expect(page.url()).toMatch(new RegExp(`^${site.url}${MOUNTED}/\\?`))
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await count(page)).toBeGreaterThan(0)
  })
})
