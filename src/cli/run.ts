import { EXIT } from './exit.js'
import type { Output } from './output.js'
import { printableOutput } from './printable.js'
import { createProgram } from './program.js'
import { reportError } from './report-error.js'

/** Runs one command line (without the program's name) and gives its exit code. Never throws. */
export async function run(args: readonly string[], given: Output): Promise<number> {
  const output = printableOutput(given)
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
    return reportError(error, output)
  }
}
