import { hasWords } from './draft.js'

/** What a single line of text looks like: the signs that tell prose, labels, names and headings apart. */

export function endsSentence(text: string): boolean {
  return /[.!?…:]["'»«”“’‘)\]]*$/u.test(text)
}

export function startsLowerCase(text: string): boolean {
  return /^["'»«”“„‘’([]*\p{Ll}/u.test(text)
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(hasWords).length
}

/** `Runtime: 120 minutes`, `Regie: Jacques Audiard`: a few words, a colon, and no sentence after it. */
export function isLabel(text: string): boolean {
  const label = /^([\p{Lu}\p{N}][^:.!?]{0,40}):\s+\S/u.exec(text)?.[1]
  if (label === undefined || countWords(label) > 5) return false
  return !/[.!?…]["'»«”“’)]*$|\p{Ll}{3}[.!?]\s+\p{Lu}/u.test(text)
}

/** `By Anna Berg`, `Von Anna Berg`: who wrote what follows. */
export function isCredit(text: string): boolean {
  return /^(?:by|von) \p{Lu}[^ ]* \p{Lu}[^ ]*/iu.test(text) && countWords(text) <= 6
}

const NAVIGATION =
  /^(?:(?:see|watch|read|view|show|load|learn) (?:more|all)\b.*|(?:more|mehr|alle|weitere) (?:pictures|photos|videos|images|bilder|fotos)|mehr (?:lesen|erfahren|anzeigen)|weiterlesen|(?:image|photo|picture|bilder|foto|video)[ -]?(?:gallery|galerie)|(?:home|menu|menü|startseite|next|previous|back|weiter|zurück|share|teilen|search|suche|login|anmelden|print|drucken|nach oben|top)(?: .)?)$/iu

/** Words that lead to other pages and say nothing about this one. */
export function isNavigation(text: string): boolean {
  return NAVIGATION.test(text)
}
