import type { Cross } from '../../../src/search/cross.js'
import { Bootstrap, type Estimate } from '../bootstrap.js'
import { FUNDSTELLE } from '../fundstelle.js'
import type { JudgedSet } from '../judged-set.js'
import { SetError } from '../lines.js'
import { type Measures, measure } from '../measures.js'
import type { Task } from '../qrels.js'
import { type Question, questionOf } from '../system.js'
import { TellingWords } from './telling-words.js'

/** How well questions of one language find passages of the other. */
export interface TranslatedRow {
  task: string
  queries: number
  questions: 'full' | 'two words'
  cross: Cross
  /** True where the passages in both languages are in one index, and documents aligned with their versions. */
  aligned: boolean
  ndcg10: Estimate
  /** Share of what the same questions in the passages' language achieve. */
  ndcg10Share: Estimate
  recall10: Estimate
  recall10Share: Estimate
}

/** A way to answer. */
type Mode = Pick<TranslatedRow, 'cross' | 'aligned'>

/** The baseline without translation, then with it, then with passages that say the same in the question's language. */
const MODES: readonly Mode[] = [
  { cross: 'off', aligned: false },
  { cross: 'auto', aligned: false },
  { cross: 'auto', aligned: true },
]

const OWN: Mode = { cross: 'off', aligned: false }

/** Measures every task that crosses languages against the one that does not, on the same passages. */
export async function measureTranslated(set: JudgedSet): Promise<TranslatedRow[]> {
  const rows: TranslatedRow[] = []
  for (const task of set.tasks.filter(({ name }) => isCross(name)))
    for (const questions of ['full', 'two words'] as const)
      rows.push(...(await compare(set, task, ownTaskOf(set, task), questions)))
  return rows
}

function isCross(task: string): boolean {
  const [, from, to] = /^(en|de)-(en|de)(?:-|$)/.exec(task) ?? []
  return from !== to
}

/** The task with the same questions in the language of the passages: `de-de` for `en-de`. */
function ownTaskOf(set: JudgedSet, { name, judgements }: Task): Task {
  const own = name.replace(/^..-(..)/, '$1-$1')
  const task = set.tasks.find((other) => other.name === own)
  const answers = (of: Task['judgements']) =>
    [...of.values()].map((grades) => [...grades].join(';'))
  if (task && answers(task.judgements).join('\n') === answers(judgements).join('\n')) return task
  const problem = `It has to have the same questions as qrels.${name}.tsv, in the same order.`
  throw new SetError(
    `${set.name}/qrels.${own}.tsv`,
    null,
    task ? problem : `It is missing. ${problem}`,
  )
}

async function compare(
  set: JudgedSet,
  task: Task,
  own: Task,
  questions: TranslatedRow['questions'],
): Promise<TranslatedRow[]> {
  const base = await answer(set, own, questions, OWN)
  const bootstrap = new Bootstrap(base.length)
  const rows: TranslatedRow[] = []
  for (const mode of MODES) {
    const measured = await answer(set, task, questions, mode)
    const estimates = (name: keyof Measures) => {
      const [values, others] = [measured, base].map((all) => all.map((each) => each[name]))
      return [bootstrap.estimate(values!), bootstrap.ratio(values!, others!)] as const
    }
    const [ndcg10, ndcg10Share] = estimates('ndcg10')
    const [recall10, recall10Share] = estimates('recall10')
    const about = { task: task.name, queries: base.length, questions, ...mode }
    rows.push({ ...about, ndcg10, ndcg10Share, recall10, recall10Share })
  }
  return rows
}

async function answer(
  set: JudgedSet,
  task: Task,
  questions: TranslatedRow['questions'],
  { cross, aligned }: Mode,
): Promise<Measures[]> {
  const full = [...task.judgements.keys()].map((id) => set.queries.get(id)!)
  const cut = questions === 'full' ? (text: string) => text : cutter(set, full[0]!.lang)
  const asked = full.map((query): Question => {
    return questionOf({ ...query, text: cut(query.text) }, set.syntax, cross)
  })
  const collection = aligned ? set.aligned(task.language!) : set.collection(task.language)
  const run = await FUNDSTELLE.run(collection, asked)
  return [...task.judgements].map(([id, judgements]) => measure(run.get(id) ?? [], judgements))
}

function cutter(set: JudgedSet, language: 'en' | 'de' | 'und') {
  const words = new TellingWords(language, set.collection(language).passages)
  return (text: string) => words.cut(text)
}
