import { AlignmentModel, type AlignmentSettings } from './alignment-model.js'
import type { Bitext } from './bitext.js'
import { type Cooccurrence, cooccurrence } from './cooccurrence.js'
import type { TermPair } from './pack.js'
import { type LinkCount, type PruningSettings, prune } from './prune.js'
import { Symmetrisation } from './symmetrise.js'

export interface TrainingSettings {
  alignment: AlignmentSettings
  pruning: PruningSettings
}

/** Chosen by retrieval: docs/crosslingual.md has the figures. */
export const TRAINING_DEFAULTS: TrainingSettings = {
  alignment: { model1: 5, diagonal: 5, nullProbability: 0.08, tension: 4, concentration: 0.01 },
  pruning: { minCount: 0.5, minProbability: 0.01, most: 12 },
}

/** Told how much of the work is done, in iterations over all sentence pairs. */
export type OnProgress = (done: number, total: number) => void

/**
 * Learns which English and German terms stand for each other: aligns the words of each sentence pair from
 * both sides, joins the two alignments, and counts the links between terms.
 */
export function trainLexicon(
  bitext: Bitext,
  settings: TrainingSettings = TRAINING_DEFAULTS,
  onProgress: OnProgress = () => {},
): TermPair[] {
  const { alignment, pruning } = settings
  const iterations = alignment.model1 + alignment.diagonal
  const total = 2 * iterations + 1
  let done = 0
  const advance = () => onProgress(++done, total)
  const texts = cooccurrence(bitext)
  const models = (['german', 'english'] as const).map((generates) => {
    const model = new AlignmentModel(texts, generates, alignment)
    model.train(advance)
    return model
  })
  const links = countLinks(texts, models[0]!, models[1]!)
  advance()
  return prune(linkCounts(links, texts, bitext), pruning)
}

/**
 * How often each pair of terms was linked. A link counts as much as the two models believe in it, so that
 * what was linked for want of anything better is pruned first.
 */
function countLinks(
  texts: Cooccurrence,
  toGerman: AlignmentModel,
  toEnglish: AlignmentModel,
): Float64Array {
  const counts = new Float64Array(texts.pairEnglish.length)
  for (let sentence = 0; sentence < texts.sentences; sentence++) {
    const first = texts.cellStarts[sentence]!
    const german = toGerman.align(sentence)
    const english = toEnglish.align(sentence)
    const linked = new Symmetrisation(german.links, english.links).cells()
    for (let cell = 0; cell < linked.length; cell++)
      if (linked[cell] === 1)
        counts[texts.cells[first + cell]!]! +=
          (german.posteriors[cell]! + english.posteriors[cell]!) / 2
  }
  return counts
}

/** The counts of pairs whose terms both belong into a lexicon. */
function linkCounts(counts: Float64Array, texts: Cooccurrence, bitext: Bitext): LinkCount[] {
  const english = bitext.english.vocabulary
  const german = bitext.german.vocabulary
  const found: LinkCount[] = []
  for (const [pair, count] of counts.entries()) {
    const e = texts.pairEnglish[pair]!
    const g = texts.pairGerman[pair]!
    if (count > 0 && english.content[e] === 1 && german.content[g] === 1)
      found.push({ english: english.terms[e]!, german: german.terms[g]!, count })
  }
  return found
}
