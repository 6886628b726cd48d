import { CorpusWatch } from '../../corpus/watch.js'
import { IndexError } from '../../store/index-error.js'
import { EXIT, type ExitCode } from '../exit.js'
import type { Output } from '../output.js'
import { reportError } from '../report-error.js'
import { type BuildCommandOptions, build } from './build.js'

/** `fundstelle build --watch`: indexes a folder, and again whenever its files change, until it is stopped. */
export async function watch(
  corpus: string,
  options: BuildCommandOptions,
  output: Output,
): Promise<ExitCode> {
  const files = new CorpusWatch(corpus)
  for (let builds = 0; ; builds++) {
    if (!(await unlessStopped((signal) => files.changed(signal)))) return EXIT.found
    if (builds > 0) output.err('The texts have changed.')
    try {
      await build(corpus, options, output)
    } catch (error) {
      // No change of the texts will mend a folder that cannot be written to.
      if (builds === 0 && error instanceof IndexError) throw error
      reportError(error, output)
      output.err('The index was left as it is.')
    }
    output.err(`Waiting for changes in ${corpus}. Stop with Ctrl+C.`)
  }
}

/**
 * Waits, and gives false where the process was asked to end meanwhile. At any other time Ctrl+C ends it at once, because a build
 * seldom has time to listen; what was published stays whole.
 */
async function unlessStopped(wait: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const stop = new AbortController()
  const signals = ['SIGINT', 'SIGTERM'] as const
  const abort = () => stop.abort()
  for (const signal of signals) process.on(signal, abort)
  const stopped = await wait(stop.signal).then(
    () => stop.signal.aborted,
    (error: unknown) => {
      if (!stop.signal.aborted) throw error
      return true
    },
  )
  // The terminal and npm may each deliver one press of Ctrl+C; the second one does no harm.
  if (!stopped) for (const signal of signals) process.off(signal, abort)
  return !stopped
}
