import { KINDS } from './kinds.js'
import { type Quantiles, quantiles } from './quantiles.js'
import { Questions, type Sample } from './questions.js'
import type { System } from './system.js'
import { SystemProcess } from './system-process.js'
import { nodeSystem } from './systems/node.js'

/** What looking words up takes, without anything being ranked. Milliseconds. */
export interface LookUpResult {
  name: string
  /** Different words. */
  asked: number
  /** Share of these for which something was found. */
  found: number
  cpu: Quantiles
}

const LOOK_UPS = [
  { name: 'expansion of a prefix', kind: 'prefix of 4 letters' },
  { name: 'correction of a mistyped word', kind: 'one typo' },
]
/**
 * Words that are looked up but not counted, so many times: to compile the code takes many times as long as to look up one, and goes on in
 * other threads of the process until it has run some thousands of times.
 */
const WARM_UP = { words: 1_000, times: 5 }
/** Words that count, where there are so many: of fifty, the 99th percentile would be the slowest. */
const COUNTED = 1_000
const SYSTEM: System = nodeSystem('vocabulary', 'VOCABULARY', [], {
  name: 'vocabulary',
  settings: '',
  version: () => '',
})

/** Looks up the words of questions with a prefix, or a typo, each once, in a process of its own. */
export async function measureLookUps(
  index: string,
  samples: readonly Sample[],
): Promise<LookUpResult[]> {
  const questions = new Questions(samples)
  const process = await SystemProcess.start(SYSTEM)
  try {
    await process.open(index)
    const results: LookUpResult[] = []
    for (const { name, kind } of LOOK_UPS) {
      const asked = KINDS.find((each) => each.name === kind)!
      const asks = questions.drawOthers(asked, WARM_UP.words + COUNTED, [])
      // Where there are few words, half of them are for warming up.
      const first = Math.min(WARM_UP.words, asks.length >> 1)
      for (let time = 0; time < WARM_UP.times; time++)
        for (const ask of asks.slice(0, first)) await process.ask(ask)
      const counted = []
      for (const ask of asks.slice(first)) counted.push(await process.ask(ask))
      results.push({
        name,
        asked: counted.length,
        found: counted.filter(({ hits }) => hits > 0).length / counted.length,
        cpu: quantiles(counted.map(({ cpu }) => cpu)),
      })
    }
    return results
  } finally {
    await process.close()
  }
}
