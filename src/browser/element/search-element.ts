import { html, nothing } from 'lit/html.js'
import { allAddress, choiceAddress, serverAddress } from './addresses.js'
import { Announcer } from './announcer.js'
import { type Choice, choiceAfter, choicesOf, NONE } from './choices.js'
import { Conversation } from './conversation.js'
import { Counterparts } from './counterparts.js'
import type { SearchFailure } from './failure.js'
import { interfaceLanguageOf } from './interface-language.js'
import { place, placeAbove } from './placement.js'
import { listOf, numberOf, objectOf, SearchProperties } from './properties.js'
import type { FundstelleSearchElement, FundstelleSearchEventMap } from './public.js'
import { type Answer, type Parameters, queryString, suggestionsFor } from './server.js'
import { isShortcut } from './shortcut.js'
import { fill, stringsFor } from './strings.js'
import { type Context, choiceId, type ShownReason } from './view/context.js'
import { fieldView } from './view/field.js'
import { failureText } from './view/message.js'
import { countOf, panelView } from './view/panel.js'

/** With another of these the same query has another answer. */
const CONDITIONS = ['endpoint', 'cross', 'kind', 'speaker', 'doc', 'limit']

/** The element: joins the field, the conversation with the server and the panel. */
export class SearchElement extends SearchProperties implements FundstelleSearchElement {
  readonly #conversation = new Conversation(this)
  readonly #counterparts = new Counterparts(this)
  readonly #announcer = new Announcer(this)
  #listening = new AbortController()
  #isOpen = false
  #active = NONE
  #reason: ShownReason | undefined
  #switchedOff: readonly string[] = []
  #isWidened = false
  /** Queries that the server offers. */
  #offered: readonly string[] = []

  override connectedCallback(): void {
    super.connectedCallback()
    this.#listening = new AbortController()
    const { signal } = this.#listening
    document.addEventListener('pointerdown', this.#onPointerAnywhere, { signal })
    document.addEventListener('keydown', this.#onKeyAnywhere, { signal })
    addEventListener('online', this.#onOnline, { signal })
    addEventListener('resize', this.#onResize, { signal })
  }

  disconnectedCallback(): void {
    this.#listening.abort()
    this.#conversation.stop()
    this.#counterparts.forget()
    this.#isOpen = false
  }

  async search(query: string = this.value) {
    this.value = query
    if (this.#isBlank) {
      this.clear()
      return undefined
    }
    this.#isOpen = true
    return (await this.#conversation.ask(query))?.response
  }

  clear(): void {
    this.value = ''
    this.#switchedOff = []
    this.#isWidened = false
    this.#active = NONE
    this.#reason = undefined
    this.#conversation.forget()
    this.#counterparts.forget()
    this.#announcer.say('')
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options)
  }

  /** For the conversation: parameters of a search besides the query. */
  parameters(): Parameters {
    return { ...this.#conditions(), prefix: 'true', limit: numberOf(this.limit, 1, 100, 8) }
  }

  willAsk(query: string): boolean {
    return this.#tell('fundstelle:search', { query }, true)
  }

  answered({ query, response }: Answer): void {
    this.#active = NONE
    this.#reason = undefined
    this.#tell('fundstelle:results', { query, response }, false)
    const { total } = response
    const context = this.#context()
    this.#announcer.say(
      total === 0 ? fill(context.strings.nothing, { query }) : countOf(response, context),
    )
  }

  failed(error: SearchFailure): void {
    const isShown = this.#tell('fundstelle:error', { query: this.value, error }, true)
    if (isShown) this.#announcer.say(failureText(error, this.#context()))
    else this.#conversation.dismiss()
  }

  protected override drawn(changed: ReadonlySet<string>): void {
    const input = this.#input
    if (input && input.value !== this.value) input.value = this.value
    this.#placeReason()
    if (changed.has('endpoint')) {
      this.#counterparts.forget()
      this.#offered = []
    }
    const isAnotherSearch = CONDITIONS.some((name) => changed.has(name))
    const { answer, failure } = this.#conversation
    if (isAnotherSearch && (answer || failure) && !this.#isBlank) this.#conversation.ask(this.value)
    this.#onResize()
  }

  protected override draw() {
    const context = this.#context()
    const { strings, language, choices, active } = context
    const { answer, failure, pending } = this.#conversation
    const field = {
      value: this.value,
      placeholder: this.placeholder,
      shortcut: this.shortcut,
      isExpanded: this.#isOpen && choices.length > 0,
      active,
      pending,
      onInput: this.#onInput,
      onOpen: this.#onOpen,
      onClear: this.#onClear,
    }
    const content = {
      typed: this.value,
      answer,
      failure,
      pending,
      switchedOff: this.#switchedOff,
      mayWiden: this.#crossed !== 'auto',
      allAddress: allAddress(
        this.allHref,
        this.endpoint,
        this.#asked,
        queryString(this.#conditions()),
      ),
    }
    return html`<div class="box ${this.theme}" part="box" lang=${language} @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
      ${fieldView(field, strings)}
      ${this.#isOpen ? html`<div class="panel" part="panel">${panelView(content, context)}</div>` : nothing}
      <div class="hidden" role="status">${this.#announcer.text}</div>
    </div>`
  }

  get #isBlank(): boolean {
    return this.value.trim() === ''
  }

  /** The query that is answered; what was typed where none is. */
  get #asked(): string {
    return this.#conversation.answer?.query ?? this.value
  }

  get #input(): HTMLInputElement | null {
    return this.root.querySelector('input')
  }

  get #choices(): Choice[] {
    return choicesOf(this.value, this.#conversation.answer, listOf(this.examples ?? this.#offered))
  }

  get #crossed() {
    return this.#isWidened ? 'auto' : this.cross
  }

  #context(): Context {
    const language = interfaceLanguageOf(this)
    return {
      language,
      strings: stringsFor(language, objectOf(this.strings)),
      host: serverAddress(this.endpoint).replace(/^https?:\/\//, ''),
      choices: this.#choices,
      active: this.#active,
      reason: this.#reason,
      unfolded: ({ passage }) => this.#counterparts.of(passage.id),
      choose: (choice, newTab) => this.#choose(choice, newTab),
      explain: (reason) => this.#explain(reason),
      switchOff: (word) => this.#switch([...this.#switchedOff, word]),
      switchOn: (word) => this.#switch(this.#switchedOff.filter((other) => other !== word)),
      toggle: (passageId) => this.#counterparts.toggle(passageId),
      widen: () => {
        this.#isWidened = true
        this.#retry()
      },
      retry: () => this.#retry(),
    }
  }

  #conditions(): Parameters {
    return {
      cross: this.#crossed === 'auto' ? '' : this.#crossed,
      kind: listOf(this.kind),
      speaker: listOf(this.speaker),
      doc: listOf(this.doc),
      without: this.#switchedOff,
    }
  }

  #choose(choice: Choice, newTab: boolean): void {
    if (choice.type === 'query') {
      this.focus()
      this.search(choice.query)
      return
    }
    const hit = choice.type === 'passage' ? choice.hit : null
    const { id, title } = choice.type === 'passage' ? choice.hit.document : choice.document
    const query = this.#asked
    const url = choiceAddress(this.resultHref, this.endpoint, query, { id, title }, hit)
    const detail = { query, hit, document: { id, title }, url, newTab }
    if (!this.#tell('fundstelle:select', detail, true) || !url) return
    if (newTab) open(url, '_blank', 'noopener')
    else location.assign(url)
  }

  #switch(words: readonly string[]): void {
    this.#switchedOff = [...new Set(words)]
    this.#reason = undefined
    this.#retry()
  }

  /** What was operated is gone with the next results; the focus goes back to the field. */
  #retry(): void {
    this.focus()
    this.search()
  }

  #explain(reason: ShownReason | undefined): void {
    this.#reason = reason
    this.requestUpdate()
  }

  #tell<Name extends keyof FundstelleSearchEventMap>(
    name: Name,
    detail: FundstelleSearchEventMap[Name]['detail'],
    cancelable: boolean,
  ): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }),
    )
  }

  #open(): void {
    this.#isOpen = true
    this.requestUpdate()
    // What the whole collection has may not be found with filters.
    if (this.examples === null && !this.#offered.length && !queryString(this.#conditions()))
      this.#askForExamples()
  }

  async #askForExamples(): Promise<void> {
    const { endpoint } = this
    const offered = await suggestionsFor(endpoint, '', this.#listening.signal)
    if (endpoint !== this.endpoint) return
    this.#offered = offered.map(({ text }) => text)
    this.requestUpdate()
  }

  #close(): void {
    this.#isOpen = false
    this.#active = NONE
    this.#reason = undefined
    this.requestUpdate()
  }

  readonly #onInput = (event: Event) => {
    // While characters are composed, what stands in the field is not yet what is meant.
    if (event instanceof InputEvent && event.isComposing) return
    const typed = this.#input!.value
    if (typed === this.value) return
    this.#active = NONE
    if (typed.trim() === '') this.clear()
    else this.#conversation.askSoon(typed)
    this.value = typed
    this.#open()
  }

  readonly #onOpen = () => {
    if (this.#isOpen) return
    this.#open()
    const { answer, pending } = this.#conversation
    if (!this.#isBlank && !pending && answer?.query !== this.value)
      this.#conversation.ask(this.value)
  }

  readonly #onClear = () => {
    this.clear()
    this.focus()
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const isHandled = event.key === 'Escape' ? this.#stepBack() : this.#onFieldKey(event)
    if (!isHandled) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Escape takes back one thing at a time: a reason that is shown, the panel, what was typed. */
  #stepBack(): boolean {
    if (this.#reason) this.#explain(undefined)
    else if (this.#isOpen) {
      this.focus()
      this.#close()
    } else if (this.value) this.clear()
    else return false
    return true
  }

  /** Keys of the field; Up and Down lead back to it from what stands beside a result. */
  #onFieldKey(event: KeyboardEvent): boolean {
    const { key } = event
    const isInField = event.target === this.#input
    const isVertical = key === 'ArrowDown' || key === 'ArrowUp'
    if (event.shiftKey || event.altKey || (!isInField && !isVertical)) return false
    if (key === 'Enter') return this.#enter(event.ctrlKey || event.metaKey)
    if (event.ctrlKey || event.metaKey) return false
    if (isVertical && !this.#isOpen) {
      this.#onOpen()
      return true
    }
    const next = choiceAfter(key, this.#active, this.#isOpen ? this.#choices.length : 0)
    if (next !== undefined) this.#activate(next)
    // Where the caret is moved, the choice is over.
    else if (/^Arrow(Left|Right)$/.test(key)) this.#activate(NONE)
    return next !== undefined
  }

  #enter(newTab: boolean): boolean {
    const choice = this.#isOpen ? this.#choices[this.#active] : undefined
    if (choice) this.#choose(choice, newTab)
    else this.search()
    return true
  }

  async #activate(index: number): Promise<void> {
    this.#active = index
    this.#reason = undefined
    this.focus()
    await this.requestUpdate()
    this.root.querySelector(`#${choiceId(index)}`)?.scrollIntoView({ block: 'nearest' })
  }

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.root.contains(relatedTarget)) this.#close()
  }

  readonly #onPointerAnywhere = (event: PointerEvent) => {
    if (this.#isOpen && !event.composedPath().includes(this)) this.#close()
  }

  readonly #onKeyAnywhere = (event: KeyboardEvent) => {
    if (!isShortcut(event, this.shortcut)) return
    event.preventDefault()
    this.focus()
  }

  readonly #onOnline = () => {
    if (this.#conversation.failure && !this.#isBlank) this.#conversation.ask(this.value)
  }

  #placeReason(): void {
    const reason = this.root.querySelector<HTMLElement>('.reason')
    if (reason) placeAbove(reason, this.#reason!.beside)
  }

  readonly #onResize = () => {
    const panel = this.root.querySelector<HTMLElement>('.panel')
    const field = this.root.querySelector('.field')
    if (panel && field) place(panel, field.getBoundingClientRect())
  }
}
