/** Both ends as ISO 8601 prefixes, inclusive; `null` where open. */
export interface DateRange {
  from: string | null
  to: string | null
  /** The range was written backwards and has been turned. */
  swapped: boolean
}

const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/
const GERMAN = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/
const RANGE = /\.{2,3}|…/

/** Reads `2012`, `2012-05`, `2012-05-17`, `17.5.2012`, `2011..2012`, `2011..`, `..2012`. */
export function readDateRange(value: string): DateRange | undefined {
  const ends = value.split(RANGE)
  if (ends.length > 2 || ends.every((end) => end.trim() === '')) return undefined
  const dates = ends.map((end) => (end.trim() === '' ? null : readDate(end.trim())))
  if (dates.includes(undefined)) return undefined
  const [from = null, to = from] = dates
  if (from !== null && to !== null && earliestDay(from) > latestDay(to)) {
    return { from: to, to: from, swapped: true }
  }
  return { from, to, swapped: false }
}

function readDate(text: string): string | undefined {
  const iso = ISO.exec(text)
  if (iso) return isoPrefix(iso[1]!, iso[2], iso[3])
  const german = GERMAN.exec(text)
  return german ? isoPrefix(german[3]!, german[2], german[1]) : undefined
}

function isoPrefix(year: string, month?: string, day?: string): string | undefined {
  if (month === undefined) return year
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const prefix = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return prefix
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return undefined
  return `${prefix}-${day.padStart(2, '0')}`
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return isLeap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function earliestDay(prefix: string): string {
  return prefix + '-01-01'.slice(prefix.length - 4)
}

function latestDay(prefix: string): string {
  return prefix + '-12-31'.slice(prefix.length - 4)
}
