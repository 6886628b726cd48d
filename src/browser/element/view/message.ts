import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { SearchFailure } from '../failure.js'
import { fill } from '../strings.js'
import type { Context } from './context.js'

/** What is wrong, in the language of the interface; what the server says of it follows. */
export function failureText({ reason, detail }: SearchFailure, { strings, host }: Context): string {
  const text = fill(strings[reason], { host, origin: location.origin })
  return detail ? `${text} ${detail}` : text
}

/** There is no answer, and what can be done. */
export function failureView(failure: SearchFailure, context: Context): TemplateResult {
  return html`<div class="message failure" part="message failure">
    <p>${failureText(failure, context)}</p>
    <button class="action" part="retry" @click=${() => context.refine({})}>${context.strings.retry}</button>
  </div>`
}

/** Nothing was found. */
export function nothingView(
  query: string,
  mayWiden: boolean,
  { strings, refine }: Context,
): TemplateResult {
  return html`<div class="message" part="message">
    <p>${fill(strings.nothing, { query })}</p>
    ${mayWiden ? html`<button class="action" part="widen" @click=${() => refine({ cross: 'auto' })}>${strings.bothLanguages}</button>` : nothing}
  </div>`
}
