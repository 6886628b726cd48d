import { fetchPage, showPage } from './swap.js'
import { announce, textsOf } from './texts.js'

/** After so long without an answer, people are told that it is still being searched. */
const SLOW_MS = 700

/** What is kept of a page in the history. */
interface Visit {
  scroll: number
}

/**
 * Follows the links and the form of the search page without loading it anew: the same addresses, fetched as the same
 * pages. Whatever goes wrong leaves what is there, and says so.
 */
export class Navigation {
  private request: AbortController | undefined

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
  ) {
    history.scrollRestoration = 'manual'
    const visit: Visit | null = history.state
    if (visit) scrollTo(0, visit.scroll)
    addEventListener('pagehide', keepScroll)
    addEventListener('popstate', () => void this.go(location.href, { isBack: true }))
    document.addEventListener('click', (event) => this.followLink(event))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.submit()
    })
    form.addEventListener('change', (event) => this.applyChoice(event))
  }

  /** Asks what the form says. */
  submit(): void {
    const url = new URL(this.form.action)
    for (const [name, value] of new FormData(this.form))
      if (typeof value === 'string' && value.trim() !== '') url.searchParams.append(name, value)
    void this.go(url.href)
  }

  /** A language or a way to translate is chosen: where there are results already, at once. */
  private applyChoice({ target }: Event): void {
    if (target !== this.input && document.querySelector('#count')) this.submit()
  }

  private followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('main a[href]') : null
    if (!(link instanceof HTMLAnchorElement || link instanceof SVGAElement)) return
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    const url = new URL(link.getAttribute('href')!, location.href)
    if (url.hash !== '' || !this.isSearchPage(url)) return
    event.preventDefault()
    void this.go(url.href)
  }

  private isSearchPage({ origin, pathname }: URL): boolean {
    const own = new URL(this.form.action)
    return origin === own.origin && pathname === own.pathname
  }

  private async go(address: string, { isBack = false } = {}): Promise<void> {
    this.request?.abort()
    this.request = new AbortController()
    const { signal } = this.request
    const main = document.querySelector('main')!
    const slow = setTimeout(() => announce(textsOf(this.form).loading), SLOW_MS)
    main.setAttribute('aria-busy', 'true')
    try {
      const page = await fetchPage(address, signal)
      if (signal.aborted) return
      const visit: Visit | null = isBack ? history.state : null
      if (!isBack) {
        keepScroll()
        history.pushState(null, '', address)
      }
      this.showQuery(address, isBack)
      const place = showPage(page)
      if (isBack) scrollTo(0, visit?.scroll ?? 0)
      else if (place === 'elsewhere') scrollTo(0, 0)
      announce(document.querySelector('h1')?.textContent ?? '')
    } catch {
      if (!signal.aborted) this.fail(address, isBack)
    } finally {
      clearTimeout(slow)
      if (!signal.aborted) main.removeAttribute('aria-busy')
    }
  }

  /** The query of the address, unless the next one is being typed already. */
  private showQuery(address: string, isBack: boolean): void {
    const isTyping = document.activeElement === this.input && this.input.value.trim() !== ''
    if (isBack || !isTyping) this.input.value = new URL(address).searchParams.get('q') ?? ''
  }

  private fail(address: string, isBack: boolean): void {
    document.querySelector('.failure')?.remove()
    const { failed, retry } = textsOf(this.form)
    const notice = document.createElement('div')
    notice.className = 'notice failure'
    notice.setAttribute('role', 'alert')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button'
    button.textContent = retry
    button.addEventListener('click', () => void this.go(address, { isBack }))
    notice.append(`${failed} `, button)
    this.form.after(notice)
  }
}

function keepScroll(): void {
  const visit: Visit = { scroll: scrollY }
  history.replaceState(visit, '')
}
