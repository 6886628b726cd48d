import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Machine } from './results.js'

export function thisMachine(load: Machine['load']): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: totalmem(),
    system: `${type()} ${release().replace(/-.*$/, '')}`,
    node: process.version,
    load,
  }
}

/** Processes that ran or waited on average in the last minute. */
export function loadNow(): number {
  return loadavg()[0]!
}
