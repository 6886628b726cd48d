const PLAIN = 1
const OTHER = 2

/** By UTF-16 code unit: white space as `\s` has it, a space or another one; 0 for all else. */
const spaces = new Uint8Array(0x10000)
for (const unit of [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
  spaces[unit] = OTHER
spaces.fill(OTHER, 0x09, 0x0e)
spaces.fill(OTHER, 0x2000, 0x200b)
spaces[0x20] = PLAIN

/** Whether a UTF-16 code unit is white space, as `\s` has it. */
export function isSpace(unit: number): boolean {
  return spaces[unit] !== 0
}

/** Words as a reader counts them: whatever stands between white space. */
export function countWords(units: Uint16Array, start: number, end: number): number {
  let words = 0
  let before = 1
  // Without a branch: where a word ends cannot be foretold, and a wrong guess of the processor takes as long as three letters.
  for (let i = start; i < end; i++) {
    const space = (spaces[units[i]!]! + 1) >>> 1
    words += before & (space ^ 1)
    before = space
  }
  return words
}

/** Whether a stretch has no white space but single spaces. */
export function hasPlainSpaces(units: Uint16Array, start: number, end: number): boolean {
  let other = 0
  let before = 0
  for (let i = start; i < end; i++) {
    const space = spaces[units[i]!]!
    other |= space & (before | OTHER)
    before = space
  }
  return other === 0
}
