import { html, type TemplateResult } from 'lit/html.js'
import { type Segment, segmentsOf } from '../../../interface/segments.js'
import type { Hit } from '../../../search/hit.js'
import { fill, type Strings } from '../strings.js'
import { percent } from './context.js'

/** The excerpt of a hit in the styles of its segments. */
export function excerptSegments({ passage, highlights, excerpt }: Hit): Segment[] {
  return segmentsOf(passage.text, highlights, excerpt)
}

/** A segment as text, in a mark where it is one. */
export function segmentView(
  segment: Segment,
  strings: Strings,
  onHover: (segment: Segment, mark: Element) => void,
): TemplateResult {
  const text = singleBreaks(segment.text)
  if (segment.kind === 'plain') return html`${text}`
  const hover = reasonFor(segment, strings)
    ? ({ currentTarget }: Event) => onHover(segment, currentTarget as Element)
    : null
  return html`<mark part="mark mark-${segment.kind}" class=${segment.kind} @pointerenter=${hover}>${text}</mark>`
}

/** Why a word is marked, where that is not plain to see. */
export function reasonFor({ text, kind, translation }: Segment, strings: Strings): string {
  if (translation) {
    const { word, source, probability } = translation
    const values = { text, word, source: strings[source] ?? source, percent: percent(probability) }
    return fill(strings.translation, values)
  }
  return kind === 'synonym' || kind === 'correction' ? fill(strings[kind], { text }) : ''
}

/** Headings and paragraphs one line apart: an excerpt is short. */
export function singleBreaks(text: string): string {
  return text.replace(/\n{2,}/g, '\n')
}
