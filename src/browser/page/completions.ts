import { documentPath } from '../../interface/document-path.js'
import type { Suggestion } from '../../search/suggest.js'
import { choiceAfter, NONE } from '../element/choices.js'
import { announce, textsOf } from './texts.js'

/** Milliseconds without a key before anything is asked. */
const PAUSE_MS = 120
const MOST = 8

/** Completes the query while it is typed: a combobox with a list, as the ARIA Authoring Practices describe it. */
export class Completions {
  private readonly list = document.createElement('ul')
  private suggestions: readonly Suggestion[] = []
  /** Place of the active suggestion. */
  private active = NONE
  private timer: ReturnType<typeof setTimeout> | undefined
  private request: AbortController | undefined

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly submit: () => void,
  ) {
    this.list.id = 'suggestions'
    this.list.className = 'suggestions'
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', textsOf(form).suggestions)
    this.list.hidden = true
    input.after(this.list)
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.list.id)
    input.setAttribute('aria-expanded', 'false')
    input.addEventListener('input', () => this.askSoon())
    input.addEventListener('keydown', (event) => this.onKey(event))
    input.addEventListener('blur', () => this.close())
    form.addEventListener('submit', () => this.close())
    // The field keeps the focus, and with it the list.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.onClick(event))
  }

  private askSoon(): void {
    this.stop()
    if (this.input.value.trim() === '') this.close()
    else this.timer = setTimeout(() => void this.ask(this.input.value), PAUSE_MS)
  }

  private stop(): void {
    clearTimeout(this.timer)
    this.request?.abort()
  }

  private async ask(query: string): Promise<void> {
    this.request = new AbortController()
    const { signal } = this.request
    const url = new URL('suggest', this.form.action)
    url.searchParams.set('q', query)
    url.searchParams.set('limit', String(MOST))
    const lang = new FormData(this.form).get('lang')
    if (typeof lang === 'string' && lang !== '') url.searchParams.set('lang', lang)
    try {
      const response = await fetch(url, { headers: { Accept: 'application/json' }, signal })
      const answer: { suggestions: Suggestion[] } = response.ok
        ? await response.json()
        : { suggestions: [] }
      if (!signal.aborted) this.show(answer.suggestions, query)
    } catch {
      // Completions are a help only: without them, one types on.
      if (!signal.aborted) this.close()
    }
  }

  private show(suggestions: readonly Suggestion[], query: string): void {
    const asked = query.trim().toLowerCase()
    const shown = suggestions.filter(
      ({ type, text }) => type === 'document' || text.toLowerCase() !== asked,
    )
    if (shown.length === 0 || document.activeElement !== this.input) {
      this.close()
      return
    }
    this.suggestions = shown
    this.list.replaceChildren(...shown.map((suggestion, i) => this.option(suggestion, i, query)))
    this.list.hidden = false
    this.input.setAttribute('aria-expanded', 'true')
    this.activate(NONE)
    announce(`${textsOf(this.form).suggestions}: ${shown.length}`)
  }

  private option({ text, type, passages }: Suggestion, i: number, query: string): HTMLLIElement {
    const option = document.createElement('li')
    option.id = `suggestion-${i}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const label = document.createElement('span')
    const isTyped = text.toLowerCase().startsWith(query.toLowerCase()) ? query.length : 0
    const rest = document.createElement('b')
    rest.textContent = text.slice(isTyped)
    label.append(text.slice(0, isTyped), rest)
    const note = document.createElement('span')
    note.className = 'quiet'
    note.textContent = type === 'document' ? textsOf(this.form).document : String(passages)
    option.append(label, ' ', note)
    return option
  }

  private close(): void {
    this.stop()
    this.suggestions = []
    this.list.hidden = true
    this.list.replaceChildren()
    this.input.setAttribute('aria-expanded', 'false')
    this.input.removeAttribute('aria-activedescendant')
    this.active = NONE
  }

  private onKey(event: KeyboardEvent): void {
    if (this.suggestions.length === 0 || event.isComposing) return
    const next = choiceAfter(event.key, this.active, this.suggestions.length)
    if (next !== undefined) this.activate(next)
    else if (event.key === 'Escape') this.close()
    else if (event.key === 'Enter' && this.active !== NONE) this.choose(this.active)
    else return
    event.preventDefault()
  }

  private activate(place: number): void {
    this.active = place
    for (const [i, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(i === place))
      if (i === place) option.scrollIntoView({ block: 'nearest' })
    }
    if (place === NONE) this.input.removeAttribute('aria-activedescendant')
    else this.input.setAttribute('aria-activedescendant', `suggestion-${place}`)
  }

  private onClick({ target }: Event): void {
    const option = target instanceof Element ? target.closest('li') : null
    const place = option ? [...this.list.children].indexOf(option) : -1
    if (place >= 0) this.choose(place)
  }

  private choose(place: number): void {
    const { text, document: found } = this.suggestions[place]!
    this.close()
    if (found) {
      location.assign(new URL(`.${documentPath(found.id)}${this.language()}`, this.form.action))
      return
    }
    this.input.value = text
    this.submit()
  }

  /** The language of the page, where the address says it. */
  private language(): string {
    const language = new FormData(this.form).get('ui')
    return typeof language === 'string' ? `?ui=${encodeURIComponent(language)}` : ''
  }
}
