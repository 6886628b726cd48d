import { createInterface } from 'node:readline'
import { parseAsk } from './lines.js'
import type { Answer, Engine } from './system.js'

/** The process of a system that runs in Node: `serve-lines.ts MODULE EXPORT`. */
const [module, name] = process.argv.slice(2) as [string, string]
const engine = ((await import(module)) as Record<string, Engine>)[name]!
await engine.load?.()
let answer: Answer | undefined

for await (const line of createInterface({ input: process.stdin }))
  try {
    process.stdout.write(`${(await obey(line.split('\t'))).join('\t')}\n`)
  } catch (error) {
    process.stdout.write(`error\t${String(error).replace(/\s+/g, ' ')}\n`)
  }
process.exit()

async function obey(columns: readonly string[]): Promise<(string | number)[]> {
  const [order, first, second, third] = columns as [string, string, string, string]
  if (order === 'build') {
    await engine.build({ corpus: first, passages: second }, third)
    return ['ok']
  }
  if (order === 'open') {
    const { wall, cpu, result } = await timed(() => engine.open(first))
    answer = result
    return [wall, cpu]
  }
  if (order === 'heap') {
    globalThis.gc?.()
    return [process.memoryUsage().heapUsed]
  }
  const ask = parseAsk(columns)
  const { wall, cpu, result } = await timed(() => answer!(ask))
  return [wall, cpu, result]
}

async function timed<T>(work: () => T | Promise<T>) {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = await work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall, cpu: (user + system) / 1000, result }
}
