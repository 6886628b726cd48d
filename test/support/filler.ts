const ENGLISH =
  'and this paragraph goes on for a while because a short one would be joined with the next, which would make the places of the passages in this little archive harder to see for those who read the tests that are made with it, so that it has to have these many words in the end'
const GERMAN =
  'und dieser Absatz geht noch eine Weile weiter, weil ein kurzer mit dem nächsten zusammengelegt würde, und dann wären die Stellen in diesem kleinen Archiv schwerer zu erkennen für alle, die diese Tests lesen, und darum braucht er am Ende doch so viele Wörter, wie man sie hier nun stehen sieht'

/**
 * The end of a paragraph that is long enough to be a passage by itself. A number after every second word
 * makes sure that no two are near-duplicates.
 */
export function filler(language: 'en' | 'de', number: number): string {
  const words = (language === 'en' ? ENGLISH : GERMAN).split(' ')
  return `${words.map((word, place) => (place % 2 === 0 ? word : `${word} ${1000 * number + place}`)).join(' ')}.`
}
