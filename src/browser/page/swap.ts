/** Longer than this nobody waits. */
const PATIENCE_MS = 20_000

/**
 * Fetches a page of the server.
 *
 * @throws where there is no answer, or it is none of our pages.
 */
export async function fetchPage(address: string, signal: AbortSignal): Promise<Document> {
  const response = await fetch(address, {
    headers: { Accept: 'text/html' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  })
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (!page.querySelector('main form.search-form')) throw new Error('This is no search page.')
  return page
}

/**
 * Puts the main part of another page in the place of this one's; only the row with the query stays, so that typing is
 * never disturbed.
 *
 * @returns where the focus is then: on what it was on, or on something else.
 */
export function showPage(page: Document): 'same' | 'elsewhere' {
  const key = keyOf(document.activeElement)
  document.querySelector('.failure')?.remove()
  for (const part of ['main', 'main search', 'main form.search-form']) replaceAround(part, page)
  document.title = page.title
  document.body.className = page.body.className
  const [header, nextHeader] = [document, page].map((each) => each.querySelector('header'))
  if (header && nextHeader) header.replaceWith(nextHeader)
  return restoreFocus(key)
}

/** What stays where it is, with what is above it. */
const KEPT = 'search, form.search-form, .query-row'

/** Replaces all children but the one that stays. */
function replaceAround(selector: string, page: Document): void {
  const now = document.querySelector(selector)
  const next = page.querySelector(selector)
  const kept = now?.querySelector(`:scope > :is(${KEPT})`)
  const counterpart = next?.querySelector(`:scope > :is(${KEPT})`)
  if (!now || !next || !kept || !counterpart) return
  for (const child of [...now.childNodes]) if (child !== kept) child.remove()
  const children = [...next.childNodes]
  const place = children.indexOf(counterpart)
  kept.before(...children.slice(0, place))
  kept.after(...children.slice(place + 1))
}

/** What tells an element that can have the focus from others, on this page and the next. */
function keyOf(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement)) return undefined
  const { key } = element.dataset
  if (key !== undefined) return `[data-key="${CSS.escape(key)}"]`
  if (element.id !== '') return `#${CSS.escape(element.id)}`
  if (!isField(element) || !element.form || !element.name) return undefined
  const name = `[name="${CSS.escape(element.name)}"]`
  return element.type === 'radio' ? `${name}[value="${CSS.escape(element.value)}"]` : name
}

function isField(
  element: HTMLElement,
): element is HTMLInputElement | HTMLSelectElement | HTMLButtonElement {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLButtonElement
  )
}

function restoreFocus(key: string | undefined): 'same' | 'elsewhere' {
  if (document.activeElement && document.activeElement !== document.body) return 'same'
  const same = key === undefined ? null : document.querySelector<HTMLElement>(key)
  const target =
    same ?? document.querySelector<HTMLElement>('#count') ?? document.querySelector('main')
  // What is folded cannot have the focus.
  const folded = target?.closest('details:not([open])')
  if (folded && !target?.checkVisibility()) folded.toggleAttribute('open', true)
  target?.focus({ preventScroll: true })
  return same ? 'same' : 'elsewhere'
}
