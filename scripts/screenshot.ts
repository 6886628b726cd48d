import { fileURLToPath } from 'node:url'
import { Site } from '../test/support/site.js'
import { Stage } from '../test/support/stage.js'

/** Takes the pictures that the README shows, of the sample texts: `npm run build && npx tsx scripts/screenshot.ts`. */
await takeSearchBox()
await takePages()

async function takeSearchBox(): Promise<void> {
  const stage = await Stage.open()
  const page = await stage.show('<fundstelle-search limit="3"></fundstelle-search>', {
    viewport: { width: 860, height: 800 },
  })
  await page.getByRole('combobox').fill('short story collection')
  await page.locator('.passage').first().waitFor()
  await page.locator('mark.translation', { hasText: 'sammlung' }).first().hover()
  await page.getByRole('tooltip').waitFor()
  const clip = { x: 0, y: 75, width: 860, height: 716 }
  await page.screenshot({ path: picture('search-box'), clip })
  await stage.close()
}

async function takePages(): Promise<void> {
  const site = await Site.open()
  const viewport = { width: 1200, height: 860 }
  const page = await site.show('/?q=love+story&kind=transcript', { viewport })
  await page.screenshot({ path: picture('search-page') })
  await page.goto(
    `${site.url}/documents/audiard-biography/parallel/notes/biography.de?q=father+screenplay`,
  )
  // No picture of a page that says that there is none.
  await page.locator('.parallel-rows').waitFor()
  await page.screenshot({ path: picture('side-by-side') })
  await site.close()
}

function picture(name: string): string {
  return fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url))
}
