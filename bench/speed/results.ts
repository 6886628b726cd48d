import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LookUpResult } from './look-ups.js'
import type { Quantiles } from './quantiles.js'

/** What is said of generated texts: only collections of these are alike but for their size. */
export const GENERATED = 'generated, seed 1'

/** What one run of `npm run bench` found. Times are milliseconds, sizes bytes. */
export interface Result {
  date: string
  /** What was measured: {@link GENERATED}, or a folder's. */
  texts: string
  passages: number
  documents: number
  textBytes: number
  machine: Machine
  systems: SystemResult[]
  http: HttpResult[]
  /** Missing in results of earlier versions. */
  lookUps?: LookUpResult[]
  /** Kinds for whose warm-up the texts have too few questions that are not measured, and how many they have. Missing in results of earlier versions. */
  fewOthers?: { kind: string; others: number }[]
}

export interface Machine {
  processor: string
  cores: number
  memory: number
  system: string
  node: string
  /** True where the indexes lay in a file system in memory; undefined in results of earlier versions. */
  inMemory?: boolean
  /** Processes that ran or waited on average in the last minute, before the run and after it. */
  load: { before: number; after: number }
}

export interface SystemResult {
  name: string
  version: string
  settings: string
  /** Why it was left out, or at which point. */
  leftOut: string | null
  build: IndexBuild | null
  use: IndexUse | null
  /** Missing in results of earlier versions. */
  warmUp?: WarmUp
  latencies: Latency[]
  /** Of Fundstelle's own; missing in results of earlier versions. */
  extras?: Extra[]
}

/** What a kind of questions takes beside the same kind without its extra, of CPU time; other questions, one of each kind in turn. */
export interface Extra {
  kind: string
  plain: string
  /** So many of each. */
  asked: number
  own: Quantiles
  without: Quantiles
}

/** What a system was asked before anything counted. */
export interface WarmUp {
  questions: number
  /** What it took to answer them. */
  wall: number
}

export interface IndexBuild {
  wall: number
  cpu: number | null
  peak: number | null
  /** On disk, in all and by file. */
  bytes: number
  files: Record<string, number>
}

export interface IndexUse {
  load: number
  firstQuery: number | null
  /** Of a process that has loaded its modules and no index. */
  rssBeforeLoad: number | null
  rssAfterLoad: number | null
  /** After all questions. */
  peak: number | null
  heap: number
}

/** How one kind of questions was answered. */
export interface Latency {
  kind: string
  asked: number
  /** Share of the questions with at least one hit. */
  answered: number
  /** Each asked once, after others. */
  first: Times
  /** Each asked again, after all questions of all kinds: what they need has been read. Null for a system that was too slow to be asked so much. */
  again: Times | null
  /** Others, one after the other: the system is busy with nothing else. Null like `again`; missing in results of earlier versions. */
  row?: Times | null
}

export interface Times {
  cpu: Quantiles
  wall: Quantiles
}

export interface HttpResult {
  name: string
  /** Per second. */
  requests: number
  p50: number
  p99: number
}

/** The size that names a result's file and its part of the report: `10k`, `1m`. */
export function sizeOf(passages: number): string {
  if (passages >= 1e6 && passages % 1e5 === 0) return `${passages / 1e6}m`
  return passages >= 1e3 && passages % 100 === 0 ? `${passages / 1e3}k` : String(passages)
}

/** Keeps a result in place of an earlier one of the same name. */
export function keepResult(folder: string, name: string, result: Result): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
}

/** False for what an earlier version has measured. */
function isOfThisForm({ systems }: Result): boolean {
  return systems.every(({ latencies }) => latencies.every((latency) => 'first' in latency))
}

/** All that were kept, the smallest collection first. */
export function keptResults(folder: string): Result[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result)
    .filter(isOfThisForm)
    .sort((a, b) => a.passages - b.passages)
}
