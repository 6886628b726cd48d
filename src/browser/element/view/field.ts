import { html, nothing, type TemplateResult } from 'lit/html.js'
import { ariaShortcut, shortcutLabel } from '../shortcut.js'
import type { Strings } from '../strings.js'
import { choiceId } from './context.js'

/** What the field shows and tells. */
export interface Field {
  value: string
  placeholder: string
  shortcut: string
  /** True while there are choices to see. */
  isExpanded: boolean
  active: number
  pending: boolean
  onInput(event: Event): void
  onOpen(): void
  onClear(): void
}

/** The text field: a combobox of WAI-ARIA, its choices in the panel. */
export function fieldView(field: Field, strings: Strings): TemplateResult {
  const { value, shortcut, isExpanded, active } = field
  return html`<div class="field" part="field">
    ${MAGNIFIER}
    <input
      id="query"
      part="input"
      type="text"
      role="combobox"
      inputmode="search"
      enterkeyhint="search"
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      spellcheck="false"
      maxlength="1000"
      aria-label=${strings.label}
      aria-autocomplete="list"
      aria-expanded=${isExpanded}
      aria-controls=${isExpanded ? 'choices' : nothing}
      aria-activedescendant=${isExpanded && active >= 0 ? choiceId(active) : nothing}
      aria-keyshortcuts=${shortcut ? ariaShortcut(shortcut) : nothing}
      placeholder=${field.placeholder || strings.placeholder}
      @input=${field.onInput}
      @compositionend=${field.onInput}
      @focus=${field.onOpen}
      @click=${field.onOpen}
    />
    ${
      value
        ? html`<button class="clear" part="clear" aria-label=${strings.clear} @click=${field.onClear}>${CROSS}</button>`
        : shortcut
          ? html`<kbd part="shortcut" aria-hidden="true">${shortcutLabel(shortcut)}</kbd>`
          : nothing
    }
    <div class="progress" part="progress" ?hidden=${!field.pending}></div>
  </div>`
}

const MAGNIFIER = html`<svg class="magnifier" part="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" /><path d="m13 13 4.5 4.5" /></svg>`

const CROSS = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>`
