import type { Estimate } from '../bootstrap.js'
import type { JudgedPassage } from '../collection.js'
import { type JudgedSet, readJudgedSet } from '../judged-set.js'
import { UsageError } from '../report.js'
import { markdown, share } from '../table.js'
import { measureOneList, type OneListRow } from './one-list.js'
import { measureSeeds, type SeedRow } from './seeds.js'
import { measureTranslated, type TranslatedRow } from './translated.js'

/** As on the command line. */
export interface CrossOptions {
  set: string[]
  corpus: string
  /** Measure questions about the other language. */
  cross?: boolean
  /** Folder of the found texts. */
  seeds?: string
}

/** Prints how well questions of one language find passages of the other. */
export async function reportCross(
  { set: folders, corpus, cross, seeds }: CrossOptions,
  print: (text: string) => void,
): Promise<void> {
  if (cross && folders.length === 0)
    throw new UsageError('--cross needs --set with a set that has tasks like en-de and de-de.')
  const distractors: JudgedPassage[] = []
  for (const folder of folders) {
    const set = await readJudgedSet(folder, corpus)
    try {
      if (cross) await reportSet(set, print)
      distractors.push(...set.collection(null).passages)
    } finally {
      await set.close()
    }
  }
  if (seeds) print(seedTable(await measureSeeds(seeds, distractors)))
}

async function reportSet(set: JudgedSet, print: (text: string) => void): Promise<void> {
  const translated = await measureTranslated(set)
  if (translated.length === 0)
    throw new UsageError(`${set.name} has no task like en-de or de-en, which --cross measures.`)
  print(`${translatedTable(set.name, translated)}\n`)
  print(`${oneListTable(set.name, await measureOneList(set))}\n`)
}

function translatedTable(set: string, rows: readonly TranslatedRow[]): string {
  const heading = [
    'set',
    'task',
    'queries',
    'questions',
    'cross',
    'aligned',
    'nDCG@10',
    'of own',
    'recall@10',
    'of own',
  ]
  return markdown(
    heading,
    rows.map((row) => [
      set,
      row.task,
      String(row.queries),
      row.questions,
      row.cross,
      row.aligned ? 'yes' : 'no',
      share(row.ndcg10),
      percent(row.ndcg10Share),
      share(row.recall10),
      percent(row.recall10Share),
    ]),
  )
}

function oneListTable(set: string, rows: readonly OneListRow[]): string {
  const heading = [
    'set',
    'one list',
    'queries',
    'cross',
    'nDCG@10',
    'both',
    'other only',
    'own only',
  ]
  return markdown(
    heading,
    rows.map(({ language, queries, cross, all, cases }) => [
      set,
      `${language} questions`,
      String(queries),
      cross,
      share(all),
      ...Object.values(cases).map((mean) => mean.toFixed(3).replace(/^0/, '')),
    ]),
  )
}

function seedTable(rows: readonly SeedRow[]): string {
  const cell = (rank: number | null) => (rank === null ? '-' : String(rank))
  const table = markdown(
    ['query', 'answers in', 'rank, cross=only', 'rank, cross=off'],
    rows.map(({ query, only, off }) => [query.text, query.answersIn, cell(only), cell(off)]),
  )
  const within = (limit: number) => rows.filter(({ only }) => only !== null && only <= limit).length
  return `${table}\n\n${within(1)} of ${rows.length} first, ${within(3)} among the first three (cross=only)`
}

/** `95.3 % (93.9 to 96.6)`. */
function percent({ mean, low, high }: Estimate): string {
  const [all, from, to] = [mean, low, high].map((part) => (part * 100).toFixed(1))
  return `${all} % (${from} to ${to})`
}
