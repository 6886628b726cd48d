/**
 * True where a key is the shortcut and not typed into a field.
 *
 * @param shortcut `/`, `ctrl+k`, or `mod+k` (Command on a Mac, else Control).
 */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  if (!shortcut || event.defaultPrevented || event.isComposing || !matches(event, shortcut))
    return false
  // Inside a shadow root the event's target is its host, not the field that is typed in.
  return event.ctrlKey || event.metaKey || !isEditable(event.composedPath()[0])
}

/** How a key is named to people. */
export function shortcutLabel(shortcut: string): string {
  return partsOf(shortcut)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('+')
}

/** How it is named in `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: string): string {
  return shortcutLabel(shortcut).replace('Ctrl', 'Control')
}

function partsOf(shortcut: string): string[] {
  const mod = /Mac|iP(hone|ad)/.test(navigator.platform) ? 'meta' : 'ctrl'
  return shortcut
    .toLowerCase()
    .split(/\+(?=.)/)
    .map((part) => (part === 'mod' ? mod : part))
}

function matches(event: KeyboardEvent, shortcut: string): boolean {
  const parts = partsOf(shortcut)
  const key = parts[parts.length - 1]!
  const has = (modifier: string) => parts.indexOf(modifier) >= 0 && modifier !== key
  return (
    event.key.toLowerCase() === key &&
    event.ctrlKey === has('ctrl') &&
    event.metaKey === has('meta') &&
    event.altKey === has('alt') &&
    // On many keyboards a sign such as / is typed with Shift.
    (event.shiftKey === has('shift') || !/^[\p{L}\p{N}]$/u.test(key))
  )
}

function isEditable(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
