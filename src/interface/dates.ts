import type { InterfaceLanguage } from './interface-language.js'

/**
 * A date as it is written out: `17 May 2012`, `17. Mai 2012`; what is not known is left out.
 *
 * @param date ISO 8601: `2012`, `2012-05` or `2012-05-17`; anything else is given back as it is.
 */
export function writtenDate(date: string, language: InterfaceLanguage): string {
  const [, month, day] = /^\d{4}(-\d\d(-\d\d)?)?$/.exec(date) ?? []
  const time = new Date(date)
  // There is no 13th month, and the 31st of February would be taken for a day in March.
  if (!month || !time.toJSON()?.startsWith(date)) return date
  return time.toLocaleDateString(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  })
}
