import { fileURLToPath } from 'node:url'
import { Stage } from '../test/support/stage.js'

const PICTURE = fileURLToPath(new URL('../docs/images/search-box.png', import.meta.url))

/** Takes the picture of the search box that the README shows, of the sample texts: `npx tsx scripts/screenshot.ts`. */
const stage = await Stage.open()
const page = await stage.show('<fundstelle-search limit="3"></fundstelle-search>', {
  viewport: { width: 860, height: 800 },
})
await page.getByRole('combobox').fill('short story collection')
await page.locator('.passage').first().waitFor()
await page.locator('mark.translation', { hasText: 'sammlung' }).first().hover()
await page.getByRole('tooltip').waitFor()
await page.screenshot({ path: PICTURE, clip: { x: 0, y: 75, width: 860, height: 716 } })
await stage.close()
