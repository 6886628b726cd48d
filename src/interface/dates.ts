import type { InterfaceLanguage } from './interface-language.js'

const MONTHS: Record<InterfaceLanguage, readonly string[]> = {
  en: words(
    'January February March April May June July August September October November December',
  ),
  de: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
}

/**
 * A date as it is written out: `17 May 2012`, `17. Mai 2012`; what is not known is left out.
 *
 * @param date ISO 8601: `2012`, `2012-05` or `2012-05-17`; anything else is given back as it is.
 */
export function writtenDate(date: string, language: InterfaceLanguage): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (year === undefined) return date
  if (month === undefined) return year
  const name = MONTHS[language][Number(month) - 1]
  if (name === undefined) return date
  if (day === undefined) return `${name} ${year}`
  return language === 'de' ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`
}

function words(text: string): string[] {
  return text.split(' ')
}
