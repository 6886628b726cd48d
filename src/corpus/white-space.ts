/** Whether a UTF-16 code unit is white space, as `\s` has it. */
export function isSpace(unit: number): boolean {
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13)
  return unit >= 160 && isRareSpace(unit)
}

function isRareSpace(unit: number): boolean {
  if (unit === 0xa0) return true
  return unit >= 0x1680 && SPACE.test(String.fromCharCode(unit))
}

const SPACE = /\s/

/** Words as a reader counts them: whatever stands between white space. */
export function countWords(units: Uint16Array, start: number, end: number): number {
  let words = 0
  let inside = false
  for (let i = start; i < end; i++) {
    const unit = units[i]!
    // Nearly all are letters of the Latin scripts.
    const space = (unit <= 32 || unit >= 128) && isSpace(unit)
    if (space) inside = false
    else if (!inside) {
      inside = true
      words++
    }
  }
  return words
}

/** Whether a stretch has no white space but single spaces. */
export function hasPlainSpaces(units: Uint16Array, start: number, end: number): boolean {
  let before = 0
  for (let i = start; i < end; i++) {
    const unit = units[i]!
    if (unit <= 32 || unit >= 128) if (isSpace(unit) && (unit !== 32 || before === 32)) return false
    before = unit
  }
  return true
}
