import { html, type TemplateResult } from 'lit/html.js'
import { type Context, choiceId } from './context.js'

/** A choice in the list; what is in it cannot be operated by itself. */
export function optionView(
  index: number,
  className: string,
  content: TemplateResult,
  { choices, active, choose }: Context,
): TemplateResult {
  const open = (event: MouseEvent) => {
    if (event.button > 1) return
    event.preventDefault()
    choose(choices[index]!, event.button === 1 || event.ctrlKey || event.metaKey)
  }
  return html`<div
    role="option"
    id=${choiceId(index)}
    class="option ${className}"
    part="option ${className}"
    aria-selected=${index === active}
    @click=${open}
    @auxclick=${open}
    @mousedown=${keepFocus}
  >${content}</div>`
}

/** The field keeps the focus while choices are clicked. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
