import { CommanderError } from 'commander'
import { CorpusError } from '../corpus/problem.js'
import { ServeError } from '../http/serve-error.js'
import { IndexError } from '../store/index-error.js'
import { EXIT } from './exit.js'
import type { Output } from './output.js'
import { createProgram } from './program.js'

/** Runs one command line (without the program's name) and gives its exit code. Never throws. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  let code: number = EXIT.found
  const program = createProgram(output, (result) => {
    code = result
  })
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return report(error, output)
  }
}

function report(error: unknown, output: Output): number {
  // Commander has printed its message already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.found : EXIT.usage
  const expected = [CorpusError, IndexError, ServeError, RangeError].some(
    (type) => error instanceof type,
  )
  const message = error instanceof Error ? error.message : String(error)
  output.err(output.colors.red(expected ? message : `Unexpected error: ${message}`))
  return error instanceof CorpusError || error instanceof IndexError ? EXIT.unusable : EXIT.usage
}
