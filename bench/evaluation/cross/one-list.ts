import type { Cross } from '../../../src/search/cross.js'
import { Bootstrap, type Estimate } from '../bootstrap.js'
import type { JudgedQuery } from '../collection.js'
import { FUNDSTELLE } from '../fundstelle.js'
import type { JudgedSet } from '../judged-set.js'
import { ndcg } from '../measures.js'
import type { Judgements } from '../qrels.js'
import { questionOf } from '../system.js'

/** Which of a question's right passages are in the list. */
const CASES = ['both', 'other only', 'own only'] as const
type Case = (typeof CASES)[number]

/** How good a list of both languages is, for the questions of one. */
export interface OneListRow {
  language: 'en' | 'de'
  cross: Cross
  queries: number
  /** Mean nDCG@10 of all questions, and of those of each case. */
  all: Estimate
  cases: Record<Case, number>
}

/** A question, and what is right in each language. */
interface Asked {
  query: JudgedQuery
  own: Judgements
  other: Judgements
}

/**
 * Searches the passages of both languages in one index. Of the questions of one language, in the order of the file, every
 * third keeps both right passages; the next loses the one in its own language and the next the one in the other: it is
 * taken from the answer before that is measured, as if the collection had it in one language only.
 */
export async function measureOneList(set: JudgedSet): Promise<OneListRow[]> {
  const rows: OneListRow[] = []
  for (const language of ['de', 'en'] as const) {
    const asked = askedIn(set, language)
    if (asked.length > 0)
      for (const cross of ['off', 'auto'] as const)
        rows.push({ language, cross, ...(await measureAsked(set, asked, cross)) })
  }
  return rows
}

function askedIn(set: JudgedSet, language: 'en' | 'de'): Asked[] {
  const judgedIn = (name: string) => set.tasks.find((task) => task.name === name)?.judgements
  const own = judgedIn(`${language}-${language}`)
  const other = judgedIn(language === 'en' ? 'en-de' : 'de-en')
  const queries = [...set.queries.values()].filter(({ lang }) => lang === language)
  return queries.flatMap((query) => {
    const [here, there] = [own?.get(query.id), other?.get(query.id)]
    return here && there ? [{ query, own: here, other: there }] : []
  })
}

async function measureAsked(set: JudgedSet, asked: readonly Asked[], cross: Cross) {
  const questions = asked.map(({ query }) => questionOf(query, set.syntax, cross))
  const run = await FUNDSTELLE.run(set.collection(null), questions)
  const values = asked.map(({ query, own, other }, i) =>
    gain(run.get(query.id) ?? [], { own, other }, caseOf(i)),
  )
  const cases = Object.fromEntries(
    CASES.map((name) => [name, mean(values.filter((_, i) => caseOf(i) === name))]),
  ) as OneListRow['cases']
  return { queries: asked.length, all: new Bootstrap(asked.length).estimate(values), cases }
}

function caseOf(place: number): Case {
  return CASES[place % CASES.length]!
}

function gain(
  ranking: readonly string[],
  { own, other }: { own: Judgements; other: Judgements },
  which: Case,
): number {
  if (which === 'both') return ndcg(ranking, new Map([...own, ...other]), 10)
  const [kept, dropped] = which === 'own only' ? [own, other] : [other, own]
  const left = ranking.filter((id) => (dropped.get(id) ?? 0) === 0)
  return ndcg(left, kept, 10)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
