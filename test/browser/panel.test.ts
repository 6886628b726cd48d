import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { onStage, type Stage, violationsOf } from '../support/stage.js'

const BOX = '<fundstelle-search debounce="0"></fundstelle-search>'
const TALL = '<p style="position: relative; block-size: 3000px; background: silver">Later text</p>'

describeInBrowser('the panel below the field', () => {
  let stage: Stage
  onStage((opened) => {
    stage = opened
  })

  async function opened(page: Page): Promise<Locator> {
    await page.getByRole('combobox').fill('killer whale')
    await page.locator('.passage').first().waitFor()
    return page.locator('.panel')
  }

  /** Whether the panel, and nothing else, is to be seen in its corners and its middle. */
  function isInFront(panel: Locator): Promise<boolean> {
    return panel.evaluate((panel) => {
      const { left, right, top, bottom } = panel.getBoundingClientRect()
      const edge = 12
      const low = Math.min(bottom, innerHeight) - edge
      return [
        [left + edge, top + edge],
        [right - edge, top + edge],
        [left + edge, low],
        [(left + right) / 2, (top + low) / 2],
      ].every(([x, y]) => document.elementFromPoint(x!, y!)?.localName === 'fundstelle-search')
    })
  }

  /** How far below the field it begins, and how far to the right of the field's beginning. */
  async function distance(page: Page) {
    const field = (await page.locator('.field').boundingBox())!
    const panel = (await page.locator('.panel').boundingBox())!
    return {
      below: Math.round(panel.y - field.y - field.height),
      right: Math.round(panel.x - field.x),
    }
  }

  test('is in front of what comes later, below a header that sticks', async () => {
    const page = await stage.show(`<header style="position: sticky; top: 0">${BOX}</header>${TALL}`)
    const panel = await opened(page)
    expect(await isInFront(panel)).toBe(true)
    expect(await distance(page)).toEqual({ below: 4, right: 0 })
    await page.evaluate(() => scrollTo(0, 700))
    await expect.poll(() => distance(page)).toEqual({ below: 4, right: 0 })
    expect(await isInFront(panel)).toBe(true)
  })

  test('is not cut off by what hides what is beyond its edges', async () => {
    const page = await stage.show(
      `<div style="overflow: hidden; block-size: 70px">${BOX}</div>${TALL}`,
    )
    const panel = await opened(page)
    expect((await panel.boundingBox())!.height).toBeGreaterThan(200)
    expect(await isInFront(panel)).toBe(true)
  })

  test('stays with the field, whatever is scrolled or moves', async () => {
    const page = await stage.show(
      `<div id="scroller" style="overflow: auto; block-size: 300px; margin-inline-start: 100px; inline-size: 400px"><div style="block-size: 50px"></div>${BOX}<div style="block-size: 1000px"></div></div>${TALL}`,
    )
    await opened(page)
    const inPlace = () => expect.poll(() => distance(page)).toEqual({ below: 4, right: 0 })
    await inPlace()
    await page.evaluate(() => {
      document.querySelector('#scroller')!.scrollTop = 30
    })
    await inPlace()
    await page.evaluate(() => scrollTo(0, 120))
    await inPlace()
    await page.evaluate(() => document.querySelector('h1')!.remove())
    await inPlace()
  })

  test('goes beyond the end of the page, which then scrolls, where there is little room', async () => {
    const page = await stage.show(`<div style="block-size: 400px"></div>${BOX}`, {
      viewport: { width: 360, height: 560 },
    })
    await opened(page)
    expect((await distance(page)).below).toBe(4)
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect.poll(() => distance(page)).toMatchObject({ below: 4 })
    const { y, height } = (await page.locator('.panel').boundingBox())!
    expect(Math.round(y + height)).toBeLessThanOrEqual(560)
  })

  test('is inside a narrow window, and as wide as its field elsewhere', async () => {
    const narrow = await stage.show(`<div style="margin-inline-start: 200px">${BOX}</div>`, {
      viewport: { width: 360, height: 640 },
    })
    await opened(narrow)
    const { x, width } = (await narrow.locator('.panel').boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(360)
    const wide = await stage.show(BOX, { viewport: { width: 1400, height: 800 } })
    await opened(wide)
    const widths = await wide.evaluate(() =>
      ['.field', '.panel'].map((part) =>
        Math.round(
          document
            .querySelector('fundstelle-search')!
            .shadowRoot!.querySelector(part)!
            .getBoundingClientRect().width,
        ),
      ),
    )
    expect(widths[1]).toBe(widths[0])
  })

  test('lies in a dialog as well, and goes with it', async () => {
    const page = await stage.show(`<dialog>${BOX}<p>Some text of the dialog</p></dialog>`)
    await page.evaluate(() => document.querySelector('dialog')!.showModal())
    const panel = await opened(page)
    expect(await isInFront(panel)).toBe(true)
    await page.evaluate(() => document.querySelector('dialog')!.close())
    expect(await panel.isVisible()).toBe(false)
  })

  test('stays at the field where a browser has no layer for it', async () => {
    const page = await stage.blank()
    await page.addInitScript(() => {
      for (const name of ['popover', 'togglePopover', 'showPopover', 'hidePopover'])
        Reflect.deleteProperty(HTMLElement.prototype, name)
    })
    const { pathname } = new URL((await stage.show(BOX)).url())
    await page.goto(stage.url + pathname)
    const panel = await opened(page)
    expect(await panel.isVisible()).toBe(true)
    expect(await distance(page)).toEqual({ below: 0, right: 0 })
  })

  test('is below the field in pages that are written from right to left', async () => {
    const page = await stage.show(
      `<div dir="rtl" style="margin-inline: 40px 300px">${BOX}</div>${TALL}`,
    )
    await opened(page)
    expect(await distance(page)).toEqual({ below: 4, right: 0 })
  })

  test('has nothing wrong with it for assistive technology', async () => {
    const page = await stage.show(`<header style="position: sticky; top: 0">${BOX}</header>${TALL}`)
    await opened(page)
    await page.keyboard.press('ArrowDown')
    const option = page.getByRole('option', { selected: true })
    expect(await option.count()).toBe(1)
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('.panel').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('fundstelle-search')
  })
})
