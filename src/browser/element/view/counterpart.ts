import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Hit } from '../../../search/hit.js'
import { SearchFailure } from '../failure.js'
import { fill } from '../strings.js'
import { type Context, percent } from './context.js'
import { badge, languageTag } from './language.js'
import { failureText } from './message.js'
import { singleBreaks } from './passage-text.js'

/** What says the same in other versions, where it is unfolded. */
export function counterpartView(hit: Hit, context: Context): TemplateResult | typeof nothing {
  const unfolded = context.counterparts.of(hit.passage.id)
  if (unfolded === undefined) return nothing
  return html`<div class="counterpart" part="counterpart">${content()}</div>`

  function content() {
    const { strings } = context
    if (unfolded === 'loading') return html`<p class="loading">${strings.loading}</p>`
    if (unfolded instanceof SearchFailure) return html`<p>${failureText(unfolded, context)}</p>`
    return unfolded!.map(
      ({
        passage,
        document,
        confidence,
      }) => html`<div class="title" lang=${languageTag(passage.language)}>${document.title}</div>
        <div class="meta">${badge(passage.language, strings)}<span>${fill(strings.sureness, { percent: percent(confidence) })}</span></div>
        <div class="excerpt" lang=${languageTag(passage.language)}>${singleBreaks(passage.text)}</div>`,
    )
  }
}
