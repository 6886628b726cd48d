import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { onStage, type Scene, type Stage } from '../support/stage.js'

const BOX =
  '<fundstelle-search shortcut="/" result-href="/chosen/{+document}#{anchor}"></fundstelle-search><p><a href="#after">After</a></p>'

describeInBrowser('with the keyboard alone', () => {
  let stage: Stage
  onStage((opened) => {
    stage = opened
  })

  async function typed(query: string, body = BOX, scene: Scene = {}): Promise<Page> {
    const page = await stage.show(body, scene)
    await page.keyboard.press('Tab')
    await page.keyboard.type(query)
    await page.getByRole('option').first().waitFor()
    await settled(page)
    return page
  }

  test('arrows go through the choices, by way of the field, and the field keeps the focus', async () => {
    const page = await typed('Hauptdarstellerin')
    const count = await page.getByRole('option').count()
    expect(await activeIndex(page)).toBe(-1)
    for (let i = 0; i < count; i++) {
      await page.keyboard.press('ArrowDown')
      expect(await activeIndex(page)).toBe(i)
    }
    await page.keyboard.press('ArrowDown')
    expect(await activeIndex(page)).toBe(-1)
    await page.keyboard.press('ArrowUp')
    expect(await activeIndex(page)).toBe(count - 1)
    await page.keyboard.press('Home')
    expect(await activeIndex(page)).toBe(0)
    await page.keyboard.press('End')
    expect(await activeIndex(page)).toBe(count - 1)
    expect(await page.getByRole('option', { selected: true }).count()).toBe(1)
    expect(await page.getByRole('combobox').evaluate((field) => field.matches(':focus'))).toBe(true)
  })

  test('the active choice is in view', async () => {
    const page = await typed('film')
    await page.keyboard.press('ArrowUp')
    const isInView = () =>
      page.getByRole('option', { selected: true }).evaluate((option) => {
        const panel = option.closest('.panel')!.getBoundingClientRect()
        const { top, bottom } = option.getBoundingClientRect()
        return top >= panel.top && bottom <= panel.bottom + 1
      })
    await expect.poll(isInView).toBe(true)
  })

  test('Home, End and the sideways arrows move the caret while nothing is active', async () => {
    const page = await typed('film')
    const caret = () =>
      page.getByRole('combobox').evaluate((field) => (field as HTMLInputElement).selectionStart)
    await page.keyboard.press('Home')
    expect(await caret()).toBe(0)
    await page.keyboard.press('End')
    expect(await caret()).toBe(4)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    expect(await caret()).toBe(3)
    expect(await activeIndex(page)).toBe(-1)
  })

  test('Enter opens the active passage at its place in the document', async () => {
    const page = await typed('Türsteher')
    const passages = page.locator('[role=option].passage')
    while ((await page.locator('[role=option].passage[aria-selected=true]').count()) === 0)
      await page.keyboard.press('ArrowDown')
    expect(await passages.count()).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/chosen\/[\w/.-]+#\w{8}$/)
  })

  test('Enter on a completion searches it; without a choice it searches at once', async () => {
    const page = await typed('Hauptdarst')
    await page.keyboard.press('ArrowDown')
    const completion = await page.locator('[aria-selected=true] .text').textContent()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('combobox').inputValue()).toBe(completion)

    const slow = await stage.show('<fundstelle-search debounce="5000"></fundstelle-search>')
    await slow.keyboard.press('Tab')
    await slow.keyboard.type('film')
    await slow.keyboard.press('Enter')
    await slow.locator('.passage').first().waitFor({ timeout: 2_000 })
  })

  test('Escape takes back a reason, then the choices, then what was typed', async () => {
    const page = await typed('short story collection')
    const field = page.getByRole('combobox')
    while (
      (await page.locator('.result:has([aria-selected=true]) [part=translation]').count()) === 0
    )
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.getByRole('tooltip').waitFor()
    const described = await page.evaluate(() =>
      document
        .querySelector('fundstelle-search')!
        .shadowRoot!.activeElement!.getAttribute('aria-describedby'),
    )
    expect(described).toBe(await page.getByRole('tooltip').getAttribute('id'))
    await page.keyboard.press('Escape')
    expect(await page.getByRole('tooltip').count()).toBe(0)
    expect(await page.getByRole('listbox').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').count()).toBe(0)
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    expect(await field.inputValue()).toBe('short story collection')
    await page.keyboard.press('Escape')
    expect(await field.inputValue()).toBe('')
    expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true)
  })

  test('Tab leads to what stands beside the active result, arrows lead back, and Tab out closes', async () => {
    const page = await typed('short story collection')
    const focused = () =>
      page.evaluate(() =>
        document
          .querySelector('fundstelle-search')!
          .shadowRoot!.activeElement?.getAttribute('part'),
      )
    while ((await page.locator('.result:has([aria-selected=true]) [part=fold]').count()) === 0)
      await page.keyboard.press('ArrowDown')
    const active = await activeIndex(page)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('clear')
    await page.keyboard.press('Tab')
    expect(await focused()).toMatch(/fold|translation/)
    expect(
      await page.evaluate(
        () =>
          document
            .querySelector('fundstelle-search')!
            .shadowRoot!.activeElement!.closest('.result')!
            .querySelector('[aria-selected=true]') !== null,
      ),
    ).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('input')
    expect(await activeIndex(page)).toBe(active + 1)
    for (let presses = 0; presses < 10 && (await page.getByRole('listbox').count()) > 0; presses++)
      await page.keyboard.press('Tab')
    expect(
      await page
        .getByRole('link', { name: 'After' })
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
    expect(await page.getByRole('listbox').count()).toBe(0)
  })

  test('a shortcut leads to the field, but not away from what is being typed elsewhere', async () => {
    const page = await stage.show(
      `${BOX}<p><label>Name <input id="name"></label></p><div id="host"></div>`,
    )
    await page.evaluate(() => {
      document
        .querySelector('#host')!
        .attachShadow({ mode: 'open' })
        .append(document.createElement('textarea'))
    })
    for (const other of [page.locator('#name'), page.locator('#host textarea')]) {
      await other.focus()
      await page.keyboard.type('and/or')
      expect(await other.inputValue()).toBe('and/or')
    }
    await page.locator('#name').blur()
    await page.locator('#host textarea').blur()
    await page.keyboard.press('/')
    const field = page.getByRole('combobox')
    expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true)
    expect(await field.inputValue()).toBe('')
    expect(await field.getAttribute('aria-keyshortcuts')).toBe('/')
    await page.keyboard.type('1/2')
    expect(await field.inputValue()).toBe('1/2')
  })

  test('a shortcut with a modifier works from another field too', async () => {
    const page = await stage.show(
      `<fundstelle-search shortcut="mod+k"></fundstelle-search><p><label>Name <input id="name"></label></p>`,
    )
    await page.locator('#name').focus()
    await page.keyboard.press('Control+k')
    expect(await page.getByRole('combobox').evaluate((element) => element.matches(':focus'))).toBe(
      true,
    )
    expect(await page.getByRole('combobox').getAttribute('aria-keyshortcuts')).toBe('Control+K')
  })
})

/** Waits until nothing is being asked. */
async function settled(page: Page): Promise<void> {
  await page.locator('.progress').waitFor({ state: 'hidden' })
}

/** Which option `aria-activedescendant` names, or -1; that one must be selected. */
async function activeIndex(page: Page): Promise<number> {
  const id = await page.getByRole('combobox').getAttribute('aria-activedescendant')
  const ids = await page
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.id))
  const selected = await page
    .getByRole('option', { selected: true })
    .evaluateAll((options) => options.map((option) => option.id))
  expect(selected).toEqual(id === null ? [] : [id])
  return id === null ? -1 : ids.indexOf(id)
}
