import { statfsSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os'
import type { Machine } from './results.js'

/** How the system calls a file system in memory (statfs(2)). */
const TMPFS = 0x01021994

export function thisMachine(load: Machine['load']): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: totalmem(),
    system: `${type()} ${release().replace(/-.*$/, '')}`,
    node: process.version,
    inMemory: statfsSync(tmpdir()).type === TMPFS,
    load,
  }
}

/** Processes that ran or waited on average in the last minute. */
export function loadNow(): number {
  return loadavg()[0]!
}
