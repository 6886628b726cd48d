import { execFile } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { markdown } from '../evaluation/table.js'
import { writeCorpus } from './collection.js'
import { generateDocuments } from './texts/generate.js'

/** What one build took; milliseconds and bytes. */
export interface BuildCost {
  wall: number
  cpu: number
  peak: number
  /** False where all was built anew. */
  isUpdate: boolean
}

const STEP = fileURLToPath(new URL('./build-once.ts', import.meta.url))
/** Files that are added at once, as a share of all. */
const MANY = 0.05

/**
 * What builds take where there is an index already, beside the one that made it. Each runs in a process of its own.
 * A table.
 */
export async function reportUpdates(passages: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fundstelle-bench-'))
  const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
  try {
    writeCorpus(corpus, passages)
    const rows: string[][] = []
    let whole: BuildCost | undefined
    for (const [name, change] of changesOf(corpus, passages)) {
      change()
      const cost = await build(corpus, index)
      whole ??= cost
      rows.push([name, ...describe(cost, whole)])
    }
    const heading = ['build', 'read', 'CPU s', 'of the first', 'seconds', 'peak MB']
    return `${passages.toLocaleString('en')} passages:\n\n${markdown(heading, rows)}`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is done to the texts before each build. */
function changesOf(corpus: string, passages: number): [string, () => void][] {
  const paths = Array.from(generateDocuments(passages), ({ path }) => join(corpus, path))
  const text = (place: number) => readFileSync(paths.at(-place - 1)!, 'utf8')
  const add = (place: number) =>
    writeFileSync(join(corpus, `added-${place}.txt`), `Addition ${place}.\n\n${text(place)}`)
  const many = Math.max(1, Math.round(MANY * paths.length))
  return [
    ['the first', () => {}],
    ['nothing has changed', () => {}],
    ['one file more', () => add(0)],
    ['one file changed', () => appendFileSync(paths[1]!, '\n\nOne more sentence at the end.\n')],
    ['one file less', () => rmSync(paths[2]!)],
    [`${many} files more`, () => Array.from({ length: many }, (_, i) => add(i + 1))],
    ['one file more after these', () => add(many + 1)],
  ]
}

async function build(corpus: string, index: string): Promise<BuildCost> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    STEP,
    corpus,
    index,
  ])
  return JSON.parse(stdout) as BuildCost
}

function describe({ wall, cpu, peak, isUpdate }: BuildCost, whole: BuildCost): string[] {
  return [
    isUpdate ? 'what has changed' : 'everything',
    (cpu / 1000).toFixed(2),
    `${((100 * cpu) / whole.cpu).toFixed(1)} %`,
    (wall / 1000).toFixed(2),
    (peak / 1e6).toFixed(0),
  ]
}
