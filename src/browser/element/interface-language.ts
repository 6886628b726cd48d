import type { InterfaceLanguage } from '../../interface/interface-language.js'

/** The language to speak: that of the element or of what it stands in, else the browser's; English for any but German. */
export function interfaceLanguageOf(element: Element): InterfaceLanguage {
  const said = languageAround(element) || document.documentElement.lang || navigator.language
  return /^de\b/i.test(said) ? 'de' : 'en'
}

function languageAround(element: Element): string | null {
  const nearest = element.closest('[lang]')
  if (nearest) return nearest.getAttribute('lang')
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? languageAround(root.host) : null
}
