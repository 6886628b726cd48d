import { expect, test } from 'vitest'
import { describeInBrowser, openBrowser } from '../support/browser.js'

describeInBrowser('Chromium', () => {
  test('opens a page', async ({ onTestFinished }) => {
    const browser = await openBrowser()
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    await page.setContent('<title>Fundstelle</title>')
    expect(await page.evaluate(() => document.title)).toBe('Fundstelle')
  })
})
