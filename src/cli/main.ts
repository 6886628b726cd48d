#!/usr/bin/env node
import { CommanderError } from 'commander'
import { CorpusError } from '../corpus/problem.js'
import { IndexError } from '../store/index-error.js'
import { EXIT } from './exit.js'
import { terminalOutput } from './output.js'
import { createProgram } from './program.js'

const output = terminalOutput()
const program = createProgram(output, (code) => {
  process.exitCode = code
})
for (const command of [program, ...program.commands]) command.exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

function report(error: unknown): number {
  // Commander has printed its message already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.found : EXIT.usage
  const message = error instanceof Error ? error.message : String(error)
  output.err(output.colors.red(message))
  if (error instanceof CorpusError || error instanceof IndexError) return EXIT.unusable
  return EXIT.usage
}
