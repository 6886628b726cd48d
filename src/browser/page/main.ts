import { Completions } from './completions.js'
import { Navigation } from './navigation.js'
import { enhanceReading } from './reading/main.js'

/** Marks the page as one that scripts have enhanced, for its styles. */
document.documentElement.dataset.enhanced = ''

const form = document.querySelector<HTMLFormElement>('form.search-form')
const input = form?.querySelector<HTMLInputElement>('input[name=q]')
if (form && input) {
  const navigation = new Navigation(form, input)
  new Completions(form, input, () => navigation.submit())
}

enhanceReading()
