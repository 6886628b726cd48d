import { createRequire } from 'node:module'
import { totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { System } from '../system.js'

const require = createRequire(import.meta.url)
const PROGRAM = fileURLToPath(new URL('../serve-lines.ts', import.meta.url))

type Description = Pick<System, 'name' | 'settings'> &
  Partial<Pick<System, 'index' | 'version'>> & {
    package?: string
    /** True for a system that keeps its index on the heap: it may take three quarters of the machine's memory. */
    needsHeap?: boolean
  }

/**
 * A system that runs in Node.
 *
 * @param module In this folder, without its extension; exports an `Engine` under the given name.
 */
export function nodeSystem(
  module: string,
  engine: string,
  unanswered: readonly string[],
  description: Description,
): System {
  const { package: name = module, needsHeap = false, ...rest } = description
  const file = new URL(`${module}.ts`, import.meta.url).href
  return {
    index: rest.name,
    version: () => versionOf(name),
    ...rest,
    answers: ({ mode, filter, facets, cross }) =>
      ![mode, filter && 'filter', facets && 'facets', cross && 'cross'].some(
        (part) => typeof part === 'string' && unanswered.includes(part),
      ),
    command: async () => [
      process.execPath,
      '--expose-gc',
      ...(needsHeap ? [`--max-old-space-size=${Math.floor((0.75 * totalmem()) / 2 ** 20)}`] : []),
      '--import',
      import.meta.resolve('tsx'),
      PROGRAM,
      file,
      engine,
    ],
  }
}

function versionOf(name: string): string {
  try {
    return (require(`${name}/package.json`) as { version: string }).version
  } catch {
    // Its package.json may not be exported: it lies above its main file.
    const main = require.resolve(name)
    const root = main.slice(0, main.lastIndexOf(`node_modules/${name}/`))
    return (require(`${root}node_modules/${name}/package.json`) as { version: string }).version
  }
}
