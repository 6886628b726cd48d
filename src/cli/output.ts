import pc from 'picocolors'
import { EXIT } from './exit.js'

/** Where a command writes; stderr carries everything that is not the answer. */
export interface Output {
  out(line: string): void
  err(line: string): void
  /** Width of the terminal in columns; undefined where the answer goes to a file or a pipe. */
  columns: number | undefined
  /** True where progress can be drawn over itself. */
  interactive: boolean
  colors: ReturnType<typeof pc.createColors>
}

export function terminalOutput(): Output {
  // A reader that has seen enough (`| head`) closes the pipe; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE')
      process.stderr.write(`The output cannot be written: ${error.message}\n`)
    process.exit(error.code === 'EPIPE' ? 0 : EXIT.usage)
  })
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    interactive: process.stderr.isTTY === true,
    colors: pc.createColors(pc.isColorSupported && process.stdout.isTTY === true),
  }
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** `1 passage`, `2 passages`, `1,204 passages`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(number)} ${number === 1 ? singular : plural}`
}

/** Which of all that was found is printed: `(showing 11 to 20)`. */
export function range(offset: number, shown: number): string {
  return shown === 0
    ? `(none after the first ${grouped(offset)})`
    : `(showing ${offset + 1} to ${offset + shown})`
}

/** A whole number as English writes it: `1,204`. What the standard library has for that takes ten milliseconds the first time, a tenth of a short command. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
