import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { onStage, type Stage } from '../support/stage.js'
import { heard } from './heard.js'

const BOX = '<fundstelle-search></fundstelle-search>'

describeInBrowser('while one types', () => {
  let stage: Stage
  onStage((opened) => {
    stage = opened
  })

  const searches = () =>
    stage.requests
      .filter(({ pathname }) => pathname === '/search')
      .map(({ searchParams }) => searchParams.get('q'))

  const options = (page: Page, kind: string) => page.locator(`[role=option].${kind}`)

  test('where passages were not all counted, a plus says so', async () => {
    const page = await stage.show(BOX)
    await page.route('**/search?**', async (route) => {
      const response = await route.fetch()
      const answer = { ...(await response.json()), total: 12_000, exhaustive: false }
      await route.fulfill({ response, json: answer })
    })
    await page.getByRole('combobox').fill('short story')
    await options(page, 'passage').first().waitFor()
    expect(await page.locator('.footer').innerText()).toBe('Show all 12,000+ passages')
  })

  test('passages appear with the matching words marked, and completions', async () => {
    const page = await stage.show(BOX)
    await page.getByRole('combobox').pressSequentially('short story coll')
    await options(page, 'passage').first().waitFor()
    expect(await options(page, 'completion').first().locator('.text').textContent()).toBe(
      'short story collection',
    )
    const first = options(page, 'passage').first()
    expect(await first.locator('.title').textContent()).toBe(
      "Before the film: Craig Davidson's Rust and Bone",
    )
    expect(await first.locator('mark').allTextContents()).toEqual(['short', 'story', 'collection'])
    expect(await first.locator('.meta').innerText()).toMatch(/^EN.*note.*March 2013$/s)
    expect(await first.locator('.excerpt').getAttribute('lang')).toBe('en')
  })

  test('before that there are queries to try: those of the page, or of the server where there are no filters', async () => {
    const page = await stage.show(`${BOX}
      <fundstelle-search examples="orca, Haus"></fundstelle-search>
      <fundstelle-search examples=""></fundstelle-search>
      <fundstelle-search kind="note"></fundstelle-search>`)
    const examples = async (box: number) => {
      await page.getByRole('combobox').nth(box).focus()
      await page.locator('.panel').waitFor()
      return options(page, 'example').allInnerTexts()
    }
    await page.getByRole('combobox').first().focus()
    await options(page, 'example').first().waitFor()
    const offered = await examples(0)
    expect(offered).toHaveLength(3)
    for (const query of offered) {
      const answer = await fetch(`${stage.url}/search?q=${encodeURIComponent(query)}`)
      expect((await answer.json()).total, query).toBeGreaterThan(0)
    }
    stage.requests.length = 0
    expect(await examples(1)).toEqual(['orca', 'Haus'])
    expect(await examples(2)).toEqual([])
    expect(await examples(3)).toEqual([])
    expect(stage.requests).toEqual([])
  })

  test('the server is asked once for what is typed without a pause', async () => {
    const page = await stage.show(BOX)
    await page.getByRole('combobox').focus()
    stage.requests.length = 0
    // In one go, so that there is no pause on a slow machine either.
    await page.evaluate(() => {
      const field = document.querySelector('fundstelle-search')!.shadowRoot!.querySelector('input')!
      for (let length = 1; length <= 'Türsteher'.length; length++) {
        field.value = 'Türsteher'.slice(0, length)
        field.dispatchEvent(new InputEvent('input'))
      }
    })
    await options(page, 'passage').first().waitFor()
    expect(searches()).toEqual(['Türsteher'])
  })

  test('an answer that comes too late is not shown, and is no error', async () => {
    const page = await stage.show('<fundstelle-search debounce="0"></fundstelle-search>')
    const errors = await heard(page, 'fundstelle:error', ({ error }) => error.reason)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/search?q=whale&**', async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    const field = page.getByRole('combobox')
    await field.fill('whale')
    await page.waitForTimeout(100)
    await field.fill('Hauptdarstellerin')
    await options(page, 'passage').first().waitFor()
    release()
    await page.waitForTimeout(300)
    expect(await options(page, 'passage').locator('mark').first().textContent()).toBe(
      'Hauptdarstellerin',
    )
    expect(await errors()).toEqual([])
  })

  test('what was found before stays until there is something new', async () => {
    const page = await stage.show(BOX)
    const field = page.getByRole('combobox')
    await field.fill('whale')
    await options(page, 'passage').first().waitFor()
    await page.route('**/search?**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    })
    const shown = await page.evaluate(async () => {
      const root = document.querySelector('fundstelle-search')!.shadowRoot!
      const look = () => ({
        passages: Array.from(root.querySelectorAll('.passage'), (passage) => passage.textContent),
        isBusy: root.querySelector('[role=listbox]')?.getAttribute('aria-busy'),
      })
      const frames = [look()]
      root.querySelector('input')!.value = 'Türsteher'
      root.querySelector('input')!.dispatchEvent(new InputEvent('input'))
      do {
        await new Promise(requestAnimationFrame)
        frames.push(look())
      } while (frames.at(-1)!.isBusy === 'true')
      return frames
    })
    const [before, ...after] = shown
    const answer = after.pop()!
    expect(before!.isBusy).toBe('false')
    expect(before!.passages.length).toBeGreaterThan(0)
    expect(after.length).toBeGreaterThan(2)
    for (const frame of after) expect(frame).toEqual({ passages: before!.passages, isBusy: 'true' })
    expect(answer.passages[0]).toContain('Türsteher')
  })

  test('a mistyped word is corrected with one choice', async () => {
    const page = await stage.show(BOX)
    await page.getByRole('combobox').fill('Hauptdarsteleri')
    const correction = options(page, 'correction')
    await correction.waitFor()
    expect(await correction.innerText()).toMatch(/^Did you mean Hauptdarsteller\w*\?$/)
    await correction.click()
    await expect.poll(() => page.getByRole('combobox').inputValue()).toMatch(/^Hauptdarsteller/)
    expect(await page.getByRole('combobox').evaluate((field) => field.matches(':focus'))).toBe(true)
  })

  test('where nothing is found it is said, and the other language is offered where it was left out', async () => {
    const page = await stage.show('<fundstelle-search cross="off"></fundstelle-search>')
    await page.getByRole('combobox').fill('xylophone')
    await page.getByText('Nothing found for “xylophone”.').first().waitFor()
    stage.requests.length = 0
    await page.getByRole('button', { name: 'Search in the other language too' }).click()
    await expect.poll(searches).toEqual(['xylophone'])
    expect(
      stage.requests.find(({ pathname }) => pathname === '/search')!.searchParams.has('cross'),
    ).toBe(false)
    await page
      .getByRole('button', { name: 'Search in the other language too' })
      .waitFor({ state: 'detached' })
  })

  test('a translation says what it translates, and can be switched off and on again', async () => {
    const page = await stage.show(BOX)
    await page.getByRole('combobox').fill('short story collection')
    const mark = page.locator('mark.translation', { hasText: 'sammlung' }).first()
    await mark.hover()
    expect(await page.getByRole('tooltip').textContent()).toMatch(
      /^“sammlung” translates “collection” \(dictionary, \d+ %\)\.$/,
    )
    await page
      .getByRole('button', { name: /^collection → sammlung/ })
      .first()
      .click()
    await mark.waitFor({ state: 'detached' })
    expect(
      stage.requests
        .findLast(({ pathname }) => pathname === '/search')!
        .searchParams.getAll('without'),
    ).toEqual(['sammlung'])
    const again = page.getByRole('button', { name: /^sammlung\W+Use it again/ })
    await again.click()
    await mark.waitFor()
    expect(await again.count()).toBe(0)
  })

  test('what is found next is seen from its beginning, however far down one was', async () => {
    const page = await stage.show(BOX, { viewport: { width: 320, height: 500 } })
    await page.getByRole('combobox').fill('short story')
    await options(page, 'passage').nth(5).scrollIntoViewIfNeeded()
    const scrolled = () => page.locator('.panel').evaluate(({ scrollTop }) => scrollTop)
    expect(await scrolled()).toBeGreaterThan(0)
    await page.getByRole('combobox').fill('film')
    await page.locator('.passage', { hasText: 'film' }).first().waitFor()
    await expect.poll(scrolled).toBe(0)
  })

  test('a translation that was switched off stays so in the document that is opened', async () => {
    const page = await stage.show(BOX)
    await page.getByRole('combobox').fill('short story collection')
    await page
      .getByRole('button', { name: /^collection → sammlung/ })
      .first()
      .click()
    await page.locator('.switched-off').waitFor()
    const opened = options(page, 'passage').filter({ hasText: 'Was vom Buch bleibt' }).first()
    await opened.click()
    await page.waitForURL(/\/documents\/.*\?q=short%20story%20collection&without=sammlung#\w{8}$/)
    const marks = page.locator('mark')
    await marks.first().waitFor()
    expect(await marks.allTextContents()).toContain('geschichten')
    expect(await marks.filter({ hasText: 'sammlung' }).count()).toBe(0)
  })

  test('a passage that was found through its counterpart says so, in the words of the results page', async () => {
    const sentences = {
      en: 'Found through the passage that says the same in the other language',
      de: 'Gefunden über die Stelle, die in der anderen Sprache dasselbe sagt',
    }
    for (const lang of ['en', 'de'] as const) {
      const page = await stage.show('<fundstelle-search cross="only"></fundstelle-search>', {
        lang,
      })
      await page.getByRole('combobox').fill('boxing')
      const passage = options(page, 'passage').first()
      expect(await passage.locator('[part=reached]').textContent()).toBe(sentences[lang])
      expect(await passage.locator('mark').count()).toBe(0)
      await page.goto(`${stage.url}/?q=boxing&cross=only&ui=${lang}`)
      expect(await page.locator('.reason').first().textContent()).toBe(sentences[lang])
      const found = await stage.show(BOX, { lang })
      await found.getByRole('combobox').fill('short story')
      await options(found, 'passage').first().waitFor()
      expect(await found.locator('[part=reached]').count()).toBe(0)
    }
  })

  test('a reason stands above the word that it is about, wherever that is', async () => {
    const page = await stage.show('<fundstelle-search></fundstelle-search>', {
      viewport: { width: 320, height: 700 },
    })
    await page.getByRole('combobox').fill('short story collection')
    for (const shown of ['mark.translation', '[part=translation]']) {
      const word = page.locator(shown).first()
      await word.hover()
      const reason = page.getByRole('tooltip')
      const distance = async () => (await word.boundingBox())!.y - (await bottomOf(reason))
      await expect.poll(async () => Math.abs(await distance())).toBeLessThanOrEqual(2)
      const panel = await page.locator('.panel').boundingBox()
      expect((await reason.boundingBox())!.y).toBeGreaterThanOrEqual(panel!.y)
    }
  })

  test('the counterpart of a passage unfolds below it, and folds again', async () => {
    const page = await stage.show(BOX)
    await page.getByRole('combobox').fill('short story collection')
    const fold = page.getByRole('button', { name: 'The same in German' }).first()
    await fold.click()
    const counterpart = page.locator('[part=counterpart]')
    await counterpart.getByText('Was vom Buch bleibt').waitFor()
    expect(await counterpart.locator('.excerpt').getAttribute('lang')).toBe('de')
    expect(await counterpart.locator('.excerpt').textContent()).toContain('Kurzgeschichtensammlung')
    expect(await fold.getAttribute('aria-expanded')).toBe('true')
    await fold.click()
    expect(await counterpart.count()).toBe(0)
  })

  test('filters go with every search, and another filter searches again', async () => {
    const page = await stage.show(
      '<fundstelle-search kind="interview, synopsis" speaker="" limit="2" cross="only"></fundstelle-search>',
    )
    stage.requests.length = 0
    await page.getByRole('combobox').fill('film')
    await options(page, 'passage').first().waitFor()
    const { searchParams } = stage.requests.find(({ pathname }) => pathname === '/search')!
    expect([...searchParams]).toEqual([
      ['q', 'film'],
      ['cross', 'only'],
      ['kind', 'interview'],
      ['kind', 'synopsis'],
      ['prefix', 'true'],
      ['limit', '2'],
    ])
    expect(await options(page, 'passage').count()).toBe(2)
    await page.locator('fundstelle-search').evaluate((box) => box.setAttribute('kind', 'review'))
    await expect.poll(() => page.locator('.passage .meta').first().innerText()).toContain('review')
  })

  test('emptying the field leads back to the beginning', async () => {
    const page = await stage.show(
      '<fundstelle-search examples="killer whale, Türsteher"></fundstelle-search>',
    )
    const field = page.getByRole('combobox')
    await field.focus()
    expect(await options(page, 'example').allInnerTexts()).toEqual(['killer whale', 'Türsteher'])
    await options(page, 'example').last().click()
    expect(await field.inputValue()).toBe('Türsteher')
    await options(page, 'passage').first().waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await field.inputValue()).toBe('')
    expect(await options(page, 'example').count()).toBe(2)
    expect(await options(page, 'passage').count()).toBe(0)
  })

  test('characters that are being composed are not searched', async () => {
    const page = await stage.show('<fundstelle-search debounce="0"></fundstelle-search>')
    stage.requests.length = 0
    await page.getByRole('combobox').focus()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', {
      text: 'Wa',
      selectionStart: 2,
      selectionEnd: 2,
    })
    await page.waitForTimeout(200)
    expect(searches()).toEqual([])
    await session.send('Input.insertText', { text: 'Wal' })
    await expect.poll(searches).toEqual(['Wal'])
  })
})

async function bottomOf(element: Locator): Promise<number> {
  const { y, height } = (await element.boundingBox())!
  return y + height
}
