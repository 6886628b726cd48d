/** Room that is left between the panel and the edges of the window. */
const MARGIN_PX = 8
/** A panel lower than this is of no use; the page scrolls instead. */
const LEAST_HEIGHT_PX = 240

/** Keeps a panel that is wider than its field inside the window, and as high as there is room below. */
export function placePanel(root: ParentNode): void {
  const panel = root.querySelector<HTMLElement>('.panel')
  if (!panel) return
  const { clientWidth, clientHeight } = document.documentElement
  const field = root.querySelector('.field')!.getBoundingClientRect()
  panel.style.setProperty('--_window', `${clientWidth - 2 * MARGIN_PX}px`)
  const beyond = field.left + panel.offsetWidth + MARGIN_PX - clientWidth
  const shift = Math.max(0, Math.min(beyond, field.left - MARGIN_PX))
  const room = Math.max(LEAST_HEIGHT_PX, clientHeight - field.bottom - 2 * MARGIN_PX)
  panel.style.translate = `${-shift}px`
  panel.style.setProperty('--_room', `${room}px`)
}

/** Puts what explains an element above it, where it hides nothing to be operated; both are in the same result. */
export function placeReason(root: ParentNode, beside: Element): void {
  const reason = root.querySelector<HTMLElement>('.reason')
  if (!reason) return
  const { bottom } = reason.offsetParent!.getBoundingClientRect()
  reason.style.bottom = `${bottom - beside.getBoundingClientRect().top}px`
  reason.scrollIntoView({ block: 'nearest' })
}
