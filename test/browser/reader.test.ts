import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { filler } from '../support/filler.js'
import { Site } from '../support/site.js'

const HOSTILE = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>`

/** So many passages that not all of them are laid out at once. */
const LONG = 600

const FILES = {
  'hostile.md': `---
title: ${JSON.stringify(`Title ${HOSTILE}`)}
kind: ${JSON.stringify(`kind ${HOSTILE}`)}
speakers: [${JSON.stringify(`Ada ${HOSTILE}`)}]
source: ${JSON.stringify(`javascript:${HOSTILE}`)}
tags: [${JSON.stringify(HOSTILE)}]
id: ${JSON.stringify(`odd/"id" & #${HOSTILE}?`)}
---

The harpoon ${HOSTILE} ${filler('en', 1)}
`,
  'long.md': Array.from(
    { length: LONG },
    (_, i) => `${i % 50 === 0 ? 'The lighthouse' : 'The harbour'} ${i} ${filler('en', i)}`,
  ).join('\n\n'),
  ...Object.fromEntries(
    [1, 2, 3].map((number) => [
      `logbook-${number}.md`,
      `---\ntitle: Logbook ${number}\nlanguage: en\n${number > 1 ? 'versionOf: logbook-1\n' : ''}---\n\n${Array.from({ length: 4 }, (_, i) => `${filler('en', 900 + i)} Copy ${number}.`).join('\n\n')}\n`,
    ]),
  ),
  'chapters.md': [
    '# Chapters',
    ...[1, 2].flatMap((i) => [`## Chapter ${i}`, `${filler('en', 700 + i)}`]),
  ].join('\n\n'),
  'talk.md': `---
title: A talk
speakers: [Ada Ember, Bruno Falk]
date: 2012-05-17
language: en
---

Ada Ember: The orca is “here” ${filler('en', 1)}

Bruno Falk: Nothing to be seen ${filler('en', 2)}

Ada Ember: Another orca is there ${filler('en', 3)}

Bruno Falk: The orca again ${filler('en', 4)}
`,
}

const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

describeInBrowser('a reader', () => {
  let site: Site
  beforeAll(async () => {
    site = await Site.open(FILES)
  })
  afterAll(() => site.close())

  const target = (page: Page) =>
    page.evaluate(() => {
      const passage = document.querySelector(':target')
      const passages = [...document.querySelectorAll('.reading-passage')]
      return { place: passages.indexOf(passage!), top: passage?.getBoundingClientRect().top ?? -1 }
    })

  test('reads which of several versions a passage leads to', async () => {
    const page = await site.show('/documents/logbook-1?ui=en', WIDE)
    const links = page
      .locator('.reading-tools')
      .first()
      .getByRole('link', { name: /version/ })
    expect(await links.allInnerTexts()).toEqual([
      'Other version: Logbook 2',
      'Other version: Logbook 3',
    ])
  })

  test('finds the number of a passage beside its heading, below the title as well', async () => {
    const page = await site.show('/documents/chapters?ui=en', WIDE)
    const distances = await page.locator('.reading-passage').evaluateAll((passages) =>
      passages.map((passage) => {
        const top = (selector: string) =>
          passage.querySelector(selector)!.getBoundingClientRect().top
        return top('h3') - top('.reading-number')
      }),
    )
    expect(distances).toHaveLength(2)
    expect(distances[0]).toBeCloseTo(distances[1]!)
  })

  test('goes from one marked passage to the next and back, and is told where', async () => {
    const page = await site.show('/documents/talk?q=orca', WIDE)
    const next = page.getByRole('navigation', { name: 'Marked passages' }).getByRole('button', {
      name: 'Next marked passage',
    })
    const places: number[] = []
    for (let i = 0; i < 4; i++) {
      await next.press('Enter')
      places.push((await target(page)).place)
    }
    expect(places).toEqual([0, 2, 3, 0])
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Marked passage 1 of 3')
    await page.locator('[data-step=previous]').click()
    expect((await target(page)).place).toBe(3)
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    expect(site.problems).toEqual([])
  })

  test('does so without a script, by links', async () => {
    const page = await site.show('/documents/talk?q=orca', { ...WIDE, javaScriptEnabled: false })
    await page.getByRole('link', { name: 'To the first ↓' }).click()
    const first = new URL(page.url()).hash
    await page
      .locator(`[id="${first.slice(1)}"]`)
      .getByLabel('Next marked passage')
      .click()
    const second = new URL(page.url()).hash
    await page
      .locator(`[id="${second.slice(1)}"]`)
      .getByLabel('Previous marked passage')
      .click()
    expect(new URL(page.url()).hash).toBe(first)
    expect(second).not.toBe(first)
  })

  test('copies a citation, by keyboard alone, and hears of it', async () => {
    const page = await site.show('/documents/talk', {
      ...WIDE,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByRole('link', { name: 'Cite passage 1' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.citation summary').first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('English style')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied.')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const [quotation, source] = copied.split('\n')
    expect(quotation).toMatch(/^“The orca is ‘here’ and .*\.”$/)
    expect(source).toMatch(
      /^Ada Ember, in “A talk”, 17 May 2012, document talk, passage \w+, http:\/\/127\.0\.0\.1:\d+\/documents\/talk#\w+ \(accessed .*\)\.$/,
    )
    await page.getByRole('button', { name: 'Copy link' }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/\/documents\/talk#\w+$/)
    await page.getByRole('button', { name: 'Close' }).press('Enter')
    expect(await page.locator('.citation').count()).toBe(0)
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toBe('Cite passage 1')
    await page.goto(link)
    expect((await target(page)).place).toBe(0)
    expect(site.problems).toEqual([])
  })

  test('has the citation selected where nothing may be copied', async () => {
    const page = await site.blank(WIDE)
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('No', 'NotAllowedError')) },
      })
    })
    await page.goto(`${site.url}/documents/talk?ui=de`)
    await page.locator('.cite-link').first().click()
    await page.getByRole('button', { name: 'Zitat kopieren' }).first().click()
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toContain('Der Browser lässt das Kopieren hier nicht zu')
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/^„The orca is ‚here‘/)
    expect(site.problems).toEqual([])
  })

  test('gets the citation as a page where it cannot be fetched, or without a script', async () => {
    const page = await site.blank(WIDE)
    await page.goto(`${site.url}/documents/talk`)
    await page.evaluate(() => {
      window.fetch = () => Promise.reject(new TypeError('offline'))
    })
    await page.locator('.cite-link').first().click()
    await page.waitForURL(/\/citation/)
    const plain = await site.show('/documents/talk?q=orca&ui=de', {
      ...WIDE,
      javaScriptEnabled: false,
    })
    await plain.locator('.cite-link').first().click()
    await plain.waitForURL(/\/citation/)
    expect(await plain.locator('details[open] blockquote').textContent()).toMatch(/^„The orca/)
    expect(await plain.getByRole('button', { name: /kopieren/ }).count()).toBe(0)
    await plain.getByRole('link', { name: 'Zurück zur Stelle' }).click()
    expect(plain.url()).toMatch(/\/documents\/talk\?q=orca&ui=de#\w+$/)
    expect(site.problems).toEqual([])
  })

  test('is not hurt by what texts say', async () => {
    const query = encodeURIComponent(`harpoon ${HOSTILE}`)
    const page = await site.show(`/?q=${query}`, WIDE)
    await page.locator('.hit-title a').first().click()
    await page.waitForURL(/\/documents\/odd\//)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Title ${HOSTILE}`)
    expect(await page.locator('mark').first().textContent()).toBe('harpoon')
    await page.locator('.cite-link').first().click()
    expect(await page.locator('.citation-source').first().textContent()).toContain(HOSTILE)
    const address = await page.locator('.citation-link a').getAttribute('href')
    await page.goto(address!)
    expect(await page.locator(':target').count()).toBe(1)
    const id = encodeURIComponent(
      FILES['hostile.md']
        .match(/^id: (.*)$/m)![1]!
        .slice(1, -1)
        .replaceAll('\\"', '"'),
    )
    await page.goto(`${site.url}/documents/${id}/parallel/talk?q=${query}`)
    expect(await page.locator('.parallel-title').first().textContent()).toContain(HOSTILE)
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(site.problems).toEqual([])
    expect(site.foreign).toEqual([])
  })

  test('arrives at a passage deep in a long document, and at the next one that is marked', async () => {
    const page = await site.show('/documents/long?q=lighthouse', WIDE)
    const id = await page.locator('.reading-passage').nth(437).getAttribute('id')
    await page.goto('about:blank')
    await page.goto(`${site.url}/documents/long?q=lighthouse#${id}`)
    const isAtTop = async (place: number) => {
      const { top, ...found } = await target(page)
      return found.place === place && top > 0 && top < 120
    }
    await expect.poll(() => isAtTop(437)).toBe(true)
    await page.locator('[data-step=next]').click()
    await expect.poll(() => isAtTop(450)).toBe(true)
    await page.locator('[data-step=previous]').click()
    await expect.poll(() => isAtTop(400)).toBe(true)
    expect(site.problems).toEqual([])
  })
})
