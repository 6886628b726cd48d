/**
 * Shows the citation that a link leads to below the passage of the link, or hides it again.
 * Where it cannot be fetched, the browser follows the link.
 */
export async function toggleCitation(link: HTMLAnchorElement): Promise<void> {
  const tools = link.parentElement
  const shown = tools?.nextElementSibling
  if (!tools || link.getAttribute('aria-busy') === 'true') return
  if (shown?.matches('.citation')) {
    closeCitation(shown)
    return
  }
  link.setAttribute('aria-busy', 'true')
  try {
    const citation = await fetchCitation(link.href)
    tools.after(citation)
    link.setAttribute('aria-expanded', 'true')
    citation.querySelector<HTMLElement>('[data-close]')?.removeAttribute('hidden')
    citation.querySelector<HTMLElement>('summary')?.focus()
  } catch {
    location.assign(link.href)
  } finally {
    link.removeAttribute('aria-busy')
  }
}

/** Hides a citation that was shown below its passage; the link that showed it is where one goes on. */
export function closeCitation(citation: Element): void {
  const link = citation.previousElementSibling?.querySelector<HTMLElement>('.cite-link')
  citation.remove()
  link?.removeAttribute('aria-expanded')
  link?.focus()
}

async function fetchCitation(address: string): Promise<Element> {
  const response = await fetch(address, { headers: { Accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const citation = page.querySelector('.citation')
  if (!response.ok || !citation) throw new Error('There is no citation.')
  return document.importNode(citation, true)
}
