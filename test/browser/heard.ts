import type { Page } from 'playwright-core'
import type { FundstelleSearchEventMap } from '../../src/browser/element/public.js'

/**
 * Listens to an event of search boxes on a page.
 *
 * @param pick What to keep of an event's detail.
 * @returns What was kept of the events so far.
 */
export async function heard<Name extends keyof FundstelleSearchEventMap>(
  page: Page,
  name: Name,
  pick: (detail: FundstelleSearchEventMap[Name]['detail']) => unknown,
): Promise<() => Promise<unknown[]>> {
  const kept = await page.evaluateHandle<unknown[]>(`(() => {
    const kept = []
    document.addEventListener('${name}', (event) => kept.push((${pick})(event.detail)))
    return kept
  })()`)
  return () => kept.jsonValue()
}
