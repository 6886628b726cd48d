import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Choice } from '../choices.js'
import type { Conversation } from '../conversation.js'
import type { Answer } from '../server.js'
import { fill } from '../strings.js'
import { type Context, choiceId } from './context.js'
import { failureView, nothingView } from './message.js'
import { optionView } from './option.js'
import { resultView } from './result.js'

/** What the panel shows. */
export interface PanelContent {
  typed: string
  conversation: Pick<Conversation, 'answer' | 'failure' | 'pending'>
  /** True where a search in both languages would be another one. */
  mayWiden: boolean
  /** Address of the page with all passages; empty where there is none. */
  allAddress: string
}

/** What stands below the field: what there is to choose, or why there is nothing. */
export function panelView(content: PanelContent, context: Context): TemplateResult {
  const { typed, conversation } = content
  const { answer, failure } = conversation
  const { choices, strings } = context
  const isIdle = typed.trim() === ''
  const isEmpty = !isIdle && !failure && answer?.response.total === 0
  return html`${listbox(conversation.pending, context)}
    ${isIdle ? html`<p class="message muted" part="message">${strings.hint}</p>` : nothing}
    ${isIdle && choices.length > 0 ? html`<p class="heading">${strings.examples}</p>` : nothing}
    ${failure ? failureView(failure, context) : nothing}
    ${!isIdle && !failure && !answer ? html`<p class="message muted loading" part="message">${strings.loading}</p>` : nothing}
    ${isEmpty ? nothingView(answer.query, content.mayWiden, context) : nothing}
    ${choices.map((choice, index) => (choice.type === 'passage' ? nothing : shortChoice(choice, index, context)))}
    ${isIdle ? nothing : switchedOffView(context)}
    ${results(context)}
    ${isIdle || isEmpty || !answer ? nothing : footer(answer, content.allAddress, context)}`
}

/** The list that the field controls. Its options stand elsewhere, between what is no option. */
function listbox(pending: boolean, { choices, strings }: Context) {
  if (choices.length === 0) return nothing
  return html`<div
    role="listbox"
    id="choices"
    aria-label=${strings.results}
    aria-busy=${pending}
    aria-owns=${choices.map((_, index) => choiceId(index)).join(' ')}
  ></div>`
}

/** A completion, a correction, an example, or a document by its title. */
function shortChoice(
  choice: Exclude<Choice, { type: 'passage' }>,
  index: number,
  context: Context,
): TemplateResult {
  const { strings } = context
  const text =
    choice.type === 'document'
      ? choice.document.title
      : choice.why === 'correction'
        ? fill(strings.didYouMean, { query: choice.query })
        : choice.query
  const isDocument = choice.type === 'document'
  const count = choice.passages === undefined ? nothing : counted(choice.passages, context)
  return optionView(
    index,
    isDocument ? 'document' : choice.why,
    html`<span class="text">${text}</span><span class="count">${isDocument ? html`${strings.document} · ` : nothing}${count}</span>`,
    context,
  )
}

function results(context: Context) {
  const found = context.choices.flatMap((choice, index) =>
    choice.type === 'passage' ? [{ hit: choice.hit, index }] : [],
  )
  if (found.length === 0) return nothing
  return html`<ol class="results" part="results" role="presentation">
    ${found.map(({ hit, index }) => resultView(hit, index, context))}
  </ol>`
}

function switchedOffView({ strings, refinement: { without }, refine }: Context) {
  if (without.length === 0) return nothing
  return html`<div class="tools switched-off" part="switched-off">
    <span>${strings.switchedOff}</span>
    ${without.map((word) => html`<button class="tool" part="translation" @click=${() => refine({ without: without.filter((other) => other !== word) })}><span class="chip"><s>${word}</s><span class="hidden">: ${strings.switchOn}</span><span class="cross" aria-hidden="true">↺</span></span></button>`)}
  </div>`
}

function footer({ response }: Answer, address: string, context: Context) {
  return html`<div class="footer" part="footer">
    ${address ? html`<a part="all" href=${address}>${countOf(response, context, context.strings.all)}</a>` : countOf(response, context)}
  </div>`
}

/** How many passages there are; `12,000+` where only so many were counted. */
export function countOf(
  { total, exhaustive }: Answer['response'],
  context: Pick<Context, 'strings' | 'language'>,
  several?: string,
): string {
  return counted(total, context, several, exhaustive ? '' : '+')
}

/** `1 passage`, `12 passages`, or another string with their number. */
export function counted(
  count: number,
  { strings, language }: Pick<Context, 'strings' | 'language'>,
  several = strings.passages,
  more = '',
): string {
  return count === 1
    ? strings.onePassage
    : fill(several, { count: count.toLocaleString(language) + more })
}
