import type { StopCode } from '../http/stop-signals.js'

/** Exit codes, as `fundstelle --help` lists them. */
export const EXIT = { found: 0, nothingFound: 1, usage: 2, unusable: 3 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT] | StopCode
