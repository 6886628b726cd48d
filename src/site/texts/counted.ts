import type { InterfaceLanguage } from '../../interface/interface-language.js'

/** `1 passage`, `1,234 passages`: a number as a language writes it, with the word that goes with it. */
export function countedIn(language: InterfaceLanguage) {
  const format = new Intl.NumberFormat(language)
  return (count: number, one: string, several: string) =>
    `${format.format(count)} ${count === 1 ? one : several}`
}
