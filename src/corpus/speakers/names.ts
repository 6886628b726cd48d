/** What names of people and publications look like, in both languages. */

const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]*"
const PARTICLE = '(?:von|vom|van|zu|zur|de|del|della|der|den|di|da|du|la|le|el|al|bin|ter|y)'
const PERSON = `${WORD}(?: (?:${WORD}|${PARTICLE})){0,3} ${WORD}`
const ROLE = ' ?\\([^()]{1,60}\\)'
const ROLES = new RegExp(ROLE, 'gu')
const AND = '(?: ?,| ?&| and| und| et) '

const PEOPLE = new RegExp(`^${PERSON}(?:${AND}${PERSON})*$`, 'u')
const PEOPLE_WITH_ROLES = new RegExp(
  `(?<=[.!?…]["'»«”“’‘)]*\\s)${PERSON}${ROLE}(?:${AND}${PERSON}(?:${ROLE})?)*$`,
  'u',
)
const SMALL_WORDS = new Set(
  'of the a an and for in on to & von vom van der die das des dem den für und im am zu de du la le les et d’or'.split(
    ' ',
  ),
)

/** `Jacques Audiard`, `Jacques Audiard & Thomas Bidegain`: names of people and nothing else. */
export function isPeople(text: string): boolean {
  return PEOPLE.test(text)
}

/** `Jacques Audiard`, `The Playlist`, `Variety`: what can stand under a quotation. */
export function isByline(text: string): boolean {
  const words = text.split(' ')
  if (words.length > 6 || text.length > 60 || /[\d:;!?"“”„|=/]|\.$/u.test(text)) return false
  return (
    /^\p{Lu}/u.test(text) &&
    words.every((word) => SMALL_WORDS.has(word) || /^\p{Lu}|^&$/u.test(word))
  )
}

/** Without the roles in brackets: `Jacques Audiard (Regie)` is `Jacques Audiard`. */
export function withoutRoles(text: string): string {
  return (text.includes('(') ? text.replaceAll(ROLES, '') : text).trim()
}

/** Where, after its last sentence, a paragraph names who wrote it: `… Ende. Anna Berg (Regie)`. */
export function findClosingNames(text: string): number | undefined {
  return PEOPLE_WITH_ROLES.exec(text)?.index
}

/** Of the given people the one that `name` means: the same name, or a first or last name that only one has. */
export function findPerson(name: string, people: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  const exact = people.find((person) => person.toLowerCase() === wanted)
  if (exact !== undefined) return exact
  const partial = people.filter((person) => {
    const words = person.toLowerCase().split(' ')
    return words[0] === wanted || words.at(-1) === wanted
  })
  return partial.length === 1 ? partial[0] : undefined
}
