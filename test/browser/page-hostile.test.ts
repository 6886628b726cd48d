import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { Site, violationsOf } from '../support/site.js'

const IMAGE = '<img src=x onerror=window.stolen=1>'
const SCRIPT = '<script>window.stolen=1</script>'

/** A text with markup wherever somebody could write it. */
const FILES = {
  'notes/hostile.md': `---
title: 'A title ${IMAGE} ${SCRIPT}'
kind: 'kind"><svg onload=window.stolen=1>'
speakers: ['Mallory ${IMAGE}']
tags: ['tag ${IMAGE}', '"onfocus="window.stolen=1', 'javascript:window.stolen=1']
date: 2012
---

Mallory ${IMAGE}: The harpoon &lt;img src=x onerror=window.stolen=1&gt; is \`${SCRIPT}\` sharp, "quoted' and \`<style>*{display:none}</style>\` hidden, whale.
`,
  'notes/plain.md': '---\ntitle: Plain\nkind: note\n---\n\nA harpoon and a whale.\n',
}

const QUERIES = [
  `harpoon ${IMAGE}`,
  `"><script>window.stolen=1</script>`,
  `kind:"${SCRIPT}" (harpoon`,
  `harpoon "></code>${IMAGE}`,
  `'"--!>${SCRIPT}`,
]

describeInBrowser('what is hostile in texts and queries', () => {
  let site: Site
  beforeAll(async () => {
    site = await Site.open(FILES)
  })
  afterAll(async () => {
    await site.close()
    expect(site.problems).toEqual([])
    expect(site.foreign).toEqual([])
  })

  test.each(['/?q=harpoon', '/?q=harpoon&view=kwic', '/?q=harpoon&group=document', '/', '/?tag=x'])(
    'stays text on %s',
    async (address) => {
      const page = await site.show(address)
      expect(await page.evaluate('window.stolen')).toBeUndefined()
      expect(
        await page.locator('main img, main script, main style, main svg[onload]').count(),
      ).toBe(0)
      expect(await page.locator('main a[href^="javascript"]').count()).toBe(0)
      expect(await violationsOf(page)).toEqual([])
    },
  )

  test('is shown as it was written', async () => {
    const page = await site.show('/?q=harpoon+sharp')
    const hit = page.getByRole('article').filter({ hasText: 'sharp' })
    expect(await hit.getByRole('heading').innerText()).toBe(`A title ${IMAGE} ${SCRIPT}`)
    expect(await hit.locator('.passage').innerText()).toContain(
      '<img src=x onerror=window.stolen=1>',
    )
    expect(await hit.locator('mark').allInnerTexts()).toEqual(['harpoon', 'sharp'])
  })

  test.each(QUERIES)('stays text in the query %s, sent by the script too', async (query) => {
    const page = await site.show(`/?q=${encodeURIComponent(query)}`)
    expect(await page.locator('#query').inputValue()).toBe(query)
    await page.locator('#query').fill(`${query} whale`)
    await page.locator('#query').press('Enter')
    await page.waitForURL((url) => url.searchParams.get('q') === `${query} whale`)
    await page.locator('main:not([aria-busy])').waitFor()
    expect(await page.evaluate('window.stolen')).toBeUndefined()
    expect(await page.locator('main img, main script, main style').count()).toBe(0)
    await page.locator('#query').fill('a titl')
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('option').first().innerText()).toContain(IMAGE)
    expect(await page.evaluate('window.stolen')).toBeUndefined()
  })
})
