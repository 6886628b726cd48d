import { html, nothing } from 'lit/html.js'
import { allAddress, choiceAddress, type SearchDone, serverAddress } from './addresses.js'
import { Announcer } from './announcer.js'
import { type Choice, choicesOf } from './choices.js'
import { Controls } from './controls.js'
import { Conversation } from './conversation.js'
import { Counterparts } from './counterparts.js'
import { tell } from './events.js'
import type { SearchFailure } from './failure.js'
import { interfaceLanguageOf } from './interface-language.js'
import { OfferedQueries } from './offered-queries.js'
import { placePanel, placeReason } from './placement.js'
import { listOf, numberOf, objectOf, SearchProperties } from './properties.js'
import type { FundstelleSearchElement } from './public.js'
import { conditionsOf, type Refinement, UNREFINED } from './refinement.js'
import { type Answer, type Parameters, queryString } from './server.js'
import { fill, stringsFor } from './strings.js'
import type { Context } from './view/context.js'
import { fieldView } from './view/field.js'
import { failureText } from './view/message.js'
import { countOf, panelView } from './view/panel.js'

/** With another of these the same query has another answer. */
const CONDITIONS = ['endpoint', 'cross', 'kind', 'speaker', 'doc', 'limit']

/** The element: joins the field, the conversation with the server and the panel. */
export class SearchElement extends SearchProperties implements FundstelleSearchElement {
  readonly #controls = new Controls(this)
  readonly #conversation = new Conversation(this)
  readonly #counterparts = new Counterparts(this)
  readonly #offered = new OfferedQueries(this)
  readonly #announcer = new Announcer(this)
  #listening = new AbortController()
  #refinement = UNREFINED
  // What comes or goes above the field moves it. Later, because the panel may change what is observed.
  readonly #pageSize = new ResizeObserver(() => setTimeout(this.#place))

  override connectedCallback(): void {
    super.connectedCallback()
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.#controls.listen(signal)
    addEventListener('online', this.#onOnline, { signal })
    addEventListener('resize', this.#place, { signal })
    // Whatever is scrolled: that does not bubble.
    addEventListener('scroll', this.#place, { signal, capture: true })
    this.#pageSize.observe(document.documentElement)
  }

  disconnectedCallback(): void {
    this.#listening.abort()
    this.#pageSize.disconnect()
    this.#conversation.stop()
    this.#counterparts.forget()
    this.#controls.isOpen = false
  }

  async search(query: string = this.value) {
    this.value = query
    if (this.#isBlank) {
      this.clear()
      return undefined
    }
    this.#controls.isOpen = true
    return (await this.#conversation.ask(query))?.response
  }

  clear(): void {
    this.value = ''
    this.#refinement = UNREFINED
    this.#controls.release()
    this.#conversation.forget()
    this.#counterparts.forget()
    this.#announcer.say('')
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options)
  }

  /** For the conversation: parameters of a search besides the query. */
  parameters(): Parameters {
    return { ...this.#conditions, prefix: 'true', limit: numberOf(this.limit, 1, 100, 8) }
  }

  willAsk(query: string): boolean {
    return tell(this, 'fundstelle:search', { query })
  }

  answered({ query, response }: Answer): void {
    this.#controls.release()
    tell(this, 'fundstelle:results', { query, response }, false)
    const { total } = response
    const context = this.#context()
    this.#announcer.say(
      total === 0 ? fill(context.strings.nothing, { query }) : countOf(response, context),
    )
  }

  failed(error: SearchFailure): void {
    const isShown = tell(this, 'fundstelle:error', { query: this.value, error })
    if (isShown) this.#announcer.say(failureText(error, this.#context()))
    else this.#conversation.dismiss()
  }

  /** For the controls: what there is to choose. */
  get choices(): Choice[] {
    const { answer } = this.#conversation
    return choicesOf(this.value, answer, listOf(this.examples ?? this.#offered.queries))
  }

  choose(choice: Choice, newTab: boolean): void {
    if (choice.type === 'query') {
      this.focus()
      this.search(choice.query)
      return
    }
    const hit = choice.type === 'passage' ? choice.hit : null
    const { id, title } = choice.type === 'passage' ? choice.hit.document : choice.document
    const search = this.#done
    const url = choiceAddress(this.resultHref, search, { id, title }, hit)
    const detail = { query: search.query, hit, document: { id, title }, url, newTab }
    if (!tell(this, 'fundstelle:select', detail) || !url) return
    if (newTab) open(url, '_blank', 'noopener')
    else location.assign(url)
  }

  typed(text: string): void {
    if (text.trim() === '') this.clear()
    else this.#conversation.askSoon(text)
    this.value = text
  }

  opened(): void {
    const { answer, pending } = this.#conversation
    if (!this.#isBlank && !pending && answer?.query !== this.value)
      this.#conversation.ask(this.value)
    // What the whole collection has may not be found with filters.
    if (this.examples === null && !queryString(this.#conditions))
      this.#offered.ask(this.#listening.signal)
  }

  protected override drawn(changed: ReadonlySet<string>): void {
    const input = this.#input
    if (input && input.value !== this.value) input.value = this.value
    const { reason } = this.#controls
    if (reason) placeReason(this.root, reason.beside)
    if (changed.has('endpoint')) {
      this.#counterparts.forget()
      this.#offered.queries = []
    }
    const isAnotherSearch = CONDITIONS.some((name) => changed.has(name))
    const { answer, failure } = this.#conversation
    if (isAnotherSearch && (answer || failure) && !this.#isBlank) this.#conversation.ask(this.value)
    this.#place()
  }

  protected override draw() {
    const context = this.#context()
    const { isOpen, onKey, onFocusOut } = this.#controls
    const content = {
      typed: this.value,
      conversation: this.#conversation,
      mayWiden: this.#conditions.cross !== '',
      allAddress: allAddress(this.allHref, this.#done),
    }
    return html`<div class="box ${this.theme}" part="box" lang=${context.language} @keydown=${onKey} @focusout=${onFocusOut}>
      ${fieldView(this, this.#controls, this.#conversation.pending, context)}
      ${isOpen ? html`<div class="panel" part="panel">${panelView(content, context)}</div>` : nothing}
      <div class="hidden" role="status">${this.#announcer.text}</div>
    </div>`
  }

  get #isBlank(): boolean {
    return this.value.trim() === ''
  }

  get #conditions(): Parameters {
    return conditionsOf(this, this.#refinement)
  }

  /** The search that is answered; that for what was typed where none is. */
  get #done(): SearchDone {
    return {
      endpoint: this.endpoint,
      query: this.#conversation.answer?.query ?? this.value,
      conditions: queryString(this.#conditions),
    }
  }

  get #input(): HTMLInputElement | null {
    return this.root.querySelector('input')
  }

  #context(): Context {
    const language = interfaceLanguageOf(this)
    const { active, reason, explain } = this.#controls
    return {
      language,
      strings: stringsFor(language, objectOf(this.strings)),
      host: serverAddress(this.endpoint).replace(/^https?:\/\//, ''),
      choices: this.choices,
      active,
      reason,
      counterparts: this.#counterparts,
      choose: (choice, newTab) => this.choose(choice, newTab),
      explain,
      refinement: this.#refinement,
      refine: (change) => this.#refine(change),
    }
  }

  /** Searches again. What was operated is gone with the next results; the focus goes back to the field. */
  #refine(change: Partial<Refinement>): void {
    this.#refinement = { ...this.#refinement, ...change }
    this.#controls.reason = undefined
    this.focus()
    this.search()
  }

  readonly #onOnline = () => {
    if (this.#conversation.failure && !this.#isBlank) this.#conversation.ask(this.value)
  }

  readonly #place = () => placePanel(this.root)
}
