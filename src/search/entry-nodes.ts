import type { Entry } from '../entries/entry.js'
import type { Glossary } from '../glossary/glossary.js'
import { LANGUAGES, type Language } from '../language/language.js'
import type { Synonyms } from '../synonyms/synonyms.js'
import type { PhrasePlanNode, PlanNode, TermAlternative, TermsNode } from './plan.js'
import type { Provenance } from './translations.js'
import { bestOf, spanOf } from './word-nodes.js'
import { type ReadWord, termIn } from './words.js'

/** What the owner of a corpus has written down about words. */
export interface WordLists {
  synonyms: Synonyms
  /** Undefined where nothing is to be translated. */
  glossary: Glossary | undefined
}

/** What a synonym counts, as a share of the word that was asked for. */
const SYNONYM_WEIGHT = 0.7

/** An entry that stands for a word, in the language of the passages where it is looked for. */
interface Found {
  language: Language
  entry: Entry
  origin: 'synonym' | 'translation'
}

/**
 * Adds synonyms and the glossary's translations to words that stand side by side in a query. What stands
 * for several words stands for each of them.
 *
 * @param reads The words in order, words of grammar included.
 */
export function withEntries(reads: readonly ReadWord[], { synonyms, glossary }: WordLists) {
  const found = reads.map((): Found[] => [])
  for (const language of LANGUAGES) {
    const terms = reads.map((read) => termIn(language, read))
    const lists = [
      ...synonyms.find(language, terms).map((match) => ({ ...match, origin: 'synonym' as const })),
      ...(glossary?.find(language, terms) ?? []).map((match) => ({
        ...match,
        origin: 'translation' as const,
      })),
    ]
    for (const { from, to, alternatives, origin, language: other } of lists)
      for (let place = from; place < to; place++)
        found[place]!.push(...alternatives.map((entry) => ({ language: other, entry, origin })))
  }
  return (node: TermsNode, place: number): PlanNode => addEntries(node, found[place]!)
}

function addEntries(node: TermsNode, found: readonly Found[]): PlanNode {
  const words = found.filter(({ entry }) => entry.words.length === 1)
  const phrases = found.filter(({ entry }) => entry.words.length > 1)
  const own: TermsNode = {
    ...node,
    alternatives: [...node.alternatives, ...words.map((each) => alternative(each, node))],
    inGlossary: found.some(({ origin }) => origin === 'translation'),
  }
  return bestOf([own, ...phrases.map((each) => sequence(each, node))], node)
}

function alternative({ language, entry, origin }: Found, { word }: TermsNode): TermAlternative {
  const { term } = entry.words[0]!
  if (origin === 'synonym') return { language, term, weight: SYNONYM_WEIGHT, form: null, origin }
  return { language, term, weight: 1, form: null, origin, provenance: written(word) }
}

/** Several words that stand for one: next to each other, in any of their forms. */
function sequence({ language, entry, origin }: Found, node: TermsNode): PhrasePlanNode {
  const words = entry.words.map(({ term }) => ({ term }))
  return {
    type: 'phrase',
    ...spanOf(node),
    word: entry.text,
    sequences: [{ language, words }],
    origin,
    weight: origin === 'synonym' ? SYNONYM_WEIGHT : 1,
    ...(origin === 'translation' ? { provenance: written(node.word) } : {}),
  }
}

function written(word: string): Provenance {
  return { word, probability: 1, source: 'glossary' }
}
