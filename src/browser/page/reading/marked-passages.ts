import { announce } from '../texts.js'

/** How far below the top of the window a passage may begin and still be the one that is being read. */
const READING_LINE = 140

/** Goes to the marked passage before or after what is being read; from the last to the first and back. */
export function step(button: HTMLElement): void {
  const passages = [...document.querySelectorAll<HTMLElement>('main .is-marked')]
  if (passages.length === 0) return
  const isBack = button.dataset.step === 'previous'
  const place = isBack ? before(passages) : after(passages)
  const passage = passages[place]!
  // Without an entry in the history for every step.
  location.replace(`#${passage.id}`)
  settle(passage)
  const pattern = button.closest<HTMLElement>('[data-announce]')?.dataset.announce ?? ''
  announce(
    pattern.replace('{place}', String(place + 1)).replace('{count}', String(passages.length)),
  )
}

/**
 * Brings the passage that the address names to its place again: in long documents what lies above it is laid out only
 * as it comes near.
 */
export function settleTarget(): void {
  const target = document.querySelector('main .is-long :target')
  if (target) settle(target)
}

/** Every look brings more of its neighbours into being. */
function settle(target: Element, looks = 4): void {
  target.scrollIntoView()
  if (looks > 1) requestAnimationFrame(() => settle(target, looks - 1))
}

function after(passages: readonly HTMLElement[]): number {
  const current = currentPlace(passages)
  if (current !== undefined) return (current + 1) % passages.length
  const next = passages.findIndex((passage) => top(passage) > READING_LINE)
  return next < 0 ? 0 : next
}

function before(passages: readonly HTMLElement[]): number {
  const current = currentPlace(passages)
  if (current !== undefined) return (current - 1 + passages.length) % passages.length
  const above = passages.filter((passage) => top(passage) < 0).length
  return above === 0 ? passages.length - 1 : above - 1
}

/** The marked passage that the address names, while it is in sight. */
function currentPlace(passages: readonly HTMLElement[]): number | undefined {
  const place = passages.findIndex((passage) => passage.matches(':target'))
  const passage = passages[place]
  if (!passage) return undefined
  const { top, bottom } = passage.getBoundingClientRect()
  return bottom > 0 && top < innerHeight ? place : undefined
}

function top(element: HTMLElement): number {
  return element.getBoundingClientRect().top
}
