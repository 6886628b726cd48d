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
  alignment: { model1: 5, diagonal: 5, nullProbability: 0.08, tension: 4 },
  pruning: { minCount: 1, minProbability: 0.015, most: 10 },
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

/** How often each pair of terms was linked. */
function countLinks(
  texts: Cooccurrence,
  toGerman: AlignmentModel,
  toEnglish: AlignmentModel,
): Uint32Array {
  const counts = new Uint32Array(texts.pairEnglish.length)
  for (let sentence = 0; sentence < texts.sentences; sentence++) {
    const first = texts.cellStarts[sentence]!
    const links = new Symmetrisation(toGerman.align(sentence), toEnglish.align(sentence)).cells()
    for (let cell = 0; cell < links.length; cell++)
      if (links[cell] === 1) counts[texts.cells[first + cell]!]!++
  }
  return counts
}

/** The counts of pairs whose terms both belong into a lexicon. */
function linkCounts(counts: Uint32Array, texts: Cooccurrence, bitext: Bitext): LinkCount[] {
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
