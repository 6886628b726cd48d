import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.js'
import { Site } from '../support/site.js'

/** Nothing in it says where it could be broken. */
const LONG = 'x'.repeat(180)

const text = (title: string, language: string, words: string) =>
  `---
title: ${title} ${LONG}
kind: kind${LONG}
speakers: [Ada${LONG}]
tags: [tag${LONG}]
date: 2012-05-17
language: ${language}
---

# Heading${LONG}

Ada${LONG}: ${words} ${LONG}whale
`

const FILES = {
  'one.md': text('One', 'en', 'The whale in the harbour.'),
  'other.md': text('Other', 'de', 'Der Wal im Hafen.').replace('---\n', '---\nversionOf: one\n'),
}

const ADDRESSES = [
  '/',
  '/?q=whale',
  '/?q=whale&view=kwic',
  '/?q=whale&group=document',
  `/?q=whale&without=${LONG}&with=whale:${LONG}`,
  `/?q=("${LONG}&kind=${LONG}&tag=${LONG}&doc=${LONG}`,
  '/documents/one?q=whale',
  '/documents/one/parallel/other?q=whale',
  `/documents/${LONG}`,
]

describeInBrowser('words that are longer than a line', () => {
  let site: Site
  beforeAll(async () => {
    site = await Site.open(FILES)
  })
  afterAll(() => site.close())

  test.each([320, 768, 1440])('are broken, at a width of %i pixels', async (width) => {
    const page = await site.blank({ viewport: { width, height: 800 } })
    for (const address of ADDRESSES) {
      await page.goto(site.url + address)
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '')
      })
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        address,
      ).toBeLessThanOrEqual(width)
    }
    expect(site.problems).toEqual([])
  })
})
