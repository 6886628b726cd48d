/**
 * Writes forms and words as the strings that `src/analysis/lang/de/compounds/lexicon.ts` reads.
 */

/** The costliest forms are rare words in rare places: they would fill the lexicon and decide nothing. */
const MAX_LEFT = 16
const MAX_LAST = 14.5
/** An inflected form is left out if its ending costs about as much at run time. */
const SAME = 1.2

/** The forms worth shipping, as { form, left, last, link }, costs undefined where a form never stands. */
export function selectForms(forms, costAsLast, pack) {
  const kept = new Map()
  for (const [form, { left, last, link }] of forms) {
    const costs = {
      left: left <= MAX_LEFT ? left : undefined,
      last: last <= MAX_LAST ? last : undefined,
      link: link ?? '',
    }
    if (costs.left !== undefined || costs.last !== undefined) kept.set(form, costs)
  }
  dropInflections(kept, costAsLast, pack)
  return [...kept].map(([form, costs]) => ({ form, ...costs }))
}

function dropInflections(kept, costAsLast, pack) {
  const units = new Map([...kept].map(([form, costs]) => [form, pack(costs)]))
  const byLength = [...kept.keys()].sort((a, b) => b.length - a.length)
  for (const form of byLength) {
    const costs = kept.get(form)
    if (costs.last === undefined) continue
    units.set(form, pack({ ...costs, last: undefined }))
    const inflected = costAsLast(form, units)
    if (!inflected || inflected > costs.last + SAME || inflected < costs.last - 2 * SAME) {
      units.set(form, pack(costs))
    } else if (costs.left === undefined) kept.delete(form)
    else kept.set(form, { ...costs, last: undefined })
  }
}

/**
 * @param entries Word and signs, in any order.
 * @param beginning Number of letters that the words of a section have in common.
 * @returns The words, and each section's beginning with its place.
 */
export function frontCode(entries, signs, beginning) {
  let before = ''
  let words = ''
  let sections = ''
  for (const [word, tail] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (word.length < beginning) throw new Error(`${word} is too short`)
    let shared = 0
    while (shared < word.length && word[shared] === before[shared]) shared++
    if (shared < beginning) sections += word.slice(0, beginning) + placeSigns(words.length, signs)
    words += signs[shared] + word.slice(shared) + tail
    before = word
  }
  return { words, sections }
}

/** A place in four digits, to the base of as many signs as there are, the highest first. */
function placeSigns(place, signs) {
  const digit = (power) => signs[Math.floor(place / signs.length ** power) % signs.length]
  return [3, 2, 1, 0].map(digit).join('')
}
