/** Room that is left between the panel and the edges of the window. */
const MARGIN_PX = 8
/** A panel lower than this is of no use; the page scrolls instead. */
const LEAST_HEIGHT_PX = 240

/** Between the field and the panel. */
const GAP_PX = 4

/**
 * Keeps the panel below its field, inside the window, and as high as there is room. It lies in the top layer, where nothing covers or cuts it;
 * there its place is one in the page. In a browser without that layer it stays where it is, at the field.
 */
export function placePanel(root: ParentNode): void {
  const panel = root.querySelector<HTMLElement>('.panel')
  if (!panel?.togglePopover) return
  panel.popover = 'manual'
  panel.togglePopover(true)
  const { clientWidth, clientHeight } = document.documentElement
  const { left, bottom, width } = root.querySelector('.field')!.getBoundingClientRect()
  panel.style.minWidth = `${width}px`
  const beyond = left + panel.offsetWidth + MARGIN_PX - clientWidth
  const shift = Math.max(0, Math.min(beyond, left - MARGIN_PX))
  const room = Math.max(LEAST_HEIGHT_PX, clientHeight - bottom - 2 * MARGIN_PX)
  panel.style.translate = `${scrollX + left - shift}px ${scrollY + bottom + GAP_PX}px`
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
