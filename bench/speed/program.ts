import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CorpusError } from '../../src/corpus/problem.js'
import { IndexError } from '../../src/store/index-error.js'
import type { Output } from '../evaluation/report.js'
import { reportDuplicates } from './duplicates.js'
import { isAutocannonInstalled } from './http/autocannon.js'
import { writeReport } from './report/write.js'
import { keepResult, keptResults, sizeOf } from './results.js'
import { RunError, runBenchmark } from './run.js'
import type { System } from './system.js'
import { FUNDSTELLE, PEERS, SYSTEMS } from './systems.js'
import { reportUpdates } from './updates.js'

const SAMPLE_CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url))
const HERE = fileURLToPath(new URL('../', import.meta.url))

interface Options {
  passages: number
  corpus?: string
  systems?: string[]
  peers: string[]
  questions: number
  http: boolean
  duplicates?: boolean
  updates?: boolean
  out: string
}

/**
 * Runs `npm run bench` with these arguments.
 *
 * @returns The exit code: 0 done, 2 wrong usage or a folder without texts.
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  try {
    await createProgram(output).parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    // Commander has said by now what is wrong, or has shown its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (![RunError, CorpusError, RangeError, IndexError].some((kind) => error instanceof kind))
      throw error
    output.err((error as Error).message)
    return 2
  }
}

function createProgram(output: Output): Command {
  const names = (systems: readonly System[]) => systems.map(({ name }) => name)
  return new Command('npm run bench --')
    .description('Measure speed, memory and size beside other engines, all in one run.')
    .option('--passages <number>', 'how many to generate: 10k, 100k, 1m', count, 10_000)
    .option('--corpus <dir>', 'measure the texts of a folder instead')
    .addOption(
      new Option('--systems <name...>', 'only these besides fundstelle (default: all)').choices(
        names(SYSTEMS),
      ),
    )
    .option('--peers <names>', 'also lucene and tantivy, with a comma between', peers, [])
    .option('--questions <number>', 'how many of each kind', count, 50)
    .option('--no-http', 'leave out the server')
    .option('--duplicates', 'instead, how well copies are recognized, and what it costs')
    .option('--updates', 'instead, what building takes where there is an index already')
    .option('--out <dir>', 'where RESULTS.md, charts/ and results/ are written', HERE)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
    .action(async (options: Options) => {
      const { corpus = SAMPLE_CORPUS, passages } = options
      if (options.duplicates) output.out(await reportDuplicates(corpus, passages))
      else if (options.updates) output.out(await reportUpdates(passages))
      else await bench(options, output)
    })
}

async function bench(options: Options, output: Output): Promise<void> {
  const { passages, corpus, questions } = options
  const http = options.http && canMeasureHttp(output)
  const systems = await available(chosen(options), output)
  const start = performance.now()
  const report = (text: string) =>
    output.err(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${text}`)
  const folder = corpus === undefined ? {} : { corpus }
  const result = await runBenchmark({ passages, ...folder, systems, questions, http, report })
  const results = join(options.out, 'results')
  keepResult(results, corpus === undefined ? sizeOf(passages) : basename(resolve(corpus)), result)
  writeReport(options.out, keptResults(results))
  output.out(`Written to ${join(options.out, 'RESULTS.md')}.`)
}

function canMeasureHttp(output: Output): boolean {
  const installed = isAutocannonInstalled()
  if (!installed) output.err('HTTP is left out: it takes `npm install --prefix bench`.')
  return installed
}

/** Fundstelle first, because it makes the passages of all. */
function chosen({ systems, peers }: Options): System[] {
  const own = SYSTEMS.filter(
    (system) => system === FUNDSTELLE || !systems || systems.includes(system.name),
  )
  return [...own, ...PEERS.filter(({ name }) => peers.includes(name))]
}

async function available(systems: readonly System[], output: Output): Promise<System[]> {
  const here: System[] = []
  for (const system of systems) {
    const reason = await system.missing?.()
    if (reason) output.err(`${system.name} is left out: ${reason}.`)
    else here.push(system)
  }
  return here
}

/** `10k` is 10,000 and `1m` a million. */
function count(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([km]?)$/i.exec(text) ?? []
  const factor = { '': 1, k: 1e3, m: 1e6 }[unit.toLowerCase()]!
  const number = Number(digits) * factor
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number such as 500, 10k or 1m.')
  return number
}

function peers(text: string): string[] {
  const known = PEERS.map(({ name }) => name)
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new InvalidArgumentError(`They are ${known.join(' and ')}.`)
  return names
}
