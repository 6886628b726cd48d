import { type Fragment, perturbed, shuffled } from './perturb.js'

/** A sentence in English and in German. */
export type SentencePair = readonly [string, string]

/** Two documents of which it is known which paragraphs belong together. */
export interface Exercise {
  english: Fragment[]
  german: Fragment[]
  /** True where they are versions of each other, false where they have some paragraphs in common at most. */
  declared: boolean
}

/** Documents of each kind from one collection of sentences. */
const DOCUMENTS = 90

/**
 * Makes versions of documents out of sentences that follow each other: paragraphs of one to six sentences, 4 to 40 of them; joined,
 * divided and dropped; in order, shuffled, or with one half before the other. And pairs of which only parts belong
 * together, or nothing does although they are about the same.
 */
export function makeExercises(pairs: readonly SentencePair[], random: () => number): Exercise[] {
  const sections = cutSections(pairs, random)
  const versions = sections.map((section, i) => version(section, i, random))
  const partly = versions.map((pair) => thinned(pair, random))
  const apart = sections.filter((_, i) => i % 8 === 1).map(halves)
  return [...versions, ...partly, ...apart].filter(
    ({ english, german }) => english.length > 0 && german.length > 0,
  )
}

/** Paragraphs in both languages. */
type Section = readonly { en: Fragment; de: Fragment }[]

function cutSections(pairs: readonly SentencePair[], random: () => number): Section[] {
  let next = 0
  return Array.from({ length: DOCUMENTS }, () => {
    const usual = 1 + Math.floor(random() * 4)
    return Array.from({ length: 4 + Math.floor(random() * 36) }, (_, i) => {
      const length = Math.max(1, usual + Math.floor(random() * 3) - 1)
      const sentences = pairs.slice(next, next + length)
      next += length
      const text = (side: 0 | 1) => sentences.map((pair) => pair[side]).join(' ')
      const origins = [String(i)]
      return { en: { text: text(0), origins }, de: { text: text(1), origins } }
    })
  })
}

function version(section: Section, number: number, random: () => number): Exercise {
  const [en, de] = [section.map((one) => one.en), section.map((one) => one.de)]
  const english = number % 2 === 0 ? en : perturbed(en, random, { changed: 0.1, dropped: 0.08 })
  const german = perturbed(de, random, { changed: 0.2, dropped: 0.12 })
  return { english, german: inAnotherOrder(german, number % 3, random), declared: true }
}

function inAnotherOrder(paragraphs: Fragment[], order: number, random: () => number): Fragment[] {
  const half = paragraphs.length >> 1
  if (order === 1) return shuffled(paragraphs, random)
  return order === 2 ? [...paragraphs.slice(half), ...paragraphs.slice(0, half)] : paragraphs
}

function thinned({ english, german }: Exercise, random: () => number): Exercise {
  const thin = (paragraphs: Fragment[]) => {
    const dropped = 0.3 + 0.4 * random()
    return paragraphs.filter(() => random() > dropped)
  }
  return { english: thin(english), german: thin(german), declared: false }
}

/** Every other paragraph on one side, and the others on the other. */
function halves(section: Section): Exercise {
  const english = section.filter((_, i) => i % 2 === 0).map(({ en }) => en)
  const german = section.filter((_, i) => i % 2 === 1).map(({ de }) => de)
  return { english, german, declared: false }
}
