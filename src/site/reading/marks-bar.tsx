import type { ReadingContext } from './addresses.js'
import { READING_TEXTS } from './texts.js'

interface MarksBarProps {
  reading: ReadingContext
  /** Of the marked passages, in order. */
  anchors: readonly string[]
  /** Number of passages of the page. */
  passages: number
}

/** How much is marked, and the way from one marked passage to the next. */
export function MarksBar({ reading, anchors, passages }: MarksBarProps) {
  const { context, state } = reading
  const texts = READING_TEXTS[context.language]
  if (state.q.trim() === '') return null
  const [first] = anchors
  return (
    <nav class="marks-bar" aria-label={texts.markedPassages} data-announce={texts.markedAt}>
      <p>{texts.marked(anchors.length, passages, state.q)}</p>
      {first !== undefined && (
        <>
          <a class="tap-link without-script" href={`#${first}`}>
            {texts.firstMarked} ↓
          </a>
          <button
            class="step-button needs-script"
            type="button"
            data-step="previous"
            aria-label={texts.previousMarked}
          >
            ↑
          </button>
          <button
            class="step-button needs-script"
            type="button"
            data-step="next"
            aria-label={texts.nextMarked}
          >
            ↓
          </button>
        </>
      )}
    </nav>
  )
}
