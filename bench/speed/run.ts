import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Collection, exportPassages, writeCorpus } from './collection.js'
import { measureHttp } from './http/measure.js'
import { measureLookUps } from './look-ups.js'
import { loadNow, thisMachine } from './machine.js'
import { type Candidate, measure } from './measure.js'
import { GENERATED, type IndexBuild, type Result, type SystemResult } from './results.js'
import type { Sources, System } from './system.js'
import { SystemFailure, SystemProcess } from './system-process.js'
import { FUNDSTELLE } from './systems.js'

export interface RunOptions {
  /** How many to generate; ignored with `corpus`. */
  passages: number
  /** A folder of texts to measure instead. */
  corpus?: string
  /** Fundstelle must be the first. */
  systems: readonly System[]
  /** Of each kind. */
  questions: number
  http: boolean
  /** Told what is going on. */
  report: (text: string) => void
}

/** A run that cannot be made. */
export class RunError extends Error {}

/** Builds, opens and asks all systems. What it writes is gone afterwards. */
export async function runBenchmark(options: RunOptions): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'fundstelle-bench-'))
  const candidates: Candidate[] = []
  try {
    return await runIn(folder, options, candidates)
  } finally {
    for (const { process } of candidates) await process.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function runIn(folder: string, options: RunOptions, candidates: Candidate[]) {
  const { systems, report, questions } = options
  const before = loadNow()
  const sources = { corpus: join(folder, 'corpus'), passages: join(folder, 'passages.tsv') }
  if (options.corpus === undefined) {
    report('generating texts')
    writeCorpus(sources.corpus, options.passages)
  } else sources.corpus = resolve(options.corpus)
  const builds = new Map<string, IndexBuild | string>()
  let collection: Collection | undefined
  for (const system of systems) {
    if (builds.has(system.index)) continue
    report(`building ${system.index}`)
    const index = join(folder, system.index)
    builds.set(system.index, await build(system, sources, index))
    if (system.index !== FUNDSTELLE.index) continue
    const problem = builds.get(system.index)
    if (typeof problem === 'string') throw new RunError(`Fundstelle cannot build: ${problem}`)
    report('analyzing the passages for the others')
    collection = await exportPassages(index, sources.passages)
  }
  if (!collection)
    throw new RunError('Fundstelle makes the passages of all systems; it cannot be left out.')
  const results = systems.map((system) => emptyResult(system, builds.get(system.index)!))
  for (const [i, system] of systems.entries())
    await open(system, join(folder, system.index), results[i]!, candidates)
  const { samples, ...size } = collection
  const asked = { passages: size.passages, samples, count: questions }
  const remarks = await measure(candidates, asked, report)
  for (const candidate of candidates) await finish(candidate)
  const index = join(folder, FUNDSTELLE.index)
  report('looking up words')
  const lookUps = await measureLookUps(index, samples)
  if (options.http) report('asking over HTTP')
  const http = options.http ? await measureHttp(index, collection) : []
  const texts = options.corpus === undefined ? GENERATED : 'a folder of texts'
  const machine = thisMachine({ before, after: loadNow() })
  return {
    date: new Date().toISOString().slice(0, 10),
    texts,
    ...size,
    machine,
    systems: results,
    http,
    lookUps,
    ...remarks,
  }
}

/** What building took, or why it failed. In a process of its own, so that memory is told apart. */
async function build(
  system: System,
  sources: Sources,
  folder: string,
): Promise<IndexBuild | string> {
  mkdirSync(folder)
  const process = await SystemProcess.start(system)
  try {
    const start = performance.now()
    await process.build(sources, folder)
    const wall = performance.now() - start
    const files = filesIn(folder)
    const bytes = Object.values(files).reduce((sum, size) => sum + size, 0)
    return { wall, cpu: process.cpu(), peak: process.memory()?.peak ?? null, bytes, files }
  } catch (error) {
    if (error instanceof SystemFailure) return error.message
    throw error
  } finally {
    await process.close()
  }
}

/** Bytes by the name of a file, those of the versions of an index apart. */
function filesIn(folder: string): Record<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => [name, statSync(join(parentPath, name)).size]),
  )
}

function emptyResult(system: System, built: IndexBuild | string): SystemResult {
  const { name, settings } = system
  const failed = typeof built === 'string'
  return {
    name,
    version: system.version(),
    settings,
    leftOut: failed ? `while building: ${built}` : null,
    build: failed ? null : built,
    use: null,
    latencies: [],
  }
}

async function open(
  system: System,
  folder: string,
  result: SystemResult,
  candidates: Candidate[],
): Promise<void> {
  if (result.leftOut !== null) return
  const process = await SystemProcess.start(system)
  candidates.push({ system, process, result })
  try {
    // It answers once its modules are loaded.
    await process.heap()
    const rssBeforeLoad = process.memory()?.rss ?? null
    const { wall: load } = await process.open(folder)
    const rssAfterLoad = process.memory()?.rss ?? null
    const later = { firstQuery: null, peak: null, heap: 0 }
    result.use = { load, rssBeforeLoad, rssAfterLoad, ...later }
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error
    result.leftOut = `while opening: ${error.message}`
  }
}

async function finish({ process, result }: Candidate): Promise<void> {
  if (result.leftOut !== null || !result.use) return
  result.use.peak = process.memory()?.peak ?? null
  result.use.heap = await process.heap()
  await process.close()
}
