/**
 * Double quotation marks of English, German, French and Swiss typing, for use in a character class.
 * Single ones are left out: nothing tells them from apostrophes.
 */
export const QUOTATION_MARKS = '"„“”‟«»＂'

/** What ends a word or a bare value wherever it stands, for use in a character class. */
export const BREAKS = `\\s()|${QUOTATION_MARKS}`

/** `-` and the minus sign; longer dashes are punctuation. */
export const MINUS = /[-−]/

/** What can stand directly before an operand. */
export const SIGN = /[-−+]/

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** Whether there is anything in the text that a search could look for. */
export function isSearchable(text: string): boolean {
  return LETTER_OR_DIGIT.test(text)
}

/** Whether the character (empty at the end of a text) is a double quotation mark of any style. */
export function opensQuotation(character: string): boolean {
  return character !== '' && QUOTATION_MARKS.includes(character)
}
