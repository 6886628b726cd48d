import { CommanderError } from 'commander'
import { CorpusError } from '../corpus/problem.js'
import { ServeError } from '../http/serve-error.js'
import { IndexError } from '../store/index-error.js'
import { EXIT, type ExitCode } from './exit.js'
import type { Output } from './output.js'
import { printable } from './printable.js'
import { Stopped } from './stoppable.js'

/** Says what went wrong, and gives the exit code for it. */
export function reportError(error: unknown, output: Output): ExitCode {
  // Commander has printed its message already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.found : EXIT.usage
  if (error instanceof Stopped) {
    output.err(error.message)
    return error.exitCode
  }
  const expected = [CorpusError, IndexError, ServeError, RangeError].some(
    (type) => error instanceof type,
  )
  const message = error instanceof Error ? error.message : String(error)
  output.err(output.colors.red(printable(expected ? message : `Unexpected error: ${message}`)))
  return error instanceof CorpusError || error instanceof IndexError ? EXIT.unusable : EXIT.usage
}
