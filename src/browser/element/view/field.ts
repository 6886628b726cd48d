import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Controls } from '../controls.js'
import type { SearchProperties } from '../properties.js'
import { ariaShortcut, shortcutLabel } from '../shortcut.js'
import { type Context, choiceId } from './context.js'

/** The text field: a combobox of WAI-ARIA, its choices in the panel. */
export function fieldView(
  { value, placeholder, shortcut }: Pick<SearchProperties, 'value' | 'placeholder' | 'shortcut'>,
  { isOpen, active, onInput, onOpen, onClear }: Controls,
  pending: boolean,
  { strings, choices }: Context,
): TemplateResult {
  const isExpanded = isOpen && choices.length > 0
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
      placeholder=${placeholder || strings.placeholder}
      @input=${onInput}
      @compositionend=${onInput}
      @focus=${onOpen}
      @click=${onOpen}
    />
    ${
      value
        ? html`<button class="clear" part="clear" aria-label=${strings.clear} @click=${onClear}>${CROSS}</button>`
        : shortcut
          ? html`<kbd part="shortcut" aria-hidden="true">${shortcutLabel(shortcut)}</kbd>`
          : nothing
    }
    <div class="progress" part="progress" ?hidden=${!pending}></div>
  </div>`
}

const MAGNIFIER = html`<svg class="magnifier" part="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" /><path d="m13 13 4.5 4.5" /></svg>`

const CROSS = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>`
