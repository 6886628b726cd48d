import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, Option } from 'commander'
import { CorpusError } from '../../src/corpus/problem.js'
import { type CrossOptions, reportCross } from './cross/report.js'
import { EXPECTED } from './expected.js'
import { SetError } from './lines.js'
import { type Options, type Output, report, UsageError } from './report.js'
import { SYSTEMS } from './systems.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The judged set that ships with Fundstelle, and the corpus it is about. */
export const BUNDLED_SET = join(ROOT, 'test/judged')
export const BUNDLED_CORPUS = join(ROOT, 'corpus')

/**
 * Runs `npm run evaluate` with these arguments.
 *
 * @returns The exit code: 0 done, 2 wrong usage or an unusable set.
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  try {
    await createProgram(output).parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    // Commander has said by now what is wrong, or has shown its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const expected = [SetError, CorpusError, UsageError].some((kind) => error instanceof kind)
    if (!expected) throw error
    output.err((error as Error).message)
    return 2
  }
}

function createProgram(output: Output): Command {
  const names = SYSTEMS.map(({ name }) => name)
  const systems = (flag: string, description: string) =>
    new Option(`${flag} <name...>`, description).choices(names)
  return new Command('npm run evaluate --')
    .description('Measure how well passages are ranked, on judged sets, beside other engines.')
    .option('--set <dir...>', 'folders of judged sets (default: test/judged)')
    .addOption(systems('--systems', 'which systems (default: all)'))
    .option('--task <name...>', 'only these tasks (default: all)')
    .addOption(systems('--compare', 'on which queries the first of two is better or worse'))
    .option('--json <file>', 'write everything, by query too, to a file')
    .option('--corpus <dir>', 'texts of the sets without passages (default: corpus)')
    .option('--update', `write what Fundstelle achieves to ${EXPECTED} in the sets' folders`)
    .option('--cross', 'how well questions of one language find passages of the other')
    .option('--seeds <dir>', 'the same for fourteen queries about the texts found in a folder')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
    .action(async (options: Partial<Options & CrossOptions>) => {
      const corpus = BUNDLED_CORPUS
      if (options.cross || options.seeds)
        await reportCross({ set: [], corpus, ...options }, (text) => output.out(text))
      else await report({ set: [BUNDLED_SET], corpus, ...options }, output)
    })
}

const EXAMPLES = `
Examples:
  $ npm run evaluate
  $ npm run evaluate -- --set sets/a sets/b --systems fundstelle lucene
  $ npm run evaluate -- --compare fundstelle minisearch --task de-de
  $ npm run evaluate -- --cross --set sets/xquad`
