/** Room that is left between the panel and the edges of the window. */
const MARGIN_PX = 8
/** A panel lower than this is of no use; the page scrolls instead. */
const LEAST_HEIGHT_PX = 240

/** Keeps a panel that is wider than its field inside the window, and as high as there is room below. */
export function place(panel: HTMLElement, field: DOMRect): void {
  const { clientWidth, clientHeight } = document.documentElement
  panel.style.setProperty('--_window', `${clientWidth - 2 * MARGIN_PX}px`)
  const beyond = field.left + panel.offsetWidth + MARGIN_PX - clientWidth
  const shift = Math.max(0, Math.min(beyond, field.left - MARGIN_PX))
  const room = Math.max(LEAST_HEIGHT_PX, clientHeight - field.bottom - 2 * MARGIN_PX)
  panel.style.translate = `${-shift}px`
  panel.style.setProperty('--_room', `${room}px`)
}

/** Puts what explains an element above it, where it hides nothing to be operated; both are in the same result. */
export function placeAbove(reason: HTMLElement, element: Element): void {
  const { bottom } = reason.offsetParent!.getBoundingClientRect()
  reason.style.bottom = `${bottom - element.getBoundingClientRect().top}px`
  reason.scrollIntoView({ block: 'nearest' })
}
