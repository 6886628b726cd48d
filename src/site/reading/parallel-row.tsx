import type { Highlight } from '../../highlight/highlight.js'
import type { IndexedPassage } from '../../search/engine.js'
import type { ParallelRow as Row } from '../../search/parallel.js'
import { isUncertain, type Marks } from '../../search/reading.js'
import { anchorOf } from '../documents.js'
import { languageTag } from '../language-tag.js'
import { type ReadingContext, toPassage } from './addresses.js'
import { PassageText } from './passage-text.js'
import { CiteLink } from './passage-tools.js'
import { READING_TEXTS } from './texts.js'

export type Side = 'left' | 'right'

/** The anchor of a passage; the two documents may have passages of the same name. */
export function parallelAnchor(passageId: string, side: Side): string {
  return side === 'left' ? anchorOf(passageId) : `other-${anchorOf(passageId)}`
}

interface ParallelRowProps {
  reading: ReadingContext
  row: Row
  /** Counted from 1. */
  place: number
  marks: Marks
}

/** What says the same in two versions. */
export function ParallelRow({ reading, row, place, marks }: ParallelRowProps) {
  const { parallel } = READING_TEXTS[reading.context.language]
  const { confidence, left, right } = row
  const anchor =
    left[0] !== undefined
      ? parallelAnchor(left[0].id, 'left')
      : parallelAnchor(right[0]!.id, 'right')
  return (
    <li class={isUncertain(confidence) ? 'parallel-row is-uncertain' : 'parallel-row'}>
      <p class="parallel-about">
        <a class="reading-number" href={`#${anchor}`} aria-label={parallel.row(place)}>
          {place}
        </a>
        {confidence !== null && isUncertain(confidence) && (
          <span class="parallel-doubt">{parallel.uncertain(Math.round(confidence * 100))}</span>
        )}
      </p>
      <Cell reading={reading} passages={left} side="left" marks={marks} />
      <Cell reading={reading} passages={right} side="right" marks={marks} />
    </li>
  )
}

interface CellProps {
  reading: ReadingContext
  passages: readonly IndexedPassage[]
  side: Side
  marks: Marks
}

const NO_MARKS: readonly Highlight[] = []

function Cell({ reading, passages, side, marks }: CellProps) {
  const { context } = reading
  const texts = READING_TEXTS[context.language]
  if (passages.length === 0)
    return (
      <div class={`parallel-cell parallel-${side} is-empty`}>
        <p>{texts.parallel.noCounterpart}</p>
      </div>
    )
  return (
    <div class={`parallel-cell parallel-${side}`}>
      {passages.map((passage, i) => (
        <div
          key={passage.id}
          class={marks.has(passage.id) ? 'parallel-passage is-marked' : 'parallel-passage'}
          id={parallelAnchor(passage.id, side)}
        >
          <div class="reading-text" lang={languageTag(passage.language)}>
            <PassageText
              passage={passage}
              marks={marks.get(passage.id) ?? NO_MARKS}
              texts={context.texts}
              topLevel={3}
              isSpeakerKnown={i > 0 && passages[i - 1]?.speaker === passage.speaker}
            />
          </div>
          <p class="reading-tools">
            <CiteLink reading={reading} passage={passage} />
            <a href={toPassage(reading, passage.id)}>{texts.parallel.inDocument}</a>
          </p>
        </div>
      ))}
    </div>
  )
}
