import { html, nothing, type TemplateResult } from 'lit/html.js'
import { writtenDate } from '../../../interface/dates.js'
import { kindName } from '../../../interface/kinds.js'
import { isReached } from '../../../interface/reached.js'
import type { Segment } from '../../../interface/segments.js'
import type { Hit } from '../../../search/hit.js'
import { fill } from '../strings.js'
import type { Context } from './context.js'
import { counterpartView } from './counterpart.js'
import { badge, languageTag } from './language.js'
import { optionView } from './option.js'
import { excerptSegments, reasonFor, segmentView } from './passage-text.js'

/** A passage that was found: a choice, and beside it what can be done with it. */
export function resultView(hit: Hit, index: number, context: Context): TemplateResult {
  const { active, reason, explain } = context
  // Of all results only one has its tools in the order of the Tab key.
  const inTabOrder = index === active || (active < 0 && isFirst(index, context))
  const shown = reason?.passage === hit.passage.id ? reason.segment : undefined
  const tools = [
    ...translations(hit).map((segment) => translationView(hit, segment, inTabOrder, context)),
    ...(hit.counterparts.length > 0 ? [counterpartButton(hit, inTabOrder, context)] : []),
  ]
  return html`<li
    class="result"
    part="result"
    role="presentation"
    @pointerleave=${shown ? () => explain() : null}
  >
    ${optionView(index, 'passage', summary(hit, context), context)}
    ${tools.length > 0 ? html`<div class="tools" part="tools">${tools}</div>` : nothing}
    ${shown ? reasonView(shown, context) : nothing}
    ${counterpartView(hit, context)}
  </li>`
}
function isFirst(index: number, { choices }: Context): boolean {
  return choices.findIndex(({ type }) => type === 'passage') === index
}

function summary(hit: Hit, { strings, language, explain }: Context): TemplateResult {
  const { document, passage, excerpt } = hit
  const said = [
    document.kind && kindName(document.kind, language),
    passage.speaker,
    document.date && writtenDate(document.date, language),
  ].filter(Boolean)
  const hover = (segment: Segment, beside: Element) =>
    explain({ passage: passage.id, segment, beside })
  return html`<div class="title" part="title" lang=${languageTag(passage.language)}>${document.title}</div>
    <div class="meta" part="meta">${badge(passage.language, strings)}${said.map((part) => html`<span>${part}</span>`)}</div>
    <div class="excerpt" part="excerpt" lang=${languageTag(passage.language)}>${excerpt.start > 0 ? '… ' : nothing}${excerptSegments(hit).map((segment) => segmentView(segment, strings, hover))}${excerpt.end < passage.text.length ? ' …' : nothing}</div>
    ${isReached(hit) ? html`<div class="meta" part="reached">${strings.reached}</div>` : nothing}`
}

/** The translated words that are shown, each pair once. */
function translations(hit: Hit): Segment[] {
  const pairs = new Map<string, Segment>()
  for (const segment of excerptSegments(hit)) {
    const { translation, text } = segment
    const key = `${translation?.word}\n${text.toLowerCase()}`
    if (translation && !pairs.has(key)) pairs.set(key, segment)
  }
  return [...pairs.values()]
}

function translationView(
  hit: Hit,
  segment: Segment,
  inTabOrder: boolean,
  { strings, reason, explain, refinement: { without }, refine }: Context,
): TemplateResult {
  const show = ({ currentTarget }: Event) =>
    explain({ passage: hit.passage.id, segment, beside: currentTarget as Element })
  const isShown = reason?.passage === hit.passage.id && reason.segment.start === segment.start
  return html`<button
    class="tool"
    part="translation"
    tabindex=${inTabOrder ? 0 : -1}
    aria-describedby=${isShown ? 'reason' : nothing}
    @click=${() => refine({ without: [...new Set([...without, segment.text])] })}
    @focus=${show}
    @blur=${() => explain()}
    @pointerenter=${show}
  ><span class="chip">${segment.translation!.word} → ${segment.text}<span class="hidden">: ${strings.switchOff}</span><span class="cross" aria-hidden="true">×</span></span></button>`
}

function reasonView(segment: Segment, { strings }: Context): TemplateResult {
  return html`<div role="tooltip" id="reason" class="reason" part="reason">${reasonFor(segment, strings)}</div>`
}

function counterpartButton(
  hit: Hit,
  inTabOrder: boolean,
  { strings, counterparts: shown }: Context,
): TemplateResult {
  const { passage, counterparts } = hit
  const languages = [...new Set(counterparts.map(({ language }) => language))]
  const [first] = languages
  const name =
    languages.length === 1 && first !== 'und' && first !== passage.language
      ? fill(strings.counterpart, { language: strings[first!] })
      : strings.otherVersion
  return html`<button
    class="tool"
    part="fold"
    tabindex=${inTabOrder ? 0 : -1}
    aria-expanded=${shown.of(passage.id) !== undefined}
    @click=${() => shown.toggle(passage.id)}
  ><span class="fold">${name}</span></button>`
}
