import { announce } from '../texts.js'

/** Copies what stands beside a button with `data-copy`: the citation, or the link. */
export async function copyBeside(button: HTMLElement): Promise<void> {
  const block = button.closest<HTMLElement>('.citation')
  const source = button.closest('details, .citation-link')?.querySelector('[data-copy-text]')
  if (!block || !source) return
  const { copied = '', notCopied = '' } = block.dataset
  try {
    await navigator.clipboard.writeText(textOf(source))
    tell(button, copied)
  } catch {
    // Not allowed, or no secure context: then by hand.
    getSelection()?.selectAllChildren(source)
    tell(button, notCopied)
  }
}

/** Paragraphs are lines of their own. */
function textOf(element: Element): string {
  const paragraphs = [...element.querySelectorAll('p')]
  const parts = paragraphs.length > 0 ? paragraphs : [element]
  return parts.map(({ textContent }) => (textContent ?? '').trim()).join('\n')
}

/** Says beside the button what has happened, for eyes and ears. */
function tell(button: HTMLElement, text: string): void {
  const known = button.parentElement?.querySelector('.copy-outcome')
  const outcome = known ?? document.createElement('span')
  outcome.className = 'copy-outcome'
  outcome.textContent = text
  button.after(outcome)
  announce(text)
}
