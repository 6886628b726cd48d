import { render, type TemplateResult } from 'lit/html.js'
import { propertyOf } from './attribute-names.js'

/**
 * An element that draws itself into a shadow root, once for all changes of a turn: the part of LitElement that a search
 * box needs. The whole of it would be a sixth of all that a page has to load.
 */
export abstract class RenderedElement extends HTMLElement {
  readonly root = this.attachShadow({ mode: 'open' })

  readonly #values = new Map<string, unknown>()
  #changed = new Set<string>()
  #drawing: Promise<void> | undefined

  constructor(styles: string) {
    super()
    // A sheet that a script builds needs no permission of the page's Content-Security-Policy.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    this.root.adoptedStyleSheets = [sheet]
  }

  connectedCallback(): void {
    this.requestUpdate()
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'lang') this.requestUpdate()
    else Reflect.set(this, propertyOf(name), value)
  }

  /** Draws at the end of this turn; resolves then. */
  requestUpdate(): Promise<void> {
    this.#drawing ??= Promise.resolve().then(() => {
      this.#drawing = undefined
      this.#update()
    })
    return this.#drawing
  }

  /** What there is to see. */
  protected abstract draw(): TemplateResult

  /** Called once it is drawn, with the names of properties that have changed. */
  protected abstract drawn(changed: ReadonlySet<string>): void

  #update(): void {
    if (!this.isConnected) return
    const changed = this.#changed
    this.#changed = new Set()
    render(this.draw(), this.root)
    this.drawn(changed)
  }

  /**
   * Makes properties of names and defaults: each can be set as an attribute as well, and a change is drawn. Null and
   * undefined stand for the default; where that is a number, so is whatever an attribute says.
   */
  protected static define(prototype: RenderedElement, defaults: Record<string, unknown>): void {
    for (const [name, fallback] of Object.entries(defaults))
      Object.defineProperty(prototype, name, {
        get(this: RenderedElement) {
          const value = this.#values.get(name) ?? fallback
          return typeof fallback === 'number' ? Number(value) : value
        },
        set(this: RenderedElement, value: unknown) {
          this.#values.set(name, value)
          this.#changed.add(name)
          this.requestUpdate()
        },
      })
  }

  /** Takes up what was set before the element was defined, past its accessors. */
  protected takeUp(names: readonly string[]): void {
    for (const name of names) {
      if (!Object.hasOwn(this, name)) continue
      const value: unknown = Reflect.get(this, name)
      Reflect.deleteProperty(this, name)
      Reflect.set(this, name, value)
    }
  }
}
