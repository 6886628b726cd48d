import type { Kind, Mode } from './kinds.js'

/** Hits that are asked for. */
export const LIMIT = 10

/** A passage as peers index it. */
export interface AnalyzedPassage {
  number: number
  language: string
  document: string
  /** Of our analyzer, with spaces between them. */
  terms: string
}

/** What a system is asked. */
export interface Ask {
  mode: Mode
  /** As in the text, in lower case. */
  words: string[]
  /** What our analyzer makes of them, one of each. */
  terms: string[]
  /** The only language wanted. */
  language: string | null
  offset: number
  facets: boolean
  cross: boolean
}

/** Number of hits it got, {@link LIMIT} at most. */
export type Answer = (ask: Ask) => number | Promise<number>

/** Where the collection lies. */
export interface Sources {
  /** A folder of texts. */
  corpus: string
  /** Its passages, analyzed; see {@link AnalyzedPassage}. */
  passages: string
}

/** What a system does in a process of its own. */
export interface Engine {
  /** Loads its modules, where that has not been done by loading this one. */
  load?(): Promise<unknown>
  /** Makes an index in a folder that is there and empty. */
  build(sources: Sources, folder: string): Promise<void>
  open(folder: string): Promise<Answer>
}

/** A system that can be measured. */
export interface System {
  /** As the command line and the tables name it. */
  name: string
  /** Systems of one index are built once. */
  index: string
  /** How it is set up, for the report. */
  settings: string
  /** Kinds of questions it has no answer to. */
  answers(kind: Kind): boolean
  /** Why it cannot run on this machine, if it cannot; prepares it if it can. */
  missing?(): Promise<string | null>
  /** The program that serves it by the lines of `lines.ts`, and its arguments. */
  command(): Promise<readonly [program: string, ...args: string[]]>
  version(): string
}
