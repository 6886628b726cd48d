import { closeCitation, toggleCitation } from './citations.js'
import { copyBeside } from './copy.js'
import { settleTarget, step } from './marked-passages.js'

/** Makes reading, citing and copying quicker; listens at the document, so that it holds for what comes later. */
export function enhanceReading(): void {
  foldOnNarrow()
  // The browser goes there by itself first.
  addEventListener('load', settleTarget)
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return
    const target = event.target
    const cite = target.closest<HTMLAnchorElement>('.reading-tools a.cite-link')
    if (cite && isPlain(event)) {
      event.preventDefault()
      void toggleCitation(cite)
      return
    }
    const button = target.closest<HTMLElement>('button')
    if (button?.matches('[data-copy]')) void copyBeside(button)
    else if (button?.matches('[data-step]')) step(button)
    else if (button?.matches('[data-close]')) closeCitation(button.closest('.citation')!)
  })
}

/** Not one that asks for a new tab or window. */
function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

/** What is beside the text where there is room for it is above it where there is none. */
function foldOnNarrow(): void {
  if (!matchMedia('(width < 64rem)').matches) return
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-fold]'))
    details.open = false
}
