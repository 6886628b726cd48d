import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { onStage, type Stage, violationsOf } from '../support/stage.js'

/** Brings the box into a state. */
type State = (page: Page) => Promise<void>

const typed =
  (query: string, waitFor: string): State =>
  async (page) => {
    await page.getByRole('combobox').fill(query)
    await page.locator(waitFor).first().waitFor()
    await page.locator('.progress').waitFor({ state: 'hidden' })
  }

/** The states of the box, each in the language of a page. */
const STATES: Record<string, State> = {
  closed: async (page) => page.locator('fundstelle-search input').waitFor(),
  idle: (page) => page.getByRole('combobox').focus(),
  results: typed('short story collection', '.passage'),
  'an active choice': async (page) => {
    await typed('Kurzgeschichten', '.passage')(page)
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown')
  },
  'a reason and a counterpart': async (page) => {
    await typed('short story collection', '.passage')(page)
    await page.locator('[part=fold]').first().click()
    await page.locator('.counterpart .excerpt').waitFor()
    await page.locator('[part=translation]').first().hover()
    await page.getByRole('tooltip').waitFor()
  },
  'a word that is switched off': async (page) => {
    await typed('short story collection', '.passage')(page)
    await page.locator('[part=translation]').first().click()
    await page.locator('.switched-off').waitFor()
  },
  'a correction': typed('Hauptdarsteleri', '.correction'),
  'nothing found': typed('xylophone', '.message'),
  'nothing found in one language': async (page) => {
    await page.locator('fundstelle-search').evaluate((box) => box.setAttribute('cross', 'off'))
    await typed('xylophone', '[part=widen]')(page)
  },
  loading: async (page) => {
    await page.route('**/search?**', () => {})
    await page.getByRole('combobox').fill('film')
    await page.locator('.loading').waitFor()
  },
  failed: async (page) => {
    await page.route('**/search?**', (route) => route.fulfill({ status: 500 }))
    await typed('film', '.failure')(page)
  },
  offline: async (page) => {
    await page.context().setOffline(true)
    await typed('film', '.failure')(page)
  },
}

describeInBrowser('for everybody', () => {
  let stage: Stage
  onStage((opened) => {
    stage = opened
  })

  const BOX =
    '<fundstelle-search examples="killer whale, Türsteher" shortcut="/" cross="auto"></fundstelle-search>'

  test.each(Object.keys(STATES))('axe-core has nothing to say: %s', async (state) => {
    for (const [lang, colorScheme, width] of [
      ['en', 'light', 1440],
      ['de', 'dark', 320],
    ] as const) {
      const page = await stage.show(BOX, { lang, colorScheme, viewport: { width, height: 800 } })
      await STATES[state]!(page)
      expect(await violationsOf(page), `${lang}, ${colorScheme}`).toEqual([])
      expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0)
    }
  })

  test.each(Object.keys(STATES))('what can be pressed is 44 pixels large: %s', async (state) => {
    const page = await stage.show(BOX, { viewport: { width: 320, height: 800 } })
    await STATES[state]!(page)
    const targets = page.locator('button:visible, a:visible, input:visible, [role=option]:visible')
    const small = await page.locator('fundstelle-search').evaluate((box) =>
      [...box.shadowRoot!.querySelectorAll('button, a, .field, [role=option]')].flatMap(
        (target) => {
          const { width, height } = target.getBoundingClientRect()
          return width < 44 || height < 43.9 ? [`${target.className} ${width} × ${height}`] : []
        },
      ),
    )
    expect(await targets.count()).toBeGreaterThan(0)
    expect(small).toEqual([])
  })

  test('a screen reader meets a combobox with a list of options, and what is beside them outside of it', async () => {
    const page = await stage.show(BOX)
    await STATES.results!(page)
    const tree = await accessibilityTree(await page.context().newCDPSession(page))
    const field = tree.find(({ role }) => role === 'combobox')!
    expect(field).toMatchObject({ name: 'Search', expanded: true, value: 'short story collection' })
    const list = tree.find(({ role }) => role === 'listbox')!
    const inList = tree.filter(({ parent }) => parent === list.id)
    expect(inList.length).toBe(await page.getByRole('option').count())
    expect(inList.every(({ role }) => role === 'option')).toBe(true)
    expect(inList[0]!.name).toContain('What remains of the book')
    const inOptions = tree.filter(({ parent }) => inList.some(({ id }) => id === parent))
    expect(inOptions.filter(({ role }) => ['button', 'link'].includes(role))).toEqual([])
    const buttons = tree.filter(({ role }) => role === 'button').map(({ name }) => name)
    expect(buttons).toContain('The same in German')
    expect(buttons.some((name) => /^collection → sammlung.*Search without it$/.test(name))).toBe(
      true,
    )
  })

  test('a voice hears how many passages there are, after a pause, and nothing of the list', async () => {
    const page = await stage.show(BOX)
    const status = page.getByRole('status')
    await page.getByRole('combobox').pressSequentially('Türsteher', { delay: 30 })
    await page.locator('.passage').first().waitFor()
    await expect.poll(() => status.textContent()).toMatch(/^\d+ passages?$/)
    await page.getByRole('combobox').fill('xylophone')
    await expect.poll(() => status.textContent()).toBe('Nothing found for “xylophone”.')
    expect(await page.locator('[aria-live], [role=alert], [role=log]').count()).toBe(0)
    expect(await status.count()).toBe(1)
  })

  test('the box speaks the language of the page, or its own, and passages theirs', async () => {
    const page = await stage.show(
      `${BOX}<div lang="en"><fundstelle-search></fundstelle-search></div><fundstelle-search lang="en-GB"></fundstelle-search><p lang="fr"><fundstelle-search></fundstelle-search></p>`,
      { lang: 'de-AT' },
    )
    const names = () =>
      page
        .getByRole('combobox')
        .evaluateAll((fields) => fields.map((field) => field.getAttribute('aria-label')))
    expect(await names()).toEqual(['Suche', 'Search', 'Search', 'Search'])
    expect(
      await page
        .locator('.box')
        .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('lang'))),
    ).toEqual(['de', 'en', 'en', 'en'])
    await page
      .locator('fundstelle-search')
      .nth(2)
      .evaluate((box) => box.setAttribute('lang', 'de'))
    await expect.poll(names).toEqual(['Suche', 'Search', 'Suche', 'Search'])
    await page.getByRole('combobox').first().fill('Kurzgeschichten')
    await page.locator('.passage').first().waitFor()
    const languages = await page
      .locator('.passage')
      .evaluateAll((passages) =>
        passages.map((passage) => [
          passage.querySelector('.excerpt')!.getAttribute('lang'),
          passage.querySelector('.badge .hidden')!.textContent,
          passage.querySelector('.title')!.getAttribute('lang'),
        ]),
      )
    expect(new Set(languages.map(String))).toEqual(new Set(['de,Deutsch,de', 'en,Englisch,en']))
    const about = (await page.locator('.meta').allInnerTexts()).join('\n')
    expect(about).toContain('Stellungnahme')
    expect(about).not.toContain('statement')
  })

  test('marks and the active choice can be told apart where the system decides the colours', async () => {
    const page = await stage.show(BOX, { forcedColors: 'active' })
    await STATES['an active choice']!(page)
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (element, property) => getComputedStyle(element).getPropertyValue(property),
          property,
        )
    expect(await style('mark.translation', 'border-bottom-style')).toBe('double')
    expect(await style('mark.exact', 'border-bottom-style')).toBe('none')
    expect(await style('.result:has([aria-selected=true])', 'outline-style')).toBe('solid')
  })

  test('nothing moves for those who do not want that', async () => {
    const page = await stage.show(BOX, { reducedMotion: 'reduce' })
    await STATES.loading!(page)
    const running = await page
      .locator('fundstelle-search')
      .evaluate(
        (box) =>
          (box.shadowRoot! as ShadowRoot & DocumentOrShadowRoot)
            .getAnimations()
            .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0).length,
      )
    expect(running).toBe(0)
  })

  test('those who want more contrast have text in one colour', async () => {
    const page = await stage.show(BOX, { contrast: 'more' })
    await STATES['a reason and a counterpart']!(page)
    const colour = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color)
    expect(await colour('.meta')).toBe(await colour('.title'))
    expect(await violationsOf(page)).toEqual([])
  })

  test.each([320, 768, 1440, 3840])('everything is inside a window of %i pixels', async (width) => {
    const page = await stage.show(
      `<div style="display: flex; justify-content: end"><fundstelle-search style="width: 12rem"></fundstelle-search></div>`,
      { viewport: { width, height: 900 } },
    )
    await STATES['a reason and a counterpart']!(page)
    const { left, right } = await page
      .locator('.panel')
      .evaluate((panel) => panel.getBoundingClientRect().toJSON())
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0)
  })

  test('at a zoom of 400 % the choices can still be reached', async () => {
    // 1280 × 1024 pixels at 400 %.
    const page = await stage.show(BOX, {
      viewport: { width: 320, height: 256 },
      deviceScaleFactor: 4,
    })
    await STATES.results!(page)
    await page.keyboard.press('ArrowDown')
    await expect
      .poll(() =>
        page.getByRole('option', { selected: true }).evaluate((option) => {
          const { top } = option.getBoundingClientRect()
          return top >= 0 && top < innerHeight
        }),
      )
      .toBe(true)
    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0)
  })
})

/** By how much a page must be scrolled sideways. */
function widthBeyondWindow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/** What the browser tells assistive technology: nodes that are not ignored. */
async function accessibilityTree(session: CDPSession) {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const parentOf = (id: string | undefined): string | undefined => {
    const node = id === undefined ? undefined : byId.get(id)
    return node?.ignored || node?.role?.value === 'none' ? parentOf(node.parentId) : node?.nodeId
  }
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ nodeId, parentId, role, name, value, properties }) => ({
      id: nodeId,
      parent: parentOf(parentId),
      role: String(role?.value),
      name: String(name?.value ?? ''),
      value: value?.value,
      expanded: properties?.find(({ name }) => name === 'expanded')?.value.value,
    }))
}
