import type { IndexedPassage } from '../../search/engine.js'
import type { Marks } from '../../search/reading.js'
import { addressOf } from '../context.js'
import { parametersOf } from '../search/state.js'
import type { ReadingContext } from './addresses.js'
import { reasonOf } from './marked-text.js'

/** More reasons than this are no explanation. */
const MOST = 20

interface MarkReasonsProps {
  reading: ReadingContext
  passages: readonly IndexedPassage[]
  marks: Marks
  /** Path of the page, below the base. */
  path: string
}

/** Why words are marked that nobody asked for, and the way to do without a translation. */
export function MarkReasons({ reading, passages, marks, path }: MarkReasonsProps) {
  const { context, state } = reading
  const { reasons: texts } = context.texts
  const reasons = reasonsOf(reading, passages, marks)
  if (reasons.length === 0) return null
  return (
    <details class="mark-reasons">
      <summary>{texts.label}</summary>
      <ul>
        {reasons.map(({ found, reason, isTranslation }) => (
          <li key={reason}>
            {reason}
            {isTranslation && (
              <>
                {' '}
                <a
                  href={addressOf(
                    context,
                    path,
                    parametersOf({ ...state, without: [...state.without, found] }),
                  )}
                >
                  {texts.refuse(found)} <span class="visually-hidden">{texts.refuseRest}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Each reason once, in the order of the text. */
function reasonsOf({ context }: ReadingContext, passages: readonly IndexedPassage[], marks: Marks) {
  const reasons = new Map<string, { found: string; reason: string; isTranslation: boolean }>()
  for (const { id, text } of passages)
    for (const { start, end, kind, translation } of marks.get(id) ?? []) {
      const found = text.slice(start, end)
      const reason = reasonOf(kind, found, translation, context.texts)
      if (reason === undefined || reasons.has(reason)) continue
      reasons.set(reason, { found, reason, isTranslation: translation !== undefined })
      if (reasons.size === MOST) return [...reasons.values()]
    }
  return [...reasons.values()]
}
