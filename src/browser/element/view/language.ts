import { html, type TemplateResult } from 'lit/html.js'
import type { Language } from '../../../language/language.js'
import type { Strings } from '../strings.js'

/** `lang` of a text; empty where its language is not known, so that it is not taken for the page's. */
export function languageTag(language: Language): string {
  return language === 'und' ? '' : language
}

/** The language as two letters to see and a name to hear. */
export function badge(language: Language, strings: Strings): TemplateResult {
  const short = language === 'und' ? '··' : language.toUpperCase()
  return html`<span class="badge" part="badge"><span aria-hidden="true">${short}</span><span class="hidden">${strings[language]}</span></span>`
}
