import type { FundstelleSearchEventMap } from './public.js'

/** Tells the page something; false where the page has it cancelled. */
export function tell<Name extends keyof FundstelleSearchEventMap>(
  element: HTMLElement,
  name: Name,
  detail: FundstelleSearchEventMap[Name]['detail'],
  cancelable = true,
): boolean {
  return element.dispatchEvent(
    new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }),
  )
}
