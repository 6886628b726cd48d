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
/** Words that are looked up but not counted: to compile the code takes many times as long as to look up one. */
const WARM_UP = 200
const SYSTEM: System = nodeSystem('vocabulary', 'VOCABULARY', [], {
  name: 'vocabulary',
  settings: '',
  version: () => '',
})

/** Looks up the words of questions with a prefix, or a typo, each once, in a process of its own. */
export async function measureLookUps(
  index: string,
  samples: readonly Sample[],
  count: number,
): Promise<LookUpResult[]> {
  const questions = new Questions(samples)
  const process = await SystemProcess.start(SYSTEM)
  try {
    await process.open(index)
    const results: LookUpResult[] = []
    for (const { name, kind } of LOOK_UPS) {
      const asks = questions.draw(KINDS.find((each) => each.name === kind)!, WARM_UP + count)
      const words = new Map(asks.map((ask) => [ask.words[0]!, ask]))
      const answers = []
      for (const ask of words.values()) answers.push(await process.ask(ask))
      // Where there are few words, those for warming up count too.
      const counted = answers.length > WARM_UP ? answers.slice(WARM_UP) : answers
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
