import { type Choice, choiceAfter, NONE } from './choices.js'
import { isShortcut } from './shortcut.js'
import { choiceId, type ShownReason } from './view/context.js'

/** What the controls need of the element. */
interface Controlled extends EventTarget {
  value: string
  shortcut: string
  readonly root: ShadowRoot
  readonly choices: readonly Choice[]
  requestUpdate(): Promise<void>
  focus(): void
  clear(): void
  search(): void
  choose(choice: Choice, newTab: boolean): void
  /** Told when something else stands in the field. */
  typed(text: string): void
  /** Told when the panel is opened. */
  opened(): void
}

/** What keys and pointers do: with the field, the panel below it, and which of its choices is active. */
export class Controls {
  isOpen = false
  active = NONE
  /** Why a word is marked, where that is shown. */
  reason: ShownReason | undefined

  readonly #element: Controlled

  constructor(element: Controlled) {
    this.#element = element
  }

  /** Takes notice of what is done elsewhere in the page. */
  listen(signal: AbortSignal): void {
    document.addEventListener('pointerdown', this.#onPointerAnywhere, { signal })
    document.addEventListener('keydown', this.#onKeyAnywhere, { signal })
  }

  /** To be called where there are other choices: none is active any more, none explained, and the first is to be seen. */
  release(): void {
    this.active = NONE
    this.reason = undefined
    this.#element.root.querySelector('.panel')?.scrollTo(0, 0)
  }

  readonly explain = (reason?: ShownReason) => {
    this.reason = reason
    this.#element.requestUpdate()
  }

  readonly onInput = (event: Event) => {
    // While characters are composed, what stands in the field is not yet what is meant.
    if (event instanceof InputEvent && event.isComposing) return
    const typed = this.#input!.value
    if (typed === this.#element.value) return
    this.active = NONE
    this.#element.typed(typed)
    this.#open()
  }

  readonly onOpen = () => {
    if (!this.isOpen) this.#open()
  }

  readonly onClear = () => {
    this.#element.clear()
    this.#element.focus()
  }

  readonly onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const isHandled = event.key === 'Escape' ? this.#stepBack() : this.#onFieldKey(event)
    if (!isHandled) return
    event.preventDefault()
    event.stopPropagation()
  }

  readonly onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.#element.root.contains(relatedTarget)) this.#close()
  }

  get #input(): HTMLInputElement | null {
    return this.#element.root.querySelector('input')
  }

  #open(): void {
    this.isOpen = true
    this.#element.opened()
    this.#element.requestUpdate()
  }

  #close(): void {
    this.isOpen = false
    this.release()
    this.#element.requestUpdate()
  }

  /** Escape takes back one thing at a time: a reason that is shown, the panel, what was typed. */
  #stepBack(): boolean {
    if (this.reason) this.explain()
    else if (this.isOpen) {
      this.#element.focus()
      this.#close()
    } else if (this.#element.value) this.#element.clear()
    else return false
    return true
  }

  /** Keys of the field; Up and Down lead back to it from what stands beside a result. */
  #onFieldKey(event: KeyboardEvent): boolean {
    const { key } = event
    const isInField = event.target === this.#input
    const isVertical = key === 'ArrowDown' || key === 'ArrowUp'
    if (event.shiftKey || event.altKey || !(isInField || isVertical)) return false
    if (key === 'Enter') return this.#enter(event.ctrlKey || event.metaKey)
    if (event.ctrlKey || event.metaKey) return false
    if (isVertical && !this.isOpen) {
      this.#open()
      return true
    }
    const next = choiceAfter(key, this.active, this.isOpen ? this.#element.choices.length : 0)
    if (next !== undefined) this.#activate(next)
    // Where the caret is moved, the choice is over.
    else if (/^Arrow(Left|Right)$/.test(key)) this.#activate(NONE)
    return next !== undefined
  }

  #enter(newTab: boolean): boolean {
    const choice = this.isOpen ? this.#element.choices[this.active] : undefined
    if (choice) this.#element.choose(choice, newTab)
    else this.#element.search()
    return true
  }

  async #activate(index: number): Promise<void> {
    this.active = index
    this.reason = undefined
    this.#element.focus()
    await this.#element.requestUpdate()
    this.#element.root.querySelector(`#${choiceId(index)}`)?.scrollIntoView({ block: 'nearest' })
  }

  readonly #onPointerAnywhere = (event: PointerEvent) => {
    if (this.isOpen && !event.composedPath().includes(this.#element)) this.#close()
  }

  readonly #onKeyAnywhere = (event: KeyboardEvent) => {
    if (!isShortcut(event, this.#element.shortcut)) return
    event.preventDefault()
    this.#element.focus()
  }
}
