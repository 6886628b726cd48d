import type * as Build from '../../src/build/build.js'
import type { BuildCost } from './updates.js'

// Builds an index, as it ships, and says what that took: see updates.ts.
const [corpus, index] = process.argv.slice(2) as [string, string]
const dist = new URL('../../dist/build/build.js', import.meta.url).href
const { buildIndex } = (await import(dist)) as typeof Build
const start = performance.now()
const before = process.cpuUsage()
const { changes } = await buildIndex(corpus, { index })
const { user, system } = process.cpuUsage(before)
const cost: BuildCost = {
  wall: performance.now() - start,
  cpu: (user + system) / 1000,
  peak: process.resourceUsage().maxRSS * 1024,
  isUpdate: changes !== undefined,
}
console.log(JSON.stringify(cost))
