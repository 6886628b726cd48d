import type { PageTexts } from '../../interface/page-texts.js'

/** What the server gave the form to say. */
export function textsOf(form: HTMLFormElement): PageTexts {
  return JSON.parse(form.dataset.texts ?? '{}')
}

/** Says something to those who do not see the page. */
export function announce(text: string): void {
  const status = document.querySelector('#status')
  if (status) status.textContent = text
}
