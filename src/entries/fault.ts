/** A fault in a list that somebody has written, by its 1-based line. */
export interface Fault {
  line: number
  /** What is wrong, what is left out for it, and what to do. */
  message: string
}

/** A message shows no more than this of a text, in code units. */
const MAX_QUOTED = 60

/** The text in quotation marks, cut off where it is long. */
export function quote(text: string): string {
  return `“${text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED - 1)}…` : text}”`
}
