import type * as Prefix from '../../../src/analysis/prefix.js'
import type * as Registry from '../../../src/analysis/registry.js'
import type * as ShippedLexicon from '../../../src/build/shipped-lexicon.js'
import { LANGUAGES } from '../../../src/language/language.js'
import type * as Parse from '../../../src/query/parse.js'
import type * as Budget from '../../../src/search/budget.js'
import type * as Corrections from '../../../src/search/corrections.js'
import type * as Planner from '../../../src/search/planner.js'
import type { Vocabulary } from '../../../src/search/vocabulary.js'
import type { Ask, Engine } from '../system.js'
import { open, shipped } from './fundstelle.js'

/** Words that a beginning stands for, by language. */
const COMPLETIONS = 20

/** What is done with a word before anything is ranked: the words that begin so are looked up, or those that may be meant. Answers how many there are. */
export const VOCABULARY: Engine = {
  async build() {
    throw new Error('It is the index of fundstelle.')
  },
  async open(folder) {
    const { engine } = await open(folder)
    const expand = await expander()
    const correct = await corrector()
    return (ask) => (ask.mode === 'prefix' ? expand : correct)(ask, engine.vocabulary)
  },
}

type LookUp = (ask: Ask, vocabulary: Vocabulary) => Promise<number>

async function expander(): Promise<LookUp> {
  const { wordPrefix } = await shipped<typeof Prefix>('analysis/prefix')
  const { analyzerFor } = await shipped<typeof Registry>('analysis/registry')
  return async ({ words: [word] }, vocabulary) => {
    const found = await Promise.all(
      LANGUAGES.map((language) =>
        vocabulary.completions(language, wordPrefix(word!, analyzerFor(language)), COMPLETIONS),
      ),
    )
    return found.flat().length
  }
}

async function corrector(): Promise<LookUp> {
  const { parseQuery } = await shipped<typeof Parse>('query/parse')
  const { planQuery } = await shipped<typeof Planner>('search/planner')
  const { corrected } = await shipped<typeof Corrections>('search/corrections')
  const { Budget: Steps } = await shipped<typeof Budget>('search/budget')
  const { shippedLexicon } = await shipped<typeof ShippedLexicon>('build/shipped-lexicon')
  const lexicon = shippedLexicon()
  return async ({ words: [word] }, vocabulary) => {
    const [node] = planQuery(parseQuery(word!)).wanted
    if (node?.type !== 'terms') return 0
    const budget = new Steps()
    const context = { isCompound: false, languages: LANGUAGES, lexicon, budget }
    const { correction } = await corrected(node, vocabulary, context)
    return Number(correction !== undefined)
  }
}
